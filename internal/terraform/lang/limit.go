package lang

import (
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// ErrTooLarge is what every [LimitError] wraps.
var ErrTooLarge = errors.New("too large")

// LimitError is the refusal of a function to do more work than its [Env]
// allows. It is not a mistake of the configuration: the caller records a gap
// and goes on with an unknown value.
type LimitError struct {
	Func string // the function's name
	What string // what would be too large, such as "result"
	Max  int    // the bound that would be passed
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("%s: the %s is larger than the limit of %d", e.Func, e.What, e.Max)
}

// Unwrap returns [ErrTooLarge].
func (e *LimitError) Unwrap() error { return ErrTooLarge }

// limits is what a guard has to know when it looks at arguments.
type limits struct {
	name     string
	bytes    int
	elements int
}

func (l limits) tooLarge(what string, limit int) error {
	return &LimitError{Func: l.name, What: what, Max: limit}
}

// atMost refuses a result string of more than the allowed size.
func (l limits) atMost(size int) error {
	if size < 0 || size > l.bytes {
		return l.tooLarge("result", l.bytes)
	}
	return nil
}

// countAtMost refuses a result collection of more than the allowed length.
func (l limits) countAtMost(n int) error {
	if n < 0 || n > l.elements {
		return l.tooLarge("number of elements", l.elements)
	}
	return nil
}

// A guardFunc looks at the arguments of a call, of which any may be unknown,
// null or marked, and refuses those whose result would be too large.
type guardFunc func(l limits, args []cty.Value) error

// limitArgs refuses arguments that are themselves too large in all, counting a
// value once for each place it stands in.
func limitArgs(l limits, args []cty.Value) error {
	_, err := l.sizeOf(args...)
	return err
}

// yamlArgs is limitArgs for the writer of YAML, which does not come to an end on
// text that is not UTF-8.
func yamlArgs(l limits, args []cty.Value) error {
	if err := limitArgs(l, args); err != nil {
		return err
	}
	for _, arg := range args {
		if !isText(arg) {
			return errors.New("a text is not valid UTF-8")
		}
	}
	return nil
}

// isText reports whether all texts in a value, keys included, are UTF-8.
func isText(v cty.Value) bool {
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() {
		return true
	}
	ty := v.Type()
	if ty == cty.String {
		return utf8.ValidString(v.AsString())
	}
	if ty.IsPrimitiveType() || !v.CanIterateElements() {
		return true
	}
	for it := v.ElementIterator(); it.Next(); {
		key, e := it.Element()
		if (ty.IsObjectType() || ty.IsMapType()) && !utf8.ValidString(key.AsString()) || !isText(e) {
			return false
		}
	}
	return true
}

// sizeOf is the size of the arguments as text, or a LimitError.
func (l limits) sizeOf(args ...cty.Value) (int, error) {
	bytes, nodes := l.bytes, 10*l.elements
	for _, arg := range args {
		if !spend(arg, &bytes, &nodes) {
			return 0, l.tooLarge("argument", l.bytes)
		}
	}
	return l.bytes - bytes, nil
}

// guard adds a function that is bounded: the arguments are shown to before
// (which may be nil), the result is measured, and an unknown result has the
// marks of all arguments, deep ones too, whatever the function itself does
// with them. The guard converts the arguments itself, see [Convert].
func (b *builder) guard(name string, fn function.Function, before guardFunc) {
	l := limits{name: name, bytes: b.env.MaxBytes, elements: b.env.MaxElements}
	types := make([]cty.Type, len(fn.Params()))
	params := fn.Params()
	for i, p := range params {
		types[i] = p.Type
		params[i] = permissive(p)
	}
	rest := fn.VarParam()
	var restType cty.Type
	if rest != nil {
		restType = rest.Type
		rest = new(permissive(*rest))
	}
	b.funcs[name] = function.New(&function.Spec{
		Params:   params,
		VarParam: rest,
		Type:     function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			args = slices.Clone(args)
			for i, arg := range args {
				want := restType
				if i < len(types) {
					want = types[i]
				}
				var err error
				if args[i], err = l.coerce(arg, want); errors.Is(err, ErrTooLarge) {
					return cty.NilVal, err
				} else if err != nil {
					return cty.NilVal, function.NewArgError(i, err)
				}
			}
			if before != nil {
				if err := before(l, args); err != nil {
					return cty.NilVal, err
				}
			}
			result, err := fn.Call(args)
			if err != nil {
				return cty.NilVal, err
			}
			if !result.IsKnown() {
				return keepMarks(result, args), nil
			}
			return result, l.checkResult(result)
		},
	})
}

