package datasource

import (
	"encoding/json"
	"fmt"
	"hash/crc32"
	"slices"
	"strconv"
	"strings"
)

// policy is an IAM policy document, with its members in the order in which the
// provider writes them.
type policy struct {
	Version    string       `json:",omitempty"`
	ID         string       `json:"Id,omitempty"`
	Statements []*statement `json:"Statement,omitempty"`
}

// statement holds a text or a list of texts in its members of type any.
type statement struct {
	Sid           string     `json:",omitempty"`
	Effect        string     `json:",omitempty"`
	Actions       any        `json:"Action,omitempty"`
	NotActions    any        `json:"NotAction,omitempty"`
	Resources     any        `json:"Resource,omitempty"`
	NotResources  any        `json:"NotResource,omitempty"`
	Principals    principals `json:"Principal,omitempty"`
	NotPrincipals principals `json:"NotPrincipal,omitempty"`
	Conditions    conditions `json:"Condition,omitempty"`
}

// merge adds the statements of another document. One with the same id takes
// the place of the one before it. The later version and the other's id win.
func (p *policy) merge(other *policy) {
	if other.ID != "" {
		p.ID = other.ID
	}
	p.Version = max(p.Version, other.Version)
	index := make(map[string]int, len(p.Statements))
	for i, s := range slices.Backward(p.Statements) {
		index[s.Sid] = i
	}
	for _, s := range other.Statements {
		if at, ok := index[s.Sid]; ok && s.Sid != "" {
			p.Statements[at] = s
			continue
		}
		index[s.Sid] = len(p.Statements)
		p.Statements = append(p.Statements, s)
	}
}

// principals are in the order of the provider's set, which shows where one
// type stands twice.
type principals []principal

type principal struct {
	kind string
	// ids is the one text, or a list; one and many differ in what becomes of
	// them together with others of the same type.
	ids  []string
	list bool
}

func configuredPrincipals(a args, name, version string) (principals, error) {
	blocks, known := a.list(name)
	if !known {
		return nil, ErrUnknown
	}
	items := make([]setItem[principal], 0, len(blocks))
	for _, block := range blocks {
		b := args{block}
		kind, known := b.text("type")
		ids, knownIDs := b.texts("identifiers")
		if !known || !knownIDs {
			return nil, ErrUnknown
		}
		key := "identifiers:{" + terminated(hashOrder(ids)) + "};type:" + kind + ";"
		ids = reverseSorted(ids)
		if err := replaceVariables(ids, version); err != nil {
			return nil, err
		}
		items = append(items, setItem[principal]{key, principal{kind: kind, ids: ids, list: len(ids) != 1}})
	}
	return inSetOrder(items), nil
}

// MarshalJSON writes {"*": "*"} as "*" and leaves {"AWS": "*"}, which is not
// the same to IAM roles.
func (ps principals) MarshalJSON() ([]byte, error) {
	if len(ps) == 1 && ps[0].kind == "*" && len(ps[0].ids) == 1 && ps[0].ids[0] == "*" {
		return []byte(`"*"`), nil
	}
	byKind := make(map[string]any)
	for _, p := range ps {
		ids := p.ids
		if p.list {
			ids = slices.Clone(ids)
			slices.Sort(ids)
			slices.Reverse(ids)
		}
		switch have := byKind[p.kind].(type) {
		case nil:
			if !p.list {
				byKind[p.kind] = ids[0]
				continue
			}
			byKind[p.kind] = append([]string{}, ids...)
		case string:
			byKind[p.kind] = append([]string{have}, ids...)
		case []string:
			byKind[p.kind] = append(have, ids...)
		}
	}
	return json.Marshal(byKind)
}

// UnmarshalJSON reads a document that is merged.
func (ps *principals) UnmarshalJSON(data []byte) error {
	var doc any
	if err := json.Unmarshal(data, &doc); err != nil {
		return err
	}
	*ps = nil
	switch doc := doc.(type) {
	case string:
		*ps = principals{{kind: "*", ids: []string{"*"}, list: true}}
	case map[string]any:
		for kind, ids := range doc {
			switch ids := ids.(type) {
			case string:
				*ps = append(*ps, principal{kind: kind, ids: []string{ids}})
			case []any:
				texts, err := allTexts(ids)
				if err != nil {
					return fmt.Errorf("principal type %q: %w", kind, err)
				}
				*ps = append(*ps, principal{kind: kind, ids: texts, list: true})
			default:
				return fmt.Errorf("unsupported principal of type %T", ids)
			}
		}
	default:
		return fmt.Errorf("unsupported principal of type %T", doc)
	}
	return nil
}

