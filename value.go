package merlon

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// A Value is one value inside a resource: what it is, where it stands, and
// where it came from. The zero Value is a null that is nowhere.
//
// All questions are three-valued where they can be: an unknown value never
// answers as if it were known. An absent attribute is null, not unknown, even
// where the provider will compute it; IsSet tells the two nulls apart.
type Value struct {
	res   *Resource
	attr  *Attribute // the attribute the value is in; nil for a body or an absent one
	block *Block     // set for a body: a resource's own or a nested block's
	v     cty.Value  // the value; NilVal for blocks and absent ones
	rng   Range
	path  string
	set   bool
	list  bool // the value is the list of attr's blocks
}

// Resource is the resource that the value is part of.
func (v Value) Resource() *Resource { return v.res }

// Range is where the value stands: its expression, or for an absent one the
// header of the block that it is missing from.
func (v Value) Range() Range { return v.rng }

// Path is the way to the value inside its resource: "ingress[1].cidr_blocks".
func (v Value) Path() string { return v.path }

// Name is the last name of the path: "cidr_blocks".
func (v Value) Name() string {
	path := v.path
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		path = path[i+1:]
	}
	if i := strings.IndexByte(path, '['); i >= 0 {
		path = path[:i]
	}
	return path
}

// IsSet reports whether somebody wrote the value: false for an absent
// attribute, one that the provider computes, and an explicit null.
func (v Value) IsSet() bool {
	if !v.set {
		return false
	}
	if v.block != nil || v.list {
		return true
	}
	return v.v == cty.NilVal || !v.v.IsKnown() || !v.v.IsNull()
}

// IsNull reports whether the value is absent or null. An unknown value is not.
func (v Value) IsNull() bool { return !v.IsSet() }

// IsUnknown reports whether nothing is known of the value itself. Parts of a
// known value may still be unknown; see [Value.IsWhollyKnown].
func (v Value) IsUnknown() bool {
	return v.set && v.block == nil && !v.list && v.v != cty.NilVal && !v.v.IsKnown()
}

// IsWhollyKnown reports whether the value and all of its parts are known.
func (v Value) IsWhollyKnown() bool {
	switch {
	case v.list:
		if v.attr.More {
			return false
		}
		for _, b := range v.attr.Blocks {
			if !blockKnown(b) {
				return false
			}
		}
		return true
	case v.block != nil:
		return blockKnown(v.block)
	case v.v == cty.NilVal:
		return true
	}
	return v.v.IsWhollyKnown()
}

func blockKnown(b *Block) bool {
	for i := range b.Attributes {
		a := &b.Attributes[i]
		if a.Computed {
			continue
		}
		if !(Value{attr: a, v: a.Value, list: a.IsBlocks(), set: true}).IsWhollyKnown() {
			return false
		}
	}
	return true
}

// Cty is the value in cty's language: null for an absent one, an object for a
// block, a tuple of objects for a list of blocks. It has no marks.
func (v Value) Cty() cty.Value {
	switch {
	case v.list:
		return blocksValue(v.attr)
	case v.block != nil:
		return blockValue(v.block)
	case v.v == cty.NilVal:
		return cty.NullVal(cty.DynamicPseudoType)
	}
	return v.v
}

// Effective is the value that AWS is given: for a null to which the provider
// gives its default, that default.
func (v Value) Effective() cty.Value {
	if v.attr != nil && v.attr.Defaulted && v.block == nil && v.v != cty.NilVal && v.v.IsNull() {
		return v.attr.Value
	}
	return v.Cty()
}

func blockValue(b *Block) cty.Value {
	attrs := make(map[string]cty.Value, len(b.Attributes))
	for i := range b.Attributes {
		a := &b.Attributes[i]
		if a.IsBlocks() {
			attrs[a.Name] = blocksValue(a)
		} else {
			attrs[a.Name] = a.Value
		}
	}
	return cty.ObjectVal(attrs)
}

func blocksValue(a *Attribute) cty.Value {
	if a.More {
		return cty.DynamicVal
	}
	vals := make([]cty.Value, len(a.Blocks))
	for i, b := range a.Blocks {
		vals[i] = blockValue(b)
	}
	return cty.TupleVal(vals)
}

// Attr finds a value below this one by its path of names; see [Resource.Attr].
func (v Value) Attr(path ...string) Value {
	for _, name := range path {
		v = v.child(name)
	}
	return v
}

// child steps to one name, through the first element of a list of blocks.
func (v Value) child(name string) Value {
	switch {
	case v.list:
		if len(v.attr.Blocks) == 0 {
			return v.absent(name)
		}
		return v.element(0).child(name)
	case v.block != nil:
		a := v.block.Find(name)
		if a == nil || a.Computed {
			return v.absent(name)
		}
		child := Value{res: v.res, attr: a, v: a.Value, rng: a.Range, path: v.join(name), set: true}
		child.list = a.IsBlocks()
		if a.Defaulted {
			child.v = cty.NullVal(a.Value.Type())
		}
		if child.list && len(a.Blocks) == 0 && !a.More {
			return v.absent(name)
		}
		return child
	case v.v == cty.NilVal || v.v.IsKnown() && v.v.IsNull():
		return v.absent(name)
	case !v.v.IsKnown():
		// Nothing is known of the parts of an unknown value.
		child := v
		child.v = cty.DynamicVal
		child.path = v.join(name)
		return child
	}
	ty := v.v.Type()
	switch {
	case ty.IsObjectType():
		if !ty.HasAttribute(name) {
			return v.absent(name)
		}
		return v.part(v.v.GetAttr(name), v.join(name))
	case ty.IsMapType():
		key := cty.StringVal(name)
		if has := v.v.HasIndex(key); has.IsKnown() && has.True() {
			return v.part(v.v.Index(key), v.join(name))
		}
		return v.absent(name)
	case ty.IsListType() || ty.IsSetType() || ty.IsTupleType():
		for e := range v.Elements() {
			return e.child(name)
		}
	}
	return v.absent(name)
}

