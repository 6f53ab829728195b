package config

import (
	"encoding/json"
	"maps"
)

// makeSchema writes the JSON Schema of a table. schema.json and checkfile.json
// are its output for the tables of the files; a test keeps them the same.
func makeSchema(s *spec, title string) ([]byte, error) {
	root := schemaOf(s)
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = title
	data, err := json.MarshalIndent(root, "", "  ")
	return append(data, '\n'), err
}

func schemaOf(s *spec) map[string]any {
	out := map[string]any{}
	if s.doc != "" {
		out["description"] = s.doc
	}
	switch s.kind {
	case object:
		properties := map[string]any{}
		for i := range s.keys {
			properties[s.keys[i].name] = schemaOf(&s.keys[i].spec)
		}
		out["type"] = "object"
		out["properties"] = properties
		out["additionalProperties"] = false
		if len(s.required) > 0 {
			out["required"] = s.required
		}
	case mapping:
		out["type"] = "object"
		out["additionalProperties"] = schemaOf(s.item)
	case list:
		out["type"] = "array"
		out["items"] = schemaOf(s.item)
	case texts:
		one := scalarSchema(s)
		out["anyOf"] = []any{one, map[string]any{"type": "array", "items": one}}
	case number:
		out["type"] = "integer"
		out["minimum"] = s.min
		out["maximum"] = s.max
	case boolean:
		out["type"] = "boolean"
	case text:
		maps.Copy(out, scalarSchema(s))
	}
	return out
}

// scalarSchema allows numbers and booleans where any text does, as YAML has
// them for unquoted words.
func scalarSchema(s *spec) map[string]any {
	out := map[string]any{"type": []string{"string", "number", "boolean"}}
	if len(s.oneOf) > 0 {
		return map[string]any{"enum": s.oneOf}
	}
	if s.pattern != nil {
		out["pattern"] = s.pattern.String()
	}
	return out
}
