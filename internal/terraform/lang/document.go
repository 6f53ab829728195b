package lang

import (
	"strings"

	ctyyaml "github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function/stdlib"
	"gopkg.in/yaml.v3"
)

// maxDepth bounds how deep documents nest: their readers are recursive.
const maxDepth = 2000

func (b *builder) documents() {
	b.guard("jsonencode", stdlib.JSONEncodeFunc, limitArgs)
	b.guard("jsondecode", stdlib.JSONDecodeFunc, limitJSON)
	b.guard("yamlencode", ctyyaml.YAMLEncodeFunc, yamlArgs)
	b.guard("yamldecode", ctyyaml.YAMLDecodeFunc, limitYAML)
	b.guard("csvdecode", stdlib.CSVDecodeFunc, func(l limits, args []cty.Value) error {
		s, _ := text(args[0])
		return l.countAtMost(strings.Count(s, "\n"))
	})
}

// limitJSON refuses a document that is too deep or has too many parts.
func limitJSON(l limits, args []cty.Value) error {
	s, ok := text(args[0])
	if !ok {
		return nil
	}
	if err := l.atMost(len(s)); err != nil {
		return err
	}
	parts, deepest := nesting(s, true)
	if deepest > maxDepth {
		return l.tooLarge("nesting", maxDepth)
	}
	return l.countAtMost(parts / 4)
}

// nesting counts the separators of a text and how deep its brackets nest.
// Those in double-quoted strings are left out if quotes is set.
func nesting(s string, quotes bool) (parts, deepest int) {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '"':
			for i++; quotes && i < len(s) && s[i] != '"'; i++ {
				if s[i] == '\\' {
					i++
				}
			}
		case '[', '{':
			depth++
			deepest = max(deepest, depth)
		case ']', '}':
			depth--
		case ',':
			parts++
		}
	}
	return parts, deepest
}

// limitYAML refuses a document that is too deep, or that grows with aliases of
// aliases. The reader that gives the value has no such bounds, so a second one
// that has looks at the document first, if it could do harm.
func limitYAML(l limits, args []cty.Value) error {
	s, ok := text(args[0])
	if !ok {
		return nil
	}
	if err := l.atMost(len(s)); err != nil {
		return err
	}
	aliases := strings.Contains(s, "&") && strings.Contains(s, "*")
	if len(s) < 4*maxDepth && !aliases {
		return nil
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(s), &doc); err != nil {
		if len(s) < 16*maxDepth && !aliases {
			return nil // the real reader can do no harm, and says it better
		}
		return err
	}
	w := yamlWalk{max: l.elements, sizes: make(map[*yaml.Node]int)}
	if w.size(&doc, 0) > l.elements {
		return l.tooLarge("document", l.elements)
	}
	return nil
}

// yamlWalk measures a document with its aliases written out.
type yamlWalk struct {
	max   int
	sizes map[*yaml.Node]int
}

func (w *yamlWalk) size(n *yaml.Node, depth int) int {
	if depth > maxDepth {
		return w.max + 1
	}
	if n.Kind == yaml.AliasNode {
		if n.Alias == nil {
			return 1
		}
		n = n.Alias
	}
	if size, ok := w.sizes[n]; ok {
		return size
	}
	w.sizes[n] = 1 // a cycle, which the real reader refuses
	size := 1
	for _, child := range n.Content {
		if size += w.size(child, depth+1); size > w.max {
			size = w.max + 1
			break
		}
	}
	w.sizes[n] = size
	return size
}