// permissive lets every value through to the guarded function, which applies
// its own rules.
func permissive(p function.Parameter) function.Parameter {
	p.Type = cty.DynamicPseudoType
	p.AllowNull = true
	p.AllowUnknown = true
	p.AllowDynamicType = true
	p.AllowMarked = true
	return p
}

// keepMarks gives an unknown result the marks of everything that it may come
// from. cty's own rule leaves out those of parameters that allow marks.
func keepMarks(result cty.Value, args []cty.Value) cty.Value {
	for _, arg := range args {
		if arg.ContainsMarked() {
			_, marks := arg.UnmarkDeep()
			result = result.WithMarks(marks)
		}
	}
	return result
}

func (l limits) checkResult(v cty.Value) error {
	v, _ = v.Unmark()
	ty := v.Type()
	switch {
	case v.IsNull():
		return nil
	case ty == cty.String:
		return l.atMost(len(v.AsString()))
	case ty == cty.Number:
		return l.atMost(numberSize(v))
	case ty.IsTupleType():
		return l.countAtMost(ty.Length())
	case ty.IsListType(), ty.IsSetType(), ty.IsMapType():
		if n := v.Length(); n.IsKnown() {
			return l.countAtMost(v.LengthInt())
		}
	}
	return nil
}

// Fits reports whether a value, written out as text, stays within a number of
// bytes and of elements. A value that stands in two places counts twice, so
// this finds structures that double with every step while they are still cheap
// to hold; it stops as soon as it knows.
func Fits(v cty.Value, maxBytes, maxElements int) bool {
	return spend(v, &maxBytes, &maxElements)
}

// spend takes what a value costs off two budgets, and reports false as soon as
// one is used up.
func spend(v cty.Value, bytes, nodes *int) bool {
	*nodes--
	if *nodes < 0 || *bytes < 0 {
		return false
	}
	v, _ = v.Unmark()
	ty := v.Type()
	if !v.IsKnown() || v.IsNull() {
		*bytes -= 4
		return ty.IsPrimitiveType() || spendType(ty, nodes)
	}
	switch {
	case ty == cty.String:
		*bytes -= len(v.AsString()) + 3
	case ty == cty.Number:
		*bytes -= numberSize(v) + 1
	case ty == cty.Bool:
		*bytes -= 5
	case ty.IsObjectType():
		for name := range ty.AttributeTypes() {
			*bytes -= len(name) + 4
			if !spend(v.GetAttr(name), bytes, nodes) {
				return false
			}
		}
	case ty.IsMapType():
		for it := v.ElementIterator(); it.Next(); {
			key, e := it.Element()
			*bytes -= len(key.AsString()) + 4
			if !spend(e, bytes, nodes) {
				return false
			}
		}
	case ty.IsListType(), ty.IsSetType(), ty.IsTupleType():
		for it := v.ElementIterator(); it.Next(); {
			if _, e := it.Element(); !spend(e, bytes, nodes) {
				return false
			}
		}
	}
	return *bytes >= 0
}

// spendType counts the parts of a type: one that no value has been walked for.
func spendType(ty cty.Type, nodes *int) bool {
	*nodes--
	if *nodes < 0 {
		return false
	}
	switch {
	case ty.IsObjectType():
		for _, aty := range ty.AttributeTypes() {
			if !spendType(aty, nodes) {
				return false
			}
		}
	case ty.IsTupleType():
		for _, ety := range ty.TupleElementTypes() {
			if !spendType(ety, nodes) {
				return false
			}
		}
	case ty.IsCollectionType():
		return spendType(ty.ElementType(), nodes)
	}
	return true
}

// numberSize is about the number of digits that a number is written with. A
// short text such as 1e600000000 can be a number of a great many.
func numberSize(v cty.Value) int {
	f := v.AsBigFloat()
	if f.IsInf() {
		return 4
	}
	exp := f.MantExp(nil)
	if exp < 0 {
		exp = -exp
	}
	return exp*31/100 + int(f.MinPrec())/3 + 2
}
