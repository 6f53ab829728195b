package lang

import (
	"math/big"
	"slices"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// source turns fuzzed bytes into choices.
type source []byte

func (s *source) next() int {
	if len(*s) == 0 {
		return 0
	}
	b := (*s)[0]
	*s = (*s)[1:]
	return int(b)
}

func (s *source) text() string {
	n := min(s.next(), len(*s))
	t := string((*s)[:n])
	*s = (*s)[n:]
	return t
}

// value makes a value of any type, nested a few levels deep.
func (s *source) value(depth int) cty.Value {
	v := s.unmarked(depth)
	if s.next()%16 == 1 {
		return v.Mark("m")
	}
	return v
}

func (s *source) unmarked(depth int) cty.Value {
	kinds := 14
	if depth <= 0 {
		kinds = 9
	}
	switch s.next() % kinds {
	case 0, 1, 2:
		return cty.StringVal(s.text())
	case 3:
		return cty.NumberIntVal(int64(s.next()) - 100)
	case 4:
		f := new(big.Float).SetMantExp(big.NewFloat(float64(s.next())-0.5), (s.next()-128)*(1<<(s.next()%24)))
		return cty.NumberVal(f)
	case 5:
		return cty.BoolVal(s.next()%2 == 0)
	case 6:
		return []cty.Value{cty.UnknownVal(cty.String), cty.UnknownVal(cty.List(cty.String)), cty.DynamicVal, cty.UnknownVal(cty.Number)}[s.next()%4]
	case 7:
		return []cty.Value{cty.NullVal(cty.String), cty.NullVal(cty.DynamicPseudoType), cty.PositiveInfinity, cty.NegativeInfinity, cty.ListValEmpty(cty.String)}[s.next()%5]
	case 8:
		return cty.UnknownVal(cty.String).Refine().NotNull().StringPrefixFull("arn:").NewValue()
	case 9:
		vals := make([]cty.Value, s.next()%5)
		for i := range vals {
			vals[i] = s.value(depth - 1)
		}
		return cty.TupleVal(vals)
	case 10:
		vals := map[string]cty.Value{}
		for range s.next() % 4 {
			vals[s.text()] = s.value(depth - 1)
		}
		return cty.ObjectVal(vals)
	case 11:
		vals := []cty.Value{cty.StringVal("")}
		for range s.next() % 5 {
			vals = append(vals, cty.StringVal(s.text()))
		}
		return cty.ListVal(vals)
	case 12:
		return cty.SetVal([]cty.Value{cty.StringVal(s.text()), cty.StringVal(s.text())})
	default:
		return cty.MapVal(map[string]cty.Value{s.text(): cty.StringVal(s.text()), "k": cty.UnknownVal(cty.String)})
	}
}

// FuzzCall calls any function with any values. It never panics, and what it
// gives stays within the bounds.
func FuzzCall(f *testing.F) {
	const maxBytes, maxElements = 4096, 256
	funcs := Functions(Env{Files: dirFiles("testdata/files"), MaxBytes: maxBytes, MaxElements: maxElements})
	names := make([]string, 0, len(funcs))
	for name := range funcs {
		names = append(names, name)
	}
	slices.Sort(names)
	for i := range names {
		f.Add(i, []byte("\x00\x05%100d\x01\x01\x00\x03abc\x00"))
		f.Add(i, []byte("\x09\x03\x00\x01a\x00\x03\x02\x00\x06\x00\x00\x09\x01\x00\x01b\x00"))
		f.Add(i, []byte("\x0a\x02\x01k\x00\x02xy\x00\x01l\x03\x09\x00\x00\x00\x00\x01k\x00"))
	}
	f.Fuzz(func(t *testing.T, which int, data []byte) {
		if which < 0 || len(data) > 2000 {
			return
		}
		name := names[which%len(names)]
		src := source(data)
		args := make([]cty.Value, 0, 4)
		for len(src) > 0 && len(args) < 4 {
			args = append(args, src.value(3))
		}
		v, err := funcs[name].Call(args)
		if err != nil {
			return
		}
		v, _ = v.Unmark()
		if !v.IsKnown() || v.IsNull() {
			return
		}
		switch ty := v.Type(); {
		case ty == cty.String && len(v.AsString()) > 2*maxBytes:
			t.Errorf("%s(%#v): got a string of %d bytes", name, args, len(v.AsString()))
		case (ty.IsCollectionType() || ty.IsTupleType()) && v.Length().IsKnown() && v.LengthInt() > 1024:
			t.Errorf("%s(%#v): got %d elements", name, args, v.LengthInt())
		}
	})
}
