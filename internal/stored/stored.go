// Package stored turns objects as Terraform stores them, in plans and state,
// into the bodies of an estate's resources.
//
// [Body] reads the attributes of one object by the provider's schema: blocks
// become blocks whatever their nesting mode, numbers and sets get their types,
// and what is unknown stays unknown. A type that the schema table does not
// have is read by its shape.
package stored

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"merlon"
	"merlon/internal/schema"
)

// maxDepth bounds the nesting of values: the input may be made of nothing else.
const maxDepth = 64

// An Object is what is stored of one resource instance. Values are as
// encoding/json gives them with UseNumber.
type Object struct {
	Values map[string]any
	// Unknown and Sensitive have the shape of Values, with true where a value
	// is known only after apply, or must not be shown; they may be nil.
	Unknown   any
	Sensitive any
	// Set are the expressions that the configuration has for the values, as a
	// plan tells them: by name, for nested blocks in a list. What is not among
	// them is what the provider makes of nothing. Nil means that there is no
	// telling.
	Set any
}

// Body reads an object. Null and empty values are left out: they say nothing.
func Body(sch *schema.Block, o Object, header merlon.Range) *merlon.Block {
	r := reader{header: header}
	return r.block(sch, o.Values, shapes{o.Unknown, o.Sensitive, o.Set}, 0)
}

// shapes go along with a value: what of it is unknown, sensitive, and set.
type shapes struct{ unknown, sensitive, set any }

func (s shapes) below(name string) shapes {
	out := shapes{unknown: below(s.unknown, name), sensitive: below(s.sensitive, name)}
	if set, ok := s.set.(map[string]any); ok {
		out.set = set[name]
	}
	return out
}

func (s shapes) at(i int) shapes {
	out := shapes{unknown: at(s.unknown, i), sensitive: at(s.sensitive, i)}
	if list, ok := s.set.([]any); ok && len(list) > 0 {
		out.set = list[min(i, len(list)-1)] // a dynamic block has one entry for all it makes
	}
	return out
}

// unsets reports whether nobody set the value of a name: the expressions are
// known, and there is none for it.
func (s shapes) unsets(name string) bool {
	set, ok := s.set.(map[string]any)
	if !ok || isExpression(set) {
		return false
	}
	_, have := set[name]
	return !have
}

// isExpression tells an expression from the expressions of a block.
func isExpression(set map[string]any) bool {
	_, references := set["references"].([]any)
	_, constant := set["constant_value"]
	return references || constant
}

type reader struct{ header merlon.Range }

