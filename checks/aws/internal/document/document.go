// Package document reads JSON, or YAML, that an attribute holds as text:
// container definitions, job definitions, security configurations.
//
// Start with [Of]: it gives a [Node], which answers as a merlon.Value does, in
// three truths. Parts that Terraform learns at apply only (see
// merlon.Placeholder) are unknown, and so is a text of which nothing is known.
package document

import (
	"encoding/json"
	"iter"
	"strings"

	"gopkg.in/yaml.v3"

	"merlon"
)

// A Node is one value of a document. The zero Node is an absent one.
type Node struct {
	value   any
	unknown bool
}

// Of reads the document in an attribute. A text that is no JSON is absent, or
// unknown if that may be for the sake of its unknown parts.
func Of(v merlon.Value) Node {
	text, ok := v.Document()
	if !ok {
		return Node{unknown: v.IsUnknown()}
	}
	return Parse(text)
}

// Parse reads a document that may have placeholders.
func Parse(text string) Node {
	var value any
	if json.Unmarshal([]byte(quoted(text)), &value) != nil {
		return Node{unknown: merlon.HasPlaceholder(text)}
	}
	return node(value)
}

// YAML reads a document in an attribute that is YAML, of which JSON is a part.
func YAML(v merlon.Value) Node {
	text, ok := v.Document()
	if !ok {
		return Node{unknown: v.IsUnknown()}
	}
	if n := Parse(text); n.value != nil {
		return n
	}
	var value any
	if yaml.Unmarshal([]byte(text), &value) != nil {
		return Node{unknown: merlon.HasPlaceholder(text)}
	}
	return node(value)
}

func node(value any) Node {
	if text, ok := value.(string); ok && merlon.HasPlaceholder(text) {
		return Node{value: value, unknown: true}
	}
	return Node{value: value}
}

const (
	opening = "⟦"
	closing = "⟧"
)

// quoted makes strings of the placeholders that stand where values do, and
// escapes quotes in those that stand in strings.
func quoted(text string) string {
	if !merlon.HasPlaceholder(text) {
		return text
	}
	var b strings.Builder
	inString, depth := false, 0
	for i := 0; i < len(text); {
		rest := text[i:]
		switch {
		case strings.HasPrefix(rest, opening):
			if depth == 0 && !inString {
				b.WriteByte('"')
			}
			depth++
			b.WriteString(opening)
			i += len(opening)
			continue
		case strings.HasPrefix(rest, closing) && depth > 0:
			depth--
			b.WriteString(closing)
			if depth == 0 && !inString {
				b.WriteByte('"')
			}
			i += len(closing)
			continue
		case depth > 0 && (rest[0] == '"' || rest[0] == '\\'):
			b.WriteByte('\'') // what a placeholder says is for nobody to read
			i++
			continue
		case depth > 0 && rest[0] < ' ':
			b.WriteByte(' ')
			i++
			continue
		case depth == 0 && inString && rest[0] == '\\' && len(rest) > 1:
			b.WriteString(rest[:2])
			i += 2
			continue
		case depth == 0 && rest[0] == '"':
			inString = !inString
		}
		b.WriteByte(rest[0])
		i++
	}
	return b.String()
}

// Get steps to a value by its path of names, letter case aside, as AWS's own
// readers do. What is below an unknown value is unknown.
func (n Node) Get(path ...string) Node {
	for _, name := range path {
		if n.unknown {
			return Node{unknown: true}
		}
		object, _ := n.value.(map[string]any)
		value, ok := object[name]
		if !ok {
			best, open := "", false // the first of several that differ in case only
			for key, v := range object {
				open = open || merlon.HasPlaceholder(key) // it may be the name
				if strings.EqualFold(key, name) && (best == "" || key < best) {
					best, value = key, v
				}
			}
			if best == "" && open {
				return Node{unknown: true}
			}
		}
		n = node(value)
	}
	return n
}

// Elements yields the elements of a list. A single object yields itself.
func (n Node) Elements() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		switch value := n.value.(type) {
		case []any:
			for _, e := range value {
				if !yield(node(e)) {
					return
				}
			}
		case map[string]any:
			yield(n)
		}
	}
}

// IsUnknown reports whether the value is not known before apply, in part or as
// a whole.
func (n Node) IsUnknown() bool { return n.unknown }

// IsSet reports whether there is a value: an unknown one is.
func (n Node) IsSet() bool { return n.unknown || n.value != nil }

// Truth reads the value as a condition; an absent one is False.
func (n Node) Truth() merlon.Truth {
	if n.unknown {
		return merlon.Unknown
	}
	switch value := n.value.(type) {
	case bool:
		return merlon.TruthOf(value)
	case string:
		return merlon.TruthOf(strings.EqualFold(value, "true"))
	}
	return merlon.False
}

// Given asks whether the value is something other than an empty text.
func (n Node) Given() merlon.Truth {
	if text, ok := n.value.(string); ok && !n.unknown {
		return merlon.TruthOf(text != "")
	}
	if n.unknown {
		return merlon.Unknown
	}
	return merlon.TruthOf(n.value != nil)
}

// Is asks whether the value is one of the texts, letter case aside.
func (n Node) Is(texts ...string) merlon.Truth {
	if n.unknown {
		return merlon.Unknown
	}
	text, ok := n.value.(string)
	if !ok {
		return merlon.False
	}
	for _, t := range texts {
		if strings.EqualFold(t, text) {
			return merlon.True
		}
	}
	return merlon.False
}

// Number is the value as a known number.
func (n Node) Number() (float64, bool) {
	switch number := n.value.(type) {
	case float64:
		return number, !n.unknown
	case int:
		return float64(number), !n.unknown
	}
	return 0, false
}

// Text is the value as a known text, or as one with placeholders; empty for
// others.
func (n Node) Text() string {
	text, _ := n.value.(string)
	return text
}
