package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"merlon/internal/schema"
	"merlon/internal/schema/internal/format"
)

// schemas is all that goes into a table, by name.
type schemas struct {
	managed, data, ephemeral, provider map[string]*block
}

type block struct {
	attrs      map[string]*attr
	blocks     map[string]*nested
	deprecated bool
}

func newBlock() *block {
	return &block{attrs: make(map[string]*attr), blocks: make(map[string]*nested)}
}

type attr struct {
	typ     cty.Type
	flags   byte
	nested  *block // of a nested attribute, which has no typ
	nesting schema.Nesting
	def     string // with format.HasDefault
}

func (a *attr) has(flag byte) bool { return a.flags&flag != 0 }

type nested struct {
	nesting  schema.Nesting
	min, max int
	block    *block
}

// names returns the keys of m in order, so that all walks are deterministic.
func names[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// The types below mirror the output of terraform providers schema -json.

type jsonSchemas struct {
	Providers map[string]struct {
		Provider  jsonSchema            `json:"provider"`
		Managed   map[string]jsonSchema `json:"resource_schemas"`
		Data      map[string]jsonSchema `json:"data_source_schemas"`
		Ephemeral map[string]jsonSchema `json:"ephemeral_resource_schemas"`
	} `json:"provider_schemas"`
}

type jsonSchema struct {
	Block jsonBlock `json:"block"`
}

type jsonBlock struct {
	Attributes map[string]jsonAttr   `json:"attributes"`
	Blocks     map[string]jsonNested `json:"block_types"`
	Deprecated bool                  `json:"deprecated"`
}

type jsonAttr struct {
	Type       json.RawMessage `json:"type"`
	Nested     *jsonNestedType `json:"nested_type"`
	Required   bool            `json:"required"`
	Optional   bool            `json:"optional"`
	Computed   bool            `json:"computed"`
	Sensitive  bool            `json:"sensitive"`
	WriteOnly  bool            `json:"write_only"`
	Deprecated bool            `json:"deprecated"`
}

type jsonNestedType struct {
	Attributes map[string]jsonAttr `json:"attributes"`
	Nesting    string              `json:"nesting_mode"`
}

type jsonNested struct {
	Block    jsonBlock `json:"block"`
	Nesting  string    `json:"nesting_mode"`
	MinItems int       `json:"min_items"`
	MaxItems int       `json:"max_items"`
}

// parseSchemas reads the output of terraform providers schema -json.
func parseSchemas(src []byte) (*schemas, error) {
	var in jsonSchemas
	if err := json.Unmarshal(src, &in); err != nil {
		return nil, err
	}
	out := &schemas{
		managed:   make(map[string]*block),
		data:      make(map[string]*block),
		ephemeral: make(map[string]*block),
		provider:  make(map[string]*block),
	}
	for _, addr := range names(in.Providers) {
		p := in.Providers[addr]
		if addr == "registry.terraform.io/hashicorp/aws" {
			b, err := p.Provider.Block.convert()
			if err != nil {
				return nil, err
			}
			out.provider["aws"] = b
		}
		for _, kind := range []struct {
			from map[string]jsonSchema
			to   map[string]*block
		}{{p.Managed, out.managed}, {p.Data, out.data}, {p.Ephemeral, out.ephemeral}} {
			for typ, s := range kind.from {
				b, err := s.Block.convert()
				if err != nil {
					return nil, fmt.Errorf("%s: %w", typ, err)
				}
				kind.to[typ] = b
			}
		}
	}
	return out, nil
}

func (b *jsonBlock) convert() (*block, error) {
	attrs, err := convertAttrs(b.Attributes)
	if err != nil {
		return nil, err
	}
	out := newBlock()
	out.attrs, out.deprecated = attrs, b.Deprecated
	for name, n := range b.Blocks {
		mode, err := parseNesting(n.Nesting)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		inner, err := n.Block.convert()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out.blocks[name] = &nested{mode, n.MinItems, n.MaxItems, inner}
	}
	return out, nil
}

func convertAttrs(in map[string]jsonAttr) (map[string]*attr, error) {
	out := make(map[string]*attr)
	for name, a := range in {
		to := new(attr)
		for _, f := range []struct {
			set  bool
			flag byte
		}{
			{a.Required, format.Required},
			{a.Optional, format.Optional},
			{a.Computed, format.Computed},
			{a.Sensitive, format.Sensitive},
			{a.WriteOnly, format.WriteOnly},
			{a.Deprecated, format.Deprecated},
		} {
			if f.set {
				to.flags |= f.flag
			}
		}
		var err error
		if a.Nested != nil {
			to.flags |= format.HasNested
			to.nested = new(block)
			if to.nesting, err = parseNesting(a.Nested.Nesting); err == nil {
				to.nested.attrs, err = convertAttrs(a.Nested.Attributes)
			}
		} else {
			to.typ, err = ctyjson.UnmarshalType(a.Type)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out[name] = to
	}
	return out, nil
}

func parseNesting(s string) (schema.Nesting, error) {
	for n := schema.Single; n <= schema.Map; n++ {
		if n.String() == s {
			return n, nil
		}
	}
	return 0, fmt.Errorf("unknown nesting mode %q", s)
}
