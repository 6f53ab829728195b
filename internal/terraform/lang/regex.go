package lang

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"time"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

const (
	maxPattern    = 16 << 10        // bytes of a regular expression
	maxMatchSteps = 1 << 28         // instructions of it, times bytes of the text
	maxMatchTime  = 5 * time.Second // for all matches in one text
)

func (b *builder) regexes() {
	b.guard("regex", stdlib.RegexFunc, func(l limits, args []cty.Value) error {
		_, _, err := l.compile(args[0], args[1])
		return err
	})
	b.guard("regexall", stdlib.RegexAllFunc, limitRegexAll)
	b.guard("replace", replaceFunc, limitReplace)
}

// compile gives the expression and the text it is matched with, or nil if one
// of them is not known. Matching takes time in proportion to the product of
// their sizes, so that is bounded. An expression that is no good is not an
// error here: the function itself says so.
func (l limits) compile(pattern, str cty.Value) (*regexp.Regexp, string, error) {
	p, ok := text(pattern)
	if !ok {
		return nil, "", nil
	}
	if len(p) > maxPattern {
		return nil, "", l.tooLarge("regular expression", maxPattern)
	}
	s, ok := text(str)
	if !ok {
		return nil, "", nil
	}
	tree, err := syntax.Parse(p, syntax.Perl)
	if err != nil {
		return nil, "", nil
	}
	prog, err := syntax.Compile(tree.Simplify())
	if err != nil {
		return nil, "", nil
	}
	if len(s) > 0 && len(prog.Inst) > maxMatchSteps/len(s) {
		return nil, "", l.tooLarge("regular expression", maxMatchSteps/len(s))
	}
	re, err := regexp.Compile(p)
	if err != nil {
		return nil, "", nil
	}
	return re, s, nil
}

// countMatches is the number of matches and how many bytes they have in all.
// Finding all matches can take time in proportion to the square of the text,
// which no count of instructions foretells: it is given up after a time.
func (l limits) countMatches(re *regexp.Regexp, s string, most int) (n, bytes int, err error) {
	type stop struct{}
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(stop); !ok {
				panic(r)
			}
			err = l.tooLarge("number of matches", most)
		}
	}()
	deadline := time.Now().Add(maxMatchTime)
	re.ReplaceAllStringFunc(s, func(match string) string {
		n++
		bytes += len(match)
		if n > most || n%64 == 0 && time.Now().After(deadline) {
			panic(stop{})
		}
		return ""
	})
	return n, bytes, nil
}

func limitRegexAll(l limits, args []cty.Value) error {
	re, s, err := l.compile(args[0], args[1])
	if re == nil || err != nil {
		return err
	}
	_, _, err = l.countMatches(re, s, l.elements/(1+re.NumSubexp()))
	return err
}

// replaceFunc replaces every occurrence of a text or, if it stands between
// slashes, of a regular expression.
var replaceFunc = ofStrings(func(args []string) (string, error) {
	str, old, repl := args[0], args[1], args[2]
	pattern, ok := betweenSlashes(old)
	if !ok {
		return strings.ReplaceAll(str, old, repl), nil
	}
	re, err := regexp.Compile(pattern)
	if err != nil {
		return "", err
	}
	return re.ReplaceAllString(str, repl), nil
}, "str", "substr", "replace")

func betweenSlashes(s string) (string, bool) {
	if len(s) > 1 && s[0] == '/' && s[len(s)-1] == '/' {
		return s[1 : len(s)-1], true
	}
	return "", false
}

func limitReplace(l limits, args []cty.Value) error {
	str, ok1 := text(args[0])
	old, ok2 := text(args[1])
	repl, ok3 := text(args[2])
	if !ok1 || !ok2 || !ok3 {
		return nil
	}
	pattern, ok := betweenSlashes(old)
	if !ok {
		n := strings.Count(str, old)
		if n > 0 && len(repl) > 2*l.bytes/n {
			return l.tooLarge("result", l.bytes)
		}
		return l.atMost(len(str) + n*(len(repl)-len(old)))
	}
	re, s, err := l.compile(cty.StringVal(pattern), args[0])
	if re == nil || err != nil {
		return err
	}
	n, matched, err := l.countMatches(re, s, l.bytes)
	if err != nil {
		return err
	}
	// What a "$1" stands for is a part of the match it stands in.
	groups := strings.Count(repl, "$")
	if n > 0 && len(repl) > 4*l.bytes/n || matched > 0 && groups > 4*l.bytes/matched {
		return l.tooLarge("result", l.bytes)
	}
	return nil
}
