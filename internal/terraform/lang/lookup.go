package lang

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// lookupFunc finds an element of a map or an attribute of an object. The
// result has the marks of the map, of the key and of what was found.
var lookupFunc = function.New(&function.Spec{
	Params: []function.Parameter{
		{Name: "inputMap", Type: cty.DynamicPseudoType, AllowMarked: true, AllowUnknown: true},
		{Name: "key", Type: cty.String, AllowMarked: true, AllowUnknown: true},
	},
	VarParam: &function.Parameter{
		Name: "default", Type: cty.DynamicPseudoType,
		AllowUnknown: true, AllowDynamicType: true, AllowNull: true, AllowMarked: true,
	},
	Type: lookupType,
	Impl: lookup,
})

func lookupType(args []cty.Value) (cty.Type, error) {
	if len(args) > 3 {
		return cty.NilType, fmt.Errorf("lookup() takes two or three arguments, got %d", len(args))
	}
	ty := args[0].Type()
	switch {
	case ty.IsObjectType():
		key, known := text(args[1])
		switch {
		case !known:
			return cty.DynamicPseudoType, nil
		case ty.HasAttribute(key):
			return ty.AttributeType(key), nil
		case len(args) == 3:
			return args[2].Type(), nil
		}
		return cty.DynamicPseudoType, function.NewArgErrorf(0, "the given object has no attribute %q", key)
	case ty.IsMapType():
		if len(args) == 3 {
			if _, err := convert.Convert(args[2], ty.ElementType()); err != nil {
				return cty.NilType, function.NewArgErrorf(2, "the default value must have the same type as the map elements")
			}
		}
		return ty.ElementType(), nil
	}
	return cty.NilType, function.NewArgErrorf(0, "lookup() requires a map as the first argument")
}

func lookup(args []cty.Value, ret cty.Type) (cty.Value, error) {
	m, mapMarks := args[0].Unmark()
	key, keyMarks := args[1].Unmark()
	if !m.IsKnown() || !key.IsKnown() {
		return cty.UnknownVal(ret).WithMarks(mapMarks, keyMarks), nil
	}
	name := key.AsString()
	switch {
	case m.Type().IsObjectType():
		if m.Type().HasAttribute(name) {
			return m.GetAttr(name).WithMarks(mapMarks, keyMarks), nil
		}
	case m.HasIndex(key).True():
		return m.Index(key).WithMarks(mapMarks, keyMarks), nil
	}
	if len(args) < 3 {
		if len(keyMarks) > 0 {
			name = "(sensitive value)"
		}
		return cty.NilVal, fmt.Errorf("lookup failed to find key %q", name)
	}
	v, err := convert.Convert(args[2], ret)
	if err != nil {
		return cty.NilVal, err
	}
	return v.WithMarks(mapMarks, keyMarks), nil
}

// matchKeysFunc gives the values whose keys are in a search set.
var matchKeysFunc = function.New(&function.Spec{
	Params: []function.Parameter{
		param("values", cty.List(cty.DynamicPseudoType)),
		param("keys", cty.List(cty.DynamicPseudoType)),
		param("searchset", cty.List(cty.DynamicPseudoType)),
	},
	Type: func(args []cty.Value) (cty.Type, error) {
		if ty, _ := convert.UnifyUnsafe([]cty.Type{args[1].Type(), args[2].Type()}); ty == cty.NilType {
			return cty.NilType, errors.New("keys and searchset must be of the same type")
		}
		return args[0].Type(), nil
	},
	RefineResult: notNull,
	Impl: func(args []cty.Value, ret cty.Type) (cty.Value, error) {
		if args[0].LengthInt() != args[1].LengthInt() {
			return cty.NilVal, errors.New("length of keys and values should be equal")
		}
		ty, _ := convert.UnifyUnsafe([]cty.Type{args[1].Type(), args[2].Type()})
		keys, err := convert.Convert(args[1], ty)
		if err != nil {
			return cty.NilVal, err
		}
		wanted, err := convert.Convert(args[2], ty)
		if err != nil {
			return cty.NilVal, err
		}
		if wanted.LengthInt() == 0 {
			return cty.ListValEmpty(ret.ElementType()), nil
		}
		if !args[0].IsWhollyKnown() || !keys.IsWhollyKnown() || !wanted.IsWhollyKnown() {
			return cty.UnknownVal(ret), nil
		}
		return matchKeys(args[0], keys, wanted, ret)
	},
})

func matchKeys(values, keys, wanted cty.Value, ret cty.Type) (cty.Value, error) {
	wants := make(valueSet)
	for _, want := range wanted.AsValueSlice() {
		wants.add(want)
	}
	vals := values.AsValueSlice()
	var out []cty.Value
	for i, key := range keys.AsValueSlice() {
		if wants.has(key) {
			out = append(out, vals[i])
		}
	}
	if len(out) == 0 {
		return cty.ListValEmpty(ret.ElementType()), nil
	}
	return cty.ListVal(out), nil
}

var sumFunc = define(cty.Number, func(args []cty.Value) (_ cty.Value, err error) {
	list := args[0]
	if !list.CanIterateElements() {
		return cty.NilVal, function.NewArgErrorf(0, "cannot sum noniterable")
	}
	if list.LengthInt() == 0 {
		return cty.NilVal, function.NewArgErrorf(0, "cannot sum an empty list")
	}
	if ty := list.Type(); !ty.IsListType() && !ty.IsSetType() && !ty.IsTupleType() {
		return cty.NilVal, function.NewArgErrorf(0, "argument must be list, set, or tuple. Received %s", ty.FriendlyName())
	}
	if !list.IsWhollyKnown() {
		return cty.UnknownVal(cty.Number), nil
	}
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(big.ErrNaN); !ok {
				panic(r)
			}
			err = errors.New("can't compute sum of opposing infinities")
		}
	}()
	var sum cty.Value
	for i, v := range list.AsValueSlice() {
		n, err := convert.Convert(v, cty.Number)
		if err != nil || n.IsNull() {
			return cty.NilVal, function.NewArgErrorf(0, "argument must be list, set, or tuple of number values")
		}
		if i == 0 {
			sum = n
		} else {
			sum = sum.Add(n)
		}
	}
	return sum, nil
}, param("list", cty.DynamicPseudoType))
