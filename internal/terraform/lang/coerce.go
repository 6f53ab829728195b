package lang

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// maxMixed bounds tuples of elements of different types, for which finding one
// common type takes time in proportion to the square of their number.
const maxMixed = 2000

// Convert converts a value as [convert.Convert] does, with the same result,
// but takes a long tuple of elements of one type to a list or set in a time
// that grows with its length and not with its square. A long tuple of mixed
// types is refused with a [LimitError].
func Convert(v cty.Value, want cty.Type) (cty.Value, error) {
	if !isLongTuple(v) || !want.IsListType() && !want.IsSetType() {
		return convert.Convert(v, want)
	}
	v, marks := v.Unmark()
	elem, ok := commonType(v.Type())
	if !ok && v.LengthInt() <= maxMixed {
		v, err := convert.Convert(v, want)
		if err != nil {
			return cty.NilVal, err
		}
		return v.WithMarks(marks), nil
	}
	if !ok {
		return cty.NilVal, &LimitError{Func: "conversion", What: "number of elements of different types", Max: maxMixed}
	}
	vals := v.AsValueSlice()
	if ety := want.ElementType(); ety != cty.DynamicPseudoType && !ety.Equals(elem) {
		for i, e := range vals {
			var err error
			if vals[i], err = convert.Convert(e, ety); err != nil {
				return cty.NilVal, cty.Path{}.IndexInt(i).NewError(err)
			}
		}
	}
	if want.IsSetType() {
		return cty.SetVal(vals).WithMarks(marks), nil
	}
	return cty.ListVal(vals).WithMarks(marks), nil
}

func isLongTuple(v cty.Value) bool {
	v, _ = v.Unmark()
	ty := v.Type()
	return ty.IsTupleType() && ty.Length() > 64 && v.IsKnown() && !v.IsNull()
}

// commonType is the type of all elements of a tuple, if that is one. Short
// tuples of mixed types are left to cty, which finds a type for them.
func commonType(tuple cty.Type) (cty.Type, bool) {
	types := tuple.TupleElementTypes()
	for _, ty := range types[1:] {
		if !ty.Equals(types[0]) {
			return cty.NilType, false
		}
	}
	return types[0], !types[0].HasDynamicTypes()
}

// coerce converts an argument to the type of its parameter. It refuses numbers
// of more digits than a string may have, which even arithmetic is slow with.
func (l limits) coerce(v cty.Value, want cty.Type) (cty.Value, error) {
	bare, _ := v.Unmark()
	if bare.Type() == cty.Number && bare.IsKnown() && !bare.IsNull() && numberSize(bare) > l.bytes {
		return cty.NilVal, l.tooLarge("number", l.bytes)
	}
	if want == cty.DynamicPseudoType || bare.Type().Equals(want) {
		return v, nil
	}
	if err := limitArgs(l, []cty.Value{v}); err != nil {
		return cty.NilVal, err
	}
	return Convert(v, want)
}

// limitMixed refuses long tuples of mixed types and gives the others as lists,
// for functions that look for the common type of a tuple's elements.
func limitMixed(args []cty.Value) error {
	for i, arg := range args {
		if isLongTuple(arg) {
			list, err := Convert(arg, cty.List(cty.DynamicPseudoType))
			if err != nil {
				return err
			}
			args[i] = list
		}
	}
	return nil
}