// absent is the null that stands for a name that is not there.
func (v Value) absent(name string) Value {
	rng := v.rng
	if v.block != nil && !v.block.Header.IsZero() {
		rng = v.block.Header
	}
	return Value{res: v.res, rng: rng, path: v.join(name)}
}

func (v Value) part(val cty.Value, path string) Value {
	return Value{res: v.res, attr: v.attr, v: val, rng: v.rng, path: path, set: true}
}

func (v Value) join(name string) string {
	if v.path == "" {
		return name
	}
	return v.path + "." + name
}

func (v Value) element(i int) Value {
	b := v.attr.Blocks[i]
	return Value{
		res: v.res, attr: v.attr, block: b, rng: b.Header,
		path: v.path + "[" + strconv.Itoa(i) + "]", set: true,
	}
}

// Truth reads the value as a condition. Null and absent are False; a string
// "true" or a number 1 counts as Terraform's conversion does. Use [Value.Or]
// first where the default is not false.
func (v Value) Truth() Truth {
	if v.IsNull() {
		return False
	}
	if v.block != nil || v.list {
		return True
	}
	if !v.v.IsKnown() {
		return Unknown
	}
	switch v.v.Type() {
	case cty.Bool:
		return TruthOf(v.v.True())
	case cty.String:
		switch strings.ToLower(strings.TrimSpace(v.v.AsString())) {
		case "true", "1", "yes", "on", "enabled":
			return True
		}
		return False
	case cty.Number:
		return TruthOf(v.v.AsBigFloat().Sign() != 0)
	}
	return False
}

// Or reads the value as a condition with a default for null and absent.
func (v Value) Or(def Truth) Truth {
	if v.IsNull() {
		return def
	}
	return v.Truth()
}

// Text is the value as a known string; numbers and booleans are converted as
// Terraform does. The second result is false for null, unknown and others.
func (v Value) Text() (string, bool) {
	if v.v == cty.NilVal || !v.v.IsKnown() || v.v.IsNull() {
		return "", false
	}
	switch v.v.Type() {
	case cty.String:
		return v.v.AsString(), true
	case cty.Number, cty.Bool:
		s, err := convert.Convert(v.v, cty.String)
		if err != nil {
			return "", false
		}
		return s.AsString(), true
	}
	return "", false
}

// String is the known text, or "" where there is none. It is for messages.
func (v Value) String() string {
	s, _ := v.Text()
	return s
}

// Document is the text of a string that may be known in parts only: each
// unknown part stands as a [Placeholder]. The second result is false where
// not even that is known, or the value is null.
func (v Value) Document() (string, bool) {
	if s, ok := v.Text(); ok {
		return s, true
	}
	if v.IsUnknown() && v.attr != nil && v.attr.Document != "" {
		return v.attr.Document, true
	}
	return "", false
}

// Number is the value as a known number; a numeric string counts.
func (v Value) Number() (float64, bool) {
	if v.v == cty.NilVal || !v.v.IsKnown() || v.v.IsNull() {
		return 0, false
	}
	switch v.v.Type() {
	case cty.Number:
		f, _ := v.v.AsBigFloat().Float64()
		return f, true
	case cty.String:
		f, _, err := big.ParseFloat(strings.TrimSpace(v.v.AsString()), 10, 64, big.ToNearestEven)
		if err != nil {
			return 0, false
		}
		n, _ := f.Float64()
		return n, true
	}
	return 0, false
}

// Int is the value as a known whole number.
func (v Value) Int() (int, bool) {
	f, ok := v.Number()
	if !ok || f != float64(int(f)) {
		return 0, false
	}
	return int(f), true
}

// Is asks whether the value is one of the given texts, letter case aside.
// Null and absent are False.
func (v Value) Is(texts ...string) Truth {
	if v.IsUnknown() {
		return Unknown
	}
	s, ok := v.Text()
	if !ok {
		return False
	}
	for _, t := range texts {
		if strings.EqualFold(s, t) {
			return True
		}
	}
	return False
}

// Strings are the known texts of a list, set, tuple or single value, and
// whether they are all of it: false where an element, or how many there are,
// is unknown. Null elements are left out.
func (v Value) Strings() (texts []string, complete bool) {
	complete = !v.MayHaveMore()
	for e := range v.Elements() {
		if s, ok := e.Text(); ok {
			texts = append(texts, s)
		} else if e.IsUnknown() {
			complete = false
		}
	}
	return texts, complete
}

// Cause is the chain of places that the value passed through, nearest first;
// nil for a literal in place. A part of a dynamic block that has no cause of
// its own has the block's.
func (v Value) Cause() *Cause {
	if v.attr != nil && v.block == nil && v.attr.Cause != nil {
		return v.attr.Cause
	}
	if v.block != nil {
		return v.block.Cause
	}
	return nil
}

// IsSensitive reports whether the value must not be shown.
func (v Value) IsSensitive() bool { return v.attr != nil && v.block == nil && v.attr.Sensitive }
