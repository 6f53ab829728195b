package lang

import (
	"errors"
	"fmt"
	"slices"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func (b *builder) collections() {
	b.plain(map[string]function.Function{
		"length": lengthFunc,
		"list":   removedFunc("list", "tolist([ ... ])"),
		"map":    removedFunc("map", "tomap({ ... })"),
	})
	for name, fn := range map[string]function.Function{
		"element": elementFunc,
		"keys":    stdlib.KeysFunc,
		"lookup":  lookupFunc,
		"one":     oneFunc,
		"slice":   stdlib.SliceFunc,
		"values":  stdlib.ValuesFunc,
	} {
		b.guard(name, fn, nil)
	}
	for name, fn := range map[string]function.Function{
		"alltrue":      allTrueFunc,
		"anytrue":      anyTrueFunc,
		"chunklist":    stdlib.ChunklistFunc,
		"coalescelist": stdlib.CoalesceListFunc,
		"compact":      stdlib.CompactFunc,
		"contains":     stdlib.ContainsFunc,
		"distinct":     distinctFunc,
		"flatten":      stdlib.FlattenFunc,
		"index":        indexFunc,
		"reverse":      stdlib.ReverseListFunc,
		"sort":         stdlib.SortFunc,
		"transpose":    transposeFunc,
		"zipmap":       stdlib.ZipmapFunc,
	} {
		b.guard(name, fn, limitArgs)
	}
	b.guard("coalesce", coalesceFunc, func(l limits, args []cty.Value) error {
		if len(args) > maxMixed {
			return l.tooLarge("number of arguments", maxMixed)
		}
		return limitArgs(l, args)
	})
	b.guard("concat", stdlib.ConcatFunc, limitSum)
	b.guard("merge", stdlib.MergeFunc, limitSum)
	b.guard("matchkeys", matchKeysFunc, limitArgs)
}

// limitSum refuses collections that are too long taken together.
func limitSum(l limits, args []cty.Value) error {
	total := 0
	for _, arg := range args {
		total += count(arg)
	}
	if err := l.countAtMost(total); err != nil {
		return err
	}
	return limitArgs(l, args)
}

// lengthFunc counts elements, or the characters of a string as people see
// them. It looks no deeper than it must, so the parts of a value may be
// unknown.
var lengthFunc = function.New(&function.Spec{
	Params: []function.Parameter{{
		Name: "value", Type: cty.DynamicPseudoType,
		AllowDynamicType: true, AllowUnknown: true, AllowMarked: true,
	}},
	Type: func(args []cty.Value) (cty.Type, error) {
		ty := args[0].Type()
		if ty == cty.String || ty == cty.DynamicPseudoType || ty.IsTupleType() || ty.IsObjectType() || ty.IsCollectionType() {
			return cty.Number, nil
		}
		return cty.Number, errors.New("argument must be a string, a collection type, or a structural type")
	},
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		v, marks := args[0].Unmark()
		ty := v.Type()
		switch {
		case ty == cty.DynamicPseudoType:
			return cty.UnknownVal(cty.Number).WithMarks(marks), nil
		case ty == cty.String:
			n, err := stdlib.Strlen(v)
			return n.WithMarks(marks), err
		case ty.IsTupleType() || ty.IsObjectType():
			return cty.NumberIntVal(int64(count(v))).WithMarks(marks), nil
		}
		return v.Length().WithMarks(marks), nil
	},
})

var allTrueFunc = define(cty.Bool, func(args []cty.Value) (cty.Value, error) {
	for it := args[0].ElementIterator(); it.Next(); {
		switch _, v := it.Element(); {
		case !v.IsKnown():
			return cty.UnknownVal(cty.Bool), nil
		case v.IsNull() || v.False():
			return cty.False, nil
		}
	}
	return cty.True, nil
}, param("list", cty.List(cty.Bool)))

var anyTrueFunc = define(cty.Bool, func(args []cty.Value) (cty.Value, error) {
	result := cty.False
	for it := args[0].ElementIterator(); it.Next(); {
		switch _, v := it.Element(); {
		case !v.IsKnown():
			result = cty.UnknownVal(cty.Bool)
		case !v.IsNull() && v.True():
			return cty.True, nil
		}
	}
	return result, nil
}, param("list", cty.List(cty.Bool)))

// coalesceFunc gives the first argument that is neither null nor an empty
// string.
var coalesceFunc = function.New(&function.Spec{
	VarParam: new(anyParam("vals")),
	Type: func(args []cty.Value) (cty.Type, error) {
		types := make([]cty.Type, len(args))
		for i, arg := range args {
			types[i] = arg.Type()
		}
		if ty, _ := convert.UnifyUnsafe(types); ty != cty.NilType {
			return ty, nil
		}
		return cty.NilType, errors.New("all arguments must have the same type")
	},
	RefineResult: notNull,
	Impl: func(args []cty.Value, ret cty.Type) (cty.Value, error) {
		for _, arg := range args {
			v, err := convert.Convert(arg, ret)
			switch {
			case err != nil:
				return cty.NilVal, err
			case !v.IsKnown():
				return cty.UnknownVal(ret), nil
			case v.IsNull() || ret == cty.String && v.AsString() == "":
				continue
			}
			return v, nil
		}
		return cty.NilVal, errors.New("no non-null, non-empty-string arguments")
	},
})

// maxCompared bounds lists with unknown elements, which can only be compared
// each with each.
const maxCompared = 1000

