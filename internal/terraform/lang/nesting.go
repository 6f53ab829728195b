package lang

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Bounds of [TooDeep]: brackets within brackets, and steps of all expressions
// that one part of a text can lie in.
const (
	maxNesting = 500
	maxSteps   = 20_000
)

// TooDeep reports whether a configuration file, or a template, nests so deep
// that hcl's parser and evaluator, which are recursive and take some 16 KiB of
// stack for a bracket, could overflow the stack. Nothing recovers from that,
// so ask before parsing what somebody else wrote. It never says so of a text
// with few brackets and operators, which it finds out fast.
func TooDeep(src []byte, template bool) bool {
	n := 0
	for _, c := range src {
		switch c {
		case '[', '{', '(', '!', '-', '+', '*', '/', '%', '?', '<', '>', '=', '&', '|', '.':
			n++
		}
	}
	if n < maxNesting {
		return false
	}
	lex := hclsyntax.LexConfig
	if template {
		lex = hclsyntax.LexTemplate
	}
	tokens, _ := lex(src, "", hcl.InitialPos)
	return tokensTooDeep(tokens)
}

// tokensTooDeep keeps, for every open bracket, how many steps the expression in
// it has taken since the last separator.
func tokensTooDeep(tokens hclsyntax.Tokens) bool {
	type level struct {
		lines bool // a line's end separates
		steps int
	}
	stack := []level{{lines: true}}
	total := 0
	for _, token := range tokens {
		top := &stack[len(stack)-1]
		switch token.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen, hclsyntax.TokenOQuote,
			hclsyntax.TokenOHeredoc, hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			top.steps++
			total++
			stack = append(stack, level{lines: token.Type == hclsyntax.TokenOBrace})
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenCQuote,
			hclsyntax.TokenCHeredoc, hclsyntax.TokenTemplateSeqEnd:
			if len(stack) > 1 {
				total -= top.steps
				stack = stack[:len(stack)-1]
			}
		case hclsyntax.TokenComma:
			total -= top.steps
			top.steps = 0
		case hclsyntax.TokenNewline:
			if top.lines {
				total -= top.steps
				top.steps = 0
			}
		case hclsyntax.TokenIdent, hclsyntax.TokenNumberLit, hclsyntax.TokenQuotedLit, hclsyntax.TokenStringLit, hclsyntax.TokenComment, hclsyntax.TokenEOF:
		default: // operators, dots and what is no token at all
			top.steps++
			total++
		}
		if len(stack) > maxNesting || total > maxSteps {
			return true
		}
	}
	return false
}
