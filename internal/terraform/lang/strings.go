package lang

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

func (b *builder) strings() {
	for name, fn := range map[string]function.Function{
		"chomp":       stdlib.ChompFunc,
		"endswith":    endsWithFunc,
		"lower":       stdlib.LowerFunc,
		"startswith":  startsWithFunc,
		"strcontains": strContainsFunc,
		"strrev":      stdlib.ReverseFunc,
		"substr":      stdlib.SubstrFunc,
		"title":       stdlib.TitleFunc,
		"trim":        stdlib.TrimFunc,
		"trimprefix":  stdlib.TrimPrefixFunc,
		"trimspace":   stdlib.TrimSpaceFunc,
		"trimsuffix":  stdlib.TrimSuffixFunc,
		"upper":       stdlib.UpperFunc,
	} {
		b.guard(name, fn, nil)
	}
	b.guard("format", stdlib.FormatFunc, limitFormat)
	b.guard("formatlist", stdlib.FormatListFunc, limitFormatList)
	b.guard("indent", stdlib.IndentFunc, limitIndent)
	b.guard("join", stdlib.JoinFunc, limitJoin)
	b.guard("split", stdlib.SplitFunc, limitSplit)
}

// startsWithFunc decides for an unknown string, too, where as much of it is
// known as the prefix is long.
var startsWithFunc = define(cty.Bool, func(args []cty.Value) (cty.Value, error) {
	prefix := args[1].AsString()
	if args[0].IsKnown() {
		return cty.BoolVal(strings.HasPrefix(args[0].AsString(), prefix)), nil
	}
	known := args[0].Range().StringPrefix()
	switch {
	case strings.HasPrefix(known, prefix):
		return cty.True, nil
	case len(known) >= len(prefix), !strings.HasPrefix(prefix, known):
		return cty.False, nil
	}
	return cty.UnknownVal(cty.Bool), nil
}, function.Parameter{Name: "str", Type: cty.String, AllowUnknown: true}, param("prefix", cty.String))

var endsWithFunc = define(cty.Bool, func(args []cty.Value) (cty.Value, error) {
	return cty.BoolVal(strings.HasSuffix(args[0].AsString(), args[1].AsString())), nil
}, param("str", cty.String), param("suffix", cty.String))

var strContainsFunc = define(cty.Bool, func(args []cty.Value) (cty.Value, error) {
	return cty.BoolVal(strings.Contains(args[0].AsString(), args[1].AsString())), nil
}, param("str", cty.String), param("substr", cty.String))

func limitIndent(l limits, args []cty.Value) error {
	s, ok := text(args[1])
	n, whole := wholeNumber(args[0])
	if !ok || !whole || n <= 0 {
		return nil
	}
	lines := strings.Count(s, "\n")
	if lines == 0 {
		return nil
	}
	if n > l.bytes/lines {
		return l.tooLarge("result", l.bytes)
	}
	return l.atMost(len(s) + n*lines)
}

func limitSplit(l limits, args []cty.Value) error {
	sep, ok1 := text(args[0])
	s, ok2 := text(args[1])
	if !ok1 || !ok2 {
		return nil
	}
	return l.countAtMost(strings.Count(s, sep) + 1)
}

// limitJoin refuses a text that is too long: the separator once for each
// element, and the elements.
func limitJoin(l limits, args []cty.Value) error {
	if err := limitArgs(l, args); err != nil {
		return err
	}
	sep, ok := text(args[0])
	if !ok {
		return nil
	}
	size := 0
	for _, list := range args[1:] {
		if v, _ := list.Unmark(); v.IsKnown() && !v.IsNull() {
			n, err := l.sizeOf(v)
			if err != nil {
				return err
			}
			size += n - 3*count(v) + len(sep)*count(v)
		}
	}
	return l.atMost(max(0, size-len(sep)))
}

func limitFormat(l limits, args []cty.Value) error {
	_, err := l.formatSize(args)
	return err
}

// limitFormatList counts the texts that are made of lists, one for each set of
// elements.
func limitFormatList(l limits, args []cty.Value) error {
	longest := 0
	for _, arg := range args[1:] {
		longest = max(longest, count(arg))
	}
	if err := l.countAtMost(longest); err != nil {
		return err
	}
	format, ok := text(args[0])
	if !ok {
		return limitArgs(l, args)
	}
	// The parts of the lists are in formatSize once for each verb; what every
	// line has of its own is the literal text and the padding.
	if _, err := l.formatSize(args); err != nil {
		return err
	}
	line := len(format) + padding(format)
	if line > 0 && longest > 4*l.bytes/line {
		return l.tooLarge("result", 4*l.bytes)
	}
	for _, arg := range args[1:] {
		if v, _ := arg.Unmark(); v.Type().IsPrimitiveType() {
			n, err := l.sizeOf(v)
			if err != nil {
				return err
			}
			if verbs := strings.Count(format, "%"); n*verbs > 0 && longest > 4*l.bytes/(n*verbs) {
				return l.tooLarge("result", 4*l.bytes)
			}
		}
	}
	return nil
}

// formatSize is at least the size of what format makes of its arguments.
func (l limits) formatSize(args []cty.Value) (int, error) {
	format, ok := text(args[0])
	if !ok {
		return 0, limitArgs(l, args)
	}
	sizes := make([]int, len(args)-1)
	for i, arg := range args[1:] {
		n, err := l.sizeOf(arg)
		if err != nil {
			return 0, err
		}
		sizes[i] = n
	}
	size, next := len(format), 0
	for verb := range verbs(format) {
		if verb.index > 0 {
			next = verb.index - 1
		}
		if next >= 0 && next < len(sizes) {
			// A byte that is written as \u0000, or as two hexadecimal digits.
			grow := 1
			if verb.name == 'q' || verb.name == 'v' && verb.sharp || verb.name == 'x' || verb.name == 'X' {
				grow = 2
			}
			size += grow * sizes[next]
		}
		next++
		size += verb.width + verb.precision
		if err := l.atMost(size); err != nil {
			return 0, err
		}
	}
	return size, nil
}

func padding(format string) int {
	n := 0
	for verb := range verbs(format) {
		n = min(n+verb.width+verb.precision, maxWidth)
	}
	return n
}