// distinctFunc removes repeated elements.
var distinctFunc = function.New(&function.Spec{
	Params: []function.Parameter{param("list", cty.List(cty.DynamicPseudoType))},
	Type: func(args []cty.Value) (cty.Type, error) {
		return args[0].Type(), nil
	},
	RefineResult: notNull,
	Impl: func(args []cty.Value, ret cty.Type) (cty.Value, error) {
		list := args[0]
		if !list.IsWhollyKnown() {
			if list.LengthInt() > maxCompared {
				return cty.NilVal, &LimitError{Func: "distinct", What: "number of unknown elements", Max: maxCompared}
			}
			return stdlib.Distinct(list)
		}
		seen := make(valueSet, list.LengthInt())
		var out []cty.Value
		for it := list.ElementIterator(); it.Next(); {
			if _, v := it.Element(); seen.add(v) {
				out = append(out, v)
			}
		}
		if len(out) == 0 {
			return cty.ListValEmpty(ret.ElementType()), nil
		}
		return cty.ListVal(out), nil
	},
})

// valueSet holds wholly known values of one type by their hash.
type valueSet map[int][]cty.Value

func (s valueSet) has(v cty.Value) bool {
	return slices.ContainsFunc(s[v.Hash()], v.RawEquals)
}

// add reports whether the value is new.
func (s valueSet) add(v cty.Value) bool {
	if s.has(v) {
		return false
	}
	h := v.Hash()
	s[h] = append(s[h], v)
	return true
}

var indexFunc = define(cty.Number, func(args []cty.Value) (cty.Value, error) {
	list, want := args[0], args[1]
	if ty := list.Type(); !ty.IsListType() && !ty.IsTupleType() {
		return cty.NilVal, errors.New("argument must be a list or tuple")
	}
	if list.LengthInt() == 0 {
		return cty.NilVal, errors.New("cannot search an empty list")
	}
	for it := list.ElementIterator(); it.Next(); {
		i, v := it.Element()
		eq, err := stdlib.Equal(v, want)
		switch {
		case err != nil:
			return cty.NilVal, err
		case !eq.IsKnown():
			return cty.UnknownVal(cty.Number), nil
		case eq.True():
			return i, nil
		}
	}
	return cty.NilVal, errors.New("item not found")
}, param("list", cty.DynamicPseudoType), param("value", cty.DynamicPseudoType))

var oneFunc = function.New(&function.Spec{
	Params: []function.Parameter{param("list", cty.DynamicPseudoType)},
	Type: func(args []cty.Value) (cty.Type, error) {
		ty := args[0].Type()
		switch {
		case ty.IsListType() || ty.IsSetType():
			return ty.ElementType(), nil
		case ty.IsTupleType() && ty.Length() == 0:
			return cty.DynamicPseudoType, nil
		case ty.IsTupleType() && ty.Length() == 1:
			return ty.TupleElementType(0), nil
		}
		return cty.NilType, errNotOne
	},
	Impl: func(args []cty.Value, ret cty.Type) (cty.Value, error) {
		if n := args[0].Length(); !n.IsKnown() {
			return cty.UnknownVal(ret), nil
		}
		switch args[0].LengthInt() {
		case 0:
			return cty.NullVal(ret), nil
		case 1:
			it := args[0].ElementIterator()
			it.Next()
			_, v := it.Element()
			return v, nil
		}
		return cty.NilVal, errNotOne
	},
})

var errNotOne = function.NewArgErrorf(0, "must be a list, set, or tuple value with either zero or one elements")

var transposeFunc = define(cty.Map(cty.List(cty.String)), func(args []cty.Value) (cty.Value, error) {
	ty := cty.Map(cty.List(cty.String))
	if !args[0].IsWhollyKnown() {
		return cty.UnknownVal(ty), nil
	}
	keys := make(map[string][]string)
	for it := args[0].ElementIterator(); it.Next(); {
		key, list := it.Element()
		if list.IsNull() {
			return cty.NilVal, errors.New("input must not contain null list")
		}
		for inner := list.ElementIterator(); inner.Next(); {
			_, v := inner.Element()
			if v.IsNull() {
				return cty.NilVal, errors.New("input list must not contain null string")
			}
			keys[v.AsString()] = append(keys[v.AsString()], key.AsString())
		}
	}
	if len(keys) == 0 {
		return cty.MapValEmpty(cty.List(cty.String)), nil
	}
	out := make(map[string]cty.Value, len(keys))
	for name, texts := range keys {
		slices.Sort(texts)
		vals := make([]cty.Value, len(texts))
		for i, s := range texts {
			vals[i] = cty.StringVal(s)
		}
		out[name] = cty.ListVal(vals)
	}
	return cty.MapVal(out), nil
}, param("values", cty.Map(cty.List(cty.String))))

// removedFunc stands for a function that Terraform 0.12 took away.
func removedFunc(name, instead string) function.Function {
	err := fmt.Errorf("the %q function was deprecated in Terraform v0.12 and is no longer available; use %s syntax instead", name, instead)
	return function.New(&function.Spec{
		VarParam: new(anyParam("vals")),
		Type:     func([]cty.Value) (cty.Type, error) { return cty.DynamicPseudoType, err },
		Impl:     func([]cty.Value, cty.Type) (cty.Value, error) { return cty.DynamicVal, err },
	})
}

// elementFunc refuses negative indexes, as Terraform 1.11 does: later ones
// count from the end.
var elementFunc = function.New(&function.Spec{
	Params: stdlib.ElementFunc.Params(),
	Type: func(args []cty.Value) (cty.Type, error) {
		if n := args[1]; n.IsKnown() && !n.IsNull() && n.AsBigFloat().Sign() < 0 {
			return cty.DynamicPseudoType, errors.New("cannot use element function with a negative index")
		}
		return stdlib.ElementFunc.ReturnTypeForValues(args)
	},
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) { return stdlib.ElementFunc.Call(args) },
})