func (r reader) block(sch *schema.Block, values map[string]any, with shapes, depth int) *merlon.Block {
	b := &merlon.Block{Range: r.header, Header: r.header}
	if depth > maxDepth {
		return b
	}
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	if more, ok := with.unknown.(map[string]any); ok {
		for name := range more {
			if _, have := values[name]; !have {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	for _, name := range names {
		a, ok := r.attribute(sch, name, values[name], with.below(name), depth)
		if !ok {
			continue
		}
		if with.unsets(name) {
			if a.IsBlocks() {
				continue // blocks that the provider makes up
			}
			a.Computed = !a.Value.IsKnown()
			a.Defaulted = !a.Computed
		}
		b.Attributes = append(b.Attributes, a)
	}
	return b
}

// below is the part of an unknown or sensitive shape under a name.
func below(shape any, name string) any {
	switch s := shape.(type) {
	case bool:
		return s
	case map[string]any:
		return s[name]
	}
	return nil
}

func at(shape any, i int) any {
	switch s := shape.(type) {
	case bool:
		return s
	case []any:
		if i < len(s) {
			return s[i]
		}
	}
	return nil
}

func (r reader) attribute(sch *schema.Block, name string, value any, with shapes, depth int) (merlon.Attribute, bool) {
	out := merlon.Attribute{Name: name, Range: r.header}
	out.Sensitive = with.sensitive == true
	attr := sch.Attribute(name)
	nested := nestedBlock(sch, name)
	switch {
	case nested != nil:
		out.Blocks = r.blocks(&nested.Block, value, with, depth)
		out.More = with.unknown == true
		return out, len(out.Blocks) > 0 || out.More
	case attr != nil && attr.IsBlockSyntax() && with.unknown != true:
		out.Blocks = r.blocks(objectSchema(attr), value, with, depth)
		return out, len(out.Blocks) > 0
	case attr == nil && sch == nil && isObjects(value) && with.unknown != true:
		out.Blocks = r.blocks(nil, value, with, depth)
		return out, len(out.Blocks) > 0
	}
	ty := cty.DynamicPseudoType
	if attr != nil {
		ty = attr.Type.WithoutOptionalAttributesDeep()
		out.Sensitive = out.Sensitive || attr.Sensitive
	}
	out.Value = valueOf(value, with.unknown, 0)
	if converted, err := convert.Convert(out.Value, ty); err == nil {
		out.Value = converted
	}
	return out, !IsEmpty(out.Value)
}

func nestedBlock(sch *schema.Block, name string) *schema.NestedBlock {
	if sch == nil {
		return nil
	}
	return sch.Block(name)
}

// objectSchema is the schema of the objects of an attribute that is written as
// blocks.
func objectSchema(attr *schema.Attribute) *schema.Block {
	if attr.Nested != nil {
		return attr.Nested
	}
	ty := attr.Type
	if !ty.IsCollectionType() || !ty.ElementType().IsObjectType() {
		return nil
	}
	b := &schema.Block{}
	for name, t := range ty.ElementType().AttributeTypes() {
		b.Attributes = append(b.Attributes, schema.Attribute{Name: name, Type: t})
	}
	slices.SortFunc(b.Attributes, func(a, c schema.Attribute) int { return strings.Compare(a.Name, c.Name) })
	return b
}

// isObjects reports whether a value is a list of objects, as blocks are stored.
func isObjects(value any) bool {
	list, ok := value.([]any)
	if !ok || len(list) == 0 {
		return false
	}
	for _, e := range list {
		if _, ok := e.(map[string]any); !ok {
			return false
		}
	}
	return true
}

func (r reader) blocks(sch *schema.Block, value any, with shapes, depth int) []*merlon.Block {
	var out []*merlon.Block
	switch v := value.(type) {
	case map[string]any:
		out = append(out, r.block(sch, v, with, depth+1))
	case []any:
		for i, e := range v {
			if object, ok := e.(map[string]any); ok {
				out = append(out, r.block(sch, object, with.at(i), depth+1))
			}
		}
	}
	return out
}

// valueOf is a stored value by its shape.
func valueOf(value, unknown any, depth int) cty.Value {
	if unknown == true {
		return cty.DynamicVal
	}
	if depth > maxDepth {
		return cty.NullVal(cty.DynamicPseudoType)
	}
	switch v := value.(type) {
	case string:
		return cty.StringVal(v)
	case bool:
		return cty.BoolVal(v)
	case json.Number:
		return numberOf(v)
	case []any:
		n := len(v)
		if more, ok := unknown.([]any); ok && len(more) > n {
			n = len(more)
		}
		list := make([]cty.Value, n)
		for i := range list {
			var e any
			if i < len(v) {
				e = v[i]
			}
			list[i] = valueOf(e, at(unknown, i), depth+1)
		}
		return cty.TupleVal(list)
	case map[string]any:
		object := make(map[string]cty.Value, len(v))
		for name, e := range v {
			object[name] = valueOf(e, below(unknown, name), depth+1)
		}
		if more, ok := unknown.(map[string]any); ok {
			for name, u := range more {
				if _, have := object[name]; !have && u == true {
					object[name] = cty.DynamicVal
				}
			}
		}
		return cty.ObjectVal(object)
	}
	if more, ok := unknown.(map[string]any); ok && len(more) > 0 {
		return valueOf(map[string]any{}, unknown, depth)
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

// numberOf reads a number; one beyond any that Terraform holds is null.
func numberOf(n json.Number) cty.Value {
	if i, err := n.Int64(); err == nil {
		return cty.NumberIntVal(i)
	}
	if e := strings.IndexAny(n.String(), "eE"); e >= 0 && len(n.String())-e > 5 {
		return cty.NullVal(cty.Number)
	}
	f, _, err := big.ParseFloat(n.String(), 10, 512, big.ToNearestEven)
	if err != nil {
		return cty.NullVal(cty.Number)
	}
	return cty.NumberVal(f)
}

// IsEmpty reports whether a stored value says nothing: null, or the empty text
// and collections that providers store for what is not set.
func IsEmpty(v cty.Value) bool {
	switch {
	case !v.IsKnown():
		return false
	case v.IsNull():
		return true
	case v.Type() == cty.String:
		return v.AsString() == ""
	case v.Type().IsPrimitiveType() || !v.CanIterateElements():
		return false
	}
	return v.LengthInt() == 0
}

// Value is a stored value by its shape, all of it known.
func Value(value any) cty.Value { return valueOf(value, nil, 0) }

// Key is an instance key as plans and state store it: a number, a text, or
// none.
func Key(index any) cty.Value {
	switch k := index.(type) {
	case json.Number:
		if n, err := k.Int64(); err == nil {
			return cty.NumberIntVal(n)
		}
	case string:
		return cty.StringVal(k)
	}
	return cty.NilVal
}
