package lang

import (
	"errors"
	"strconv"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

func (b *builder) conversions() {
	for name, ty := range map[string]cty.Type{
		"tobool":   cty.Bool,
		"tolist":   cty.List(cty.DynamicPseudoType),
		"tomap":    cty.Map(cty.DynamicPseudoType),
		"tonumber": cty.Number,
		"toset":    cty.Set(cty.DynamicPseudoType),
		"tostring": cty.String,
	} {
		b.guard(name, toFunc(ty), limitArgs)
	}
}

// toFunc converts a value to a type. It differs from the conversion of an
// argument in its messages only.
func toFunc(want cty.Type) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{
			Name: "v", Type: cty.DynamicPseudoType,
			AllowNull: true, AllowMarked: true, AllowDynamicType: true, AllowUnknown: true,
		}},
		Type: func(args []cty.Value) (cty.Type, error) {
			got := args[0].Type()
			if !got.Equals(want) && !isLongTuple(args[0]) && convert.GetConversionUnsafe(got, want) == nil {
				return cty.NilType, function.NewArgErrorf(0, "cannot convert %s to %s", got.FriendlyName(), want.FriendlyNameForConstraint())
			}
			return want, nil
		},
		Impl: func(args []cty.Value, ret cty.Type) (cty.Value, error) {
			if !args[0].IsKnown() {
				v, marks := args[0].Unmark()
				// Converting keeps what is known of the unknown value.
				if c, err := convert.Convert(v, ret); err == nil {
					return c.WithMarks(marks), nil
				}
				return cty.UnknownVal(ret).WithMarks(marks), nil
			}
			v, err := Convert(args[0], ret)
			if limit := (*LimitError)(nil); errors.As(err, &limit) {
				return cty.NilVal, err
			}
			if err != nil {
				return cty.NilVal, conversionError(args[0], want)
			}
			return v, nil
		},
	})
}

func conversionError(v cty.Value, want cty.Type) error {
	if v.ContainsMarked() {
		v, _ = v.UnmarkDeep()
		return function.NewArgErrorf(0, "cannot convert this sensitive %s to %s", v.Type().FriendlyName(), want.FriendlyNameForConstraint())
	}
	s, ok := text(v)
	switch {
	case ok && want == cty.Bool:
		return function.NewArgErrorf(0, `cannot convert %s to bool; only the strings "true" or "false" are allowed`, strconv.Quote(s))
	case ok && want == cty.Number:
		return function.NewArgErrorf(0, "cannot convert %s to number; given string must be a decimal representation of a number", strconv.Quote(s))
	}
	return function.NewArgErrorf(0, "cannot convert %s to %s", v.Type().FriendlyName(), want.FriendlyNameForConstraint())
}

func limitParseInt(l limits, args []cty.Value) error {
	const most = 10_000
	if s, ok := text(args[0]); ok && len(s) > most {
		return l.tooLarge("number", most)
	}
	return nil
}