type conditions []condition

type condition struct {
	test, variable string
	values         []string
}

func configuredConditions(a args, version string) (conditions, error) {
	blocks, known := a.list("condition")
	if !known {
		return nil, ErrUnknown
	}
	items := make([]setItem[condition], 0, len(blocks))
	for _, block := range blocks {
		b := args{block}
		test, known1 := b.text("test")
		variable, known2 := b.text("variable")
		values, known3 := b.texts("values")
		if !known1 || !known2 || !known3 {
			return nil, ErrUnknown
		}
		key := "test:" + test + ";values:(" + terminated(values) + ");variable:" + variable + ";"
		if err := replaceVariables(values, version); err != nil {
			return nil, err
		}
		items = append(items, setItem[condition]{key, condition{test, variable, values}})
	}
	return inSetOrder(items), nil
}

// MarshalJSON puts the values of one test of one variable together.
func (cs conditions) MarshalJSON() ([]byte, error) {
	tests := make(map[string]map[string]any)
	for _, c := range cs {
		variables := tests[c.test]
		if variables == nil {
			variables = make(map[string]any)
			tests[c.test] = variables
		}
		have, _ := variables[c.variable].([]string)
		if have == nil {
			have = []string{}
		}
		variables[c.variable] = append(have, c.values...)
	}
	for _, variables := range tests {
		for name, values := range variables {
			variables[name] = oneOrMany(values.([]string))
		}
	}
	return json.Marshal(tests)
}

// UnmarshalJSON reads a document that is merged. Values that are neither text
// nor boolean are left out, as the provider does.
func (cs *conditions) UnmarshalJSON(data []byte) error {
	var doc map[string]map[string]any
	if err := json.Unmarshal(data, &doc); err != nil {
		return err
	}
	*cs = nil
	for test, variables := range doc {
		for variable, value := range variables {
			var values []string
			switch v := value.(type) {
			case string:
				values = []string{v}
			case bool:
				values = []string{strconv.FormatBool(v)}
			case []any:
				texts, err := allTexts(v)
				if err != nil {
					return fmt.Errorf("condition %q: %w", variable, err)
				}
				values = texts
			default:
				continue
			}
			*cs = append(*cs, condition{test, variable, values})
		}
	}
	return nil
}

func allTexts(list []any) ([]string, error) {
	texts := make([]string, len(list))
	for i, e := range list {
		s, ok := e.(string)
		if !ok {
			return nil, fmt.Errorf("element %d is no text", i)
		}
		texts[i] = s
	}
	return texts, nil
}

func oneOrMany(texts []string) any {
	if len(texts) == 1 {
		return texts[0]
	}
	return texts
}

// reverseSorted is a set of texts in the order of the provider's documents.
func reverseSorted(texts []string) []string {
	texts = slices.Clone(texts)
	slices.Sort(texts)
	texts = slices.Compact(texts)
	slices.Reverse(texts)
	return texts
}

// A setItem is an element of a set of blocks with the text that the plugin SDK
// hashes to find its place.
type setItem[T any] struct {
	key  string
	item T
}

// inSetOrder sorts as the plugin SDK does: by the decimal digits of a hash.
func inSetOrder[T any](items []setItem[T]) []T {
	if len(items) == 0 {
		return nil
	}
	slices.SortStableFunc(items, func(a, b setItem[T]) int { return strings.Compare(hashCode(a.key), hashCode(b.key)) })
	items = slices.CompactFunc(items, func(a, b setItem[T]) bool { return a.key == b.key })
	out := make([]T, len(items))
	for i, it := range items {
		out[i] = it.item
	}
	return out
}

// hashOrder is a set of texts in the SDK's order.
func hashOrder(texts []string) []string {
	texts = slices.Clone(texts)
	slices.SortFunc(texts, func(a, b string) int { return strings.Compare(hashCode(a+";"), hashCode(b+";")) })
	return slices.Compact(texts)
}

// terminated writes texts as the SDK does before it hashes them.
func terminated(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	return strings.Join(texts, ";") + ";"
}

func hashCode(s string) string {
	return strconv.Itoa(int(crc32.ChecksumIEEE([]byte(s))))
}
