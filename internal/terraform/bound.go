package terraform

import (
	"bytes"
	"fmt"
	"math/big"
	"strconv"
	"unicode"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"merlon"
)

// maxExponent bounds numbers, in bits: 1e999999999 is eleven bytes to write
// and a gigabyte to print.
const maxExponent = 16_384

// fits reports whether a number can be written out in reasonable space.
func fits(v cty.Value) bool {
	if v.Type() != cty.Number {
		return true
	}
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() {
		return true
	}
	return fitsFloat(v.AsBigFloat())
}

// primitiveText is convert.Convert to a string for the values that make nearly
// all text: known strings, booleans and whole numbers, which big.Float prints
// slowly.
func primitiveText(v cty.Value) (string, bool) {
	switch v.Type() {
	case cty.String:
		return v.AsString(), true
	case cty.Number:
		if n, accuracy := v.AsBigFloat().Int64(); accuracy == big.Exact {
			return strconv.FormatInt(n, 10), true
		}
	case cty.Bool:
		return strconv.FormatBool(v.True()), true
	}
	return "", false
}

// convertTo is convert.Convert with a short way for primitives.
func convertTo(v cty.Value, ty cty.Type) (cty.Value, error) {
	if ty.IsPrimitiveType() && !v.IsMarked() {
		if v.Type() == ty {
			return v, nil
		}
		if ty == cty.String && v.Type() == cty.Number && v.IsKnown() && !v.IsNull() {
			if text, ok := primitiveText(v); ok {
				return cty.StringVal(text), nil
			}
		}
	}
	return convert.Convert(v, ty)
}

func fitsFloat(f *big.Float) bool {
	exp := f.MantExp(nil)
	return !f.IsInf() && exp < maxExponent && exp > -maxExponent
}

func tooLargeNumber(rng hcl.Range) *problem {
	return &problem{kind: merlon.GapLimit, summary: "number is too large or too small", detail: fmt.Sprintf("It needs more than %d binary digits.", maxExponent), rng: rng}
}

// literal is the value of an expression that is one, without evaluating
// anything: source, alias and the like may be nothing else.
func literal(e hclsyntax.Expression) (cty.Value, bool) {
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		return e.Val, fits(e.Val)
	case *hclsyntax.ParenthesesExpr:
		return literal(e.Expression)
	case *hclsyntax.TemplateExpr:
		var b bytes.Buffer
		for _, p := range e.Parts {
			lit, ok := p.(*hclsyntax.LiteralValueExpr)
			if !ok || lit.Val.Type() != cty.String || lit.Val.IsNull() {
				return cty.NilVal, false
			}
			b.WriteString(lit.Val.AsString())
		}
		return cty.StringVal(b.String()), true
	}
	return cty.NilVal, false
}

// literalText is a literal that is a text.
func literalText(e hclsyntax.Expression) (string, bool) {
	v, ok := literal(e)
	if !ok || v.IsNull() || v.Type() != cty.String {
		return "", false
	}
	return v.AsString(), true
}

// plain reports whether HCL's own evaluation of an expression takes no more
// work than reading it: it holds no loop, and no number without end.
func plain(e hclsyntax.Expression) bool {
	ok := true
	_ = hclsyntax.VisitAll(e, func(n hclsyntax.Node) hcl.Diagnostics {
		switch n := n.(type) {
		case *hclsyntax.ForExpr, *hclsyntax.TemplateJoinExpr, *hclsyntax.SplatExpr:
			ok = false
		case *hclsyntax.LiteralValueExpr:
			ok = ok && fits(n.Val)
		}
		return nil
	})
	return ok
}

const (
	maxTokens = 1_000_000
	// maxMelded bounds how many bytes the parser copies to join the lines of
	// a template, which it does one by one.
	maxMelded = 1 << 30
)

// smallFile is the size up to which a file cannot reach any bound but those
// on what stands in a row: not maxTokens, not maxMelded, not the number of
// conditionals and operators that nesting allows.
const smallFile = 16 << 10

// harmless is the quick answer of nesting for nearly every file: it is small
// and has fewer brackets and unary operators in all than may be nested.
func harmless(data []byte, limit int) bool {
	if len(data) > smallFile {
		return false
	}
	n := 0
	for _, sign := range []string{"{", "[", "(", "-", "!"} {
		n += bytes.Count(data, []byte(sign))
	}
	return n <= limit
}

// lexical looks at a file before it is scanned for tokens: each takes two
// dozen times the space of a byte, and long heredocs take time with the square
// of their lines.
func lexical(data []byte) error {
	tokens, inWord := 0, false
	var cost, open int64
	var marker []byte
	for line := range bytes.Lines(data) {
		for _, c := range line {
			word := c == '_' || c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
			if !word && c != ' ' && c != '\t' && c != '\r' || word && !inWord {
				tokens++
			}
			inWord = word
		}
		if marker != nil {
			open += int64(len(line))
			if cost += open; cost > maxMelded {
				return limitError("a heredoc is too long")
			}
			if bytes.Equal(bytes.TrimSpace(line), marker) {
				marker = nil
			}
			continue
		}
		if m := heredocMarker(line); m != nil {
			marker, open = m, 0
		}
	}
	// Comments count too: a file of nothing else may be as large as any.
	if tokens > maxTokens {
		return limitError(fmt.Sprintf("more than %d words and signs", maxTokens))
	}
	return nil
}

// heredocMarker is the word that ends the heredoc which a line begins.
func heredocMarker(line []byte) []byte {
	i := bytes.LastIndex(line, []byte("<<"))
	if i < 0 {
		return nil
	}
	word := bytes.TrimSpace(bytes.TrimPrefix(line[i+2:], []byte("-")))
	if len(word) == 0 || bytes.ContainsFunc(word, func(r rune) bool { return r != '_' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return nil
	}
	return word
}

// template looks at a template's text before it is parsed: all of it is one
// heredoc.
func templateFits(text []byte) error {
	lines := int64(bytes.Count(text, []byte("\n")))
	if lines*int64(len(text))/2 > maxMelded {
		return limitError("the template has too many lines")
	}
	return lexical(text)
}
