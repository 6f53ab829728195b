package lang

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// param is a parameter that takes known, non-null values and whose marks pass
// to the result.
func param(name string, ty cty.Type) function.Parameter {
	return function.Parameter{Name: name, Type: ty}
}

// anyParam is a parameter that takes every value there is.
func anyParam(name string) function.Parameter {
	return function.Parameter{
		Name: name, Type: cty.DynamicPseudoType,
		AllowNull: true, AllowUnknown: true, AllowDynamicType: true,
	}
}

// define makes a function with one result type that is never null.
func define(ret cty.Type, impl func(args []cty.Value) (cty.Value, error), params ...function.Parameter) function.Function {
	return function.New(&function.Spec{
		Params:       params,
		Type:         function.StaticReturnType(ret),
		RefineResult: notNull,
		Impl:         func(args []cty.Value, _ cty.Type) (cty.Value, error) { return impl(args) },
	})
}

// ofStrings makes a function of strings to a string.
func ofStrings(impl func(args []string) (string, error), names ...string) function.Function {
	params := make([]function.Parameter, len(names))
	for i, name := range names {
		params[i] = param(name, cty.String)
	}
	return define(cty.String, func(args []cty.Value) (cty.Value, error) {
		texts := make([]string, len(args))
		for i, arg := range args {
			texts[i] = arg.AsString()
		}
		s, err := impl(texts)
		if err != nil {
			return cty.NilVal, err
		}
		return cty.StringVal(s), nil
	}, params...)
}

func notNull(b *cty.RefinementBuilder) *cty.RefinementBuilder { return b.NotNull() }

// text is a known string, whatever its marks.
func text(v cty.Value) (string, bool) {
	v, _ = v.Unmark()
	if v.Type() != cty.String || !v.IsKnown() || v.IsNull() {
		return "", false
	}
	return v.AsString(), true
}

// wholeNumber is a known whole number, or the nearest one that fits an int.
func wholeNumber(v cty.Value) (int, bool) {
	v, _ = v.Unmark()
	if v.Type() != cty.Number || !v.IsKnown() || v.IsNull() {
		return 0, false
	}
	f := v.AsBigFloat()
	if !f.IsInt() {
		return 0, false
	}
	n, _ := f.Int64()
	return int(n), true
}

// count is the number of elements of a value, 0 if it is not known or has none.
func count(v cty.Value) int {
	v, _ = v.Unmark()
	ty := v.Type()
	switch {
	case ty.IsTupleType():
		return ty.Length()
	case ty.IsObjectType():
		return len(ty.AttributeTypes())
	case !v.IsKnown() || v.IsNull() || !ty.IsCollectionType():
		return 0
	}
	return v.LengthInt()
}
