package datasource

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// args reads configured arguments.
type args struct{ v cty.Value }

// get is an argument, or null.
func (a args) get(name string) cty.Value {
	null := cty.NullVal(cty.DynamicPseudoType)
	if a.v == cty.NilVal {
		return null
	}
	ty := a.v.Type()
	switch {
	case !a.v.IsKnown():
		return cty.DynamicVal
	case a.v.IsNull():
		return null
	case ty.IsObjectType() && ty.HasAttribute(name):
		return a.v.GetAttr(name)
	case ty.IsMapType():
		if key := cty.StringVal(name); a.v.HasIndex(key).True() {
			return a.v.Index(key)
		}
	}
	return null
}

// text is a string argument, "" if it is not set; known is false if there is
// no telling.
func (a args) text(name string) (s string, known bool) { return textOf(a.get(name)) }

func textOf(v cty.Value) (s string, known bool) {
	if !v.IsKnown() {
		return "", false
	}
	if v.IsNull() {
		return "", true
	}
	v, err := convert.Convert(v, cty.String)
	if err != nil || !v.IsKnown() || v.IsNull() {
		return "", false
	}
	return v.AsString(), true
}

// textOr is a string argument or, if it is not set, what is known otherwise.
// It is "" if neither is known.
func (a args) textOr(name, def string) string {
	s, known := a.text(name)
	if known && s == "" {
		return def
	}
	return s
}

// flag is a boolean argument with a default.
func (a args) flag(name string, def bool) (on, known bool) {
	v := a.get(name)
	if !v.IsKnown() {
		return false, false
	}
	if v.IsNull() {
		return def, true
	}
	v, err := convert.Convert(v, cty.Bool)
	if err != nil || !v.IsKnown() || v.IsNull() {
		return false, false
	}
	return v.True(), true
}

// list is the elements of an argument or the blocks of a type.
func (a args) list(name string) (elems []cty.Value, known bool) {
	v := a.get(name)
	switch ty := v.Type(); {
	case !v.IsKnown():
		return nil, false
	case v.IsNull():
		return nil, true
	case ty.IsObjectType(), ty.IsPrimitiveType():
		return []cty.Value{v}, true // one block, or one text
	case ty.IsListType(), ty.IsSetType(), ty.IsTupleType():
		return v.AsValueSlice(), true
	}
	return nil, false
}

// texts is the elements of an argument as strings. A null among them is no
// text, and Terraform refuses it.
func (a args) texts(name string) (out []string, known bool) {
	elems, known := a.list(name)
	for _, e := range elems {
		s, ok := textOf(e)
		if !ok || e.IsNull() {
			return nil, false
		}
		out = append(out, s)
	}
	return out, known
}

// isSet reports whether an argument has a value, or may have.
func (a args) isSet(name string) bool {
	v := a.get(name)
	return !v.IsKnown() || !v.IsNull()
}
