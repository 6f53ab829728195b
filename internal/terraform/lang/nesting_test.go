package lang

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

func TestTooDeep(t *testing.T) {
	const many = 30_000
	repeat := strings.Repeat
	for name, tt := range map[string]struct {
		src      string
		template bool
		want     bool
	}{
		"empty":            {"", false, false},
		"brackets":         {"a = " + repeat("[", many), false, true},
		"parentheses":      {"a = " + repeat("(", many), false, true},
		"blocks":           {repeat("b {\n", many), false, true},
		"hidden closers":   {"a = " + repeat("[ #]\n", many), false, true},
		"unary":            {"a = " + repeat("-", many) + "1", false, true},
		"sum":              {"a = 1" + repeat(" + 1", many), false, true},
		"sum over lines":   {"a = (1" + repeat("\n + 1", many) + ")", false, true},
		"conditions":       {"a = " + repeat("true ? 1 : ", many) + "1", false, true},
		"indices":          {"a = x" + repeat("[0]", many), false, true},
		"interpolations":   {"a = " + repeat(`"${`, many), false, true},
		"directives":       {repeat("%{ if true }", many), true, true},
		"template":         {"x ${ " + repeat("[", many), true, true},
		"long list":        {"a = [" + repeat("[1 + 1], ", many) + "]", false, false},
		"long object":      {"a = {\n" + repeat("b = 1 + 1\n", many) + "}", false, false},
		"long file":        {repeat("resource \"a\" \"b\" {\n  c = [x.y.z[0], \"${a}-b\"]\n  d { e = -1 }\n}\n", many/10), false, false},
		"closed too often": {repeat("]", many) + repeat("a = 1\n", many), false, false},
		"ordinary depth":   {"a = " + repeat("[", 100) + repeat("]", 100), false, false},
	} {
		if got := TooDeep([]byte(tt.src), tt.template); got != tt.want {
			t.Errorf("%s: got %t, want %t", name, got, tt.want)
		}
	}
}

// TestDeepestParses: what is not too deep can be parsed and evaluated.
func TestDeepestParses(t *testing.T) {
	for _, src := range []string{
		"[" + strings.Repeat("[", maxNesting-10) + strings.Repeat("]", maxNesting-10) + "]",
		"1" + strings.Repeat("+1", maxSteps-10),
		strings.Repeat("!", maxSteps-10) + "true",
		strings.Repeat("true ? 1 : ", maxSteps/2-10) + "1",
	} {
		if TooDeep([]byte("a = "+src), false) {
			t.Errorf("%.20s: got too deep, want not", src)
			continue
		}
		e, diags := hclsyntax.ParseExpression([]byte(src), "", hcl.InitialPos)
		if diags.HasErrors() {
			t.Errorf("%.20s: %v", src, diags)
			continue
		}
		if _, diags := e.Value(nil); diags.HasErrors() {
			t.Errorf("%.20s: %v", src, diags)
		}
	}
}
