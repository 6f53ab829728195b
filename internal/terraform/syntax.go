package terraform

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"merlon"
)

// nesting looks at a file before it is parsed: the parser recurses on
// brackets, unary operators and conditionals, and a stack has an end. It
// counts brackets without minding strings, which errs on the safe side only
// for files that nobody writes.
func nesting(data []byte, limit int) error {
	if harmless(data, limit) {
		return nil
	}
	if err := lexical(data); err != nil {
		return err
	}
	depth, run, ternaries := 0, 0, 0
	operators := 0
	for _, c := range data {
		switch c {
		case '(', '[', '{':
			depth++
			if depth > limit {
				return limitError(fmt.Sprintf("brackets are nested more than %d deep", limit))
			}
		case ')', ']', '}':
			depth = max(depth-1, 0)
		case '?':
			if ternaries++; ternaries > 20_000 {
				return limitError("more than 20000 conditionals")
			}
		case '\n':
			if depth <= 1 {
				operators = 0
			}
		}
		switch c {
		case '!', '-':
			run++
			operators++
			if run > limit {
				return limitError(fmt.Sprintf("more than %d operators in a row", limit))
			}
		case '+', '*', '/', '%', '&', '|', '=', '<', '>':
			operators++
			run = 0
		case ' ', '\t', '\n', '\r':
		default:
			run = 0
		}
		if operators > 100_000 {
			return limitError("an expression of more than 100000 operators")
		}
	}
	return nil
}

// parse reads a file of native syntax. Files that do not parse give a gap
// each, and what could be read of them.
func (p *project) parse(name string, data []byte) *hclsyntax.Body {
	shown := p.display(name)
	if err := nesting(data, p.opts.Limits.Nesting); err != nil {
		p.gap(merlon.Gap{Kind: merlon.GapLimit, Summary: "file is not read", Detail: err.Error(), Range: merlon.Range{File: shown}})
		return nil
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(data) {
		p.gap(merlon.Gap{Kind: merlon.GapSyntax, Summary: "file is not valid UTF-8", Detail: "Save it as UTF-8: Terraform refuses it too.", Range: merlon.Range{File: shown}})
		return nil
	}
	file, diags := hclsyntax.ParseConfig(data, shown, hcl.InitialPos)
	p.diagnose(diags, shown)
	p.comment(findComments(shown, data))
	if file == nil {
		return nil
	}
	body, _ := file.Body.(*hclsyntax.Body)
	return body
}

// diagnose turns a parser's errors into gaps: the first few of a file.
func (p *project) diagnose(diags hcl.Diagnostics, file string) {
	shown := 0
	for _, d := range diags {
		if d.Severity != hcl.DiagError {
			continue
		}
		if shown++; shown > 5 {
			break
		}
		g := merlon.Gap{Kind: merlon.GapSyntax, Summary: lower(d.Summary), Detail: d.Detail, Range: merlon.Range{File: file}}
		if d.Subject != nil {
			g.Range = rangeOf(*d.Subject)
		}
		p.gap(g)
	}
}

func lower(s string) string {
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

func rangeOf(r hcl.Range) merlon.Range {
	out := merlon.Range{File: r.Filename, Start: posOf(r.Start), End: posOf(r.End)}
	if r.End.Byte < r.Start.Byte {
		out.End = out.Start // the parser does so where it skips to recover
	}
	return out
}

func posOf(p hcl.Pos) merlon.Pos {
	return merlon.Pos{Line: int32(p.Line), Column: int32(p.Column)}
}

// scanners are the words that make a comment worth keeping.
var scanners = [][]byte{
	[]byte("merlon:"), []byte("tfsec:"), []byte("trivy:"), []byte("checkov:"),
	[]byte("ts:skip"), []byte("ts:maxseverity"), []byte("ts:minseverity"), []byte("kics-scan"), []byte("bridgecrew:"), []byte("cortex:"),
}

// hints are in every suppression, in the spellings that people use.
var hints = [][]byte{
	[]byte("ignore"), []byte("skip"), []byte("kics-scan"), []byte("severity="),
	[]byte("Ignore"), []byte("IGNORE"), []byte("Skip"), []byte("SKIP"), []byte("KICS"),
}

// findComments finds the comments that may be suppressions. The file is only
// scanned for tokens if one of the words is in it.
func findComments(file string, data []byte) []merlon.Comment {
	// Nearly all files have none, so look for the rarest part of the words
	// before anything is folded or scanned.
	if !slices.ContainsFunc(hints, func(hint []byte) bool { return bytes.Contains(data, hint) }) || !containsFold(data, scanners) {
		return nil
	}
	tokens, _ := hclsyntax.LexConfig(data, file, hcl.InitialPos)
	var out []merlon.Comment
	codeLine := 0
	open := 0 // comments that still wait for the code after them
	for _, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenNewline, hclsyntax.TokenEOF:
			continue
		case hclsyntax.TokenComment:
			text := commentText(string(t.Bytes))
			if !containsFold([]byte(text), scanners) {
				continue
			}
			out = append(out, merlon.Comment{Range: rangeOf(t.Range), Text: text, Trailing: codeLine == t.Range.Start.Line})
			continue
		}
		for ; open < len(out); open++ {
			out[open].Next = int32(t.Range.Start.Line)
		}
		codeLine = t.Range.End.Line
	}
	return out
}

func containsFold(data []byte, words [][]byte) bool {
	low := bytes.ToLower(data)
	for _, w := range words {
		if bytes.Contains(low, w) {
			return true
		}
	}
	return false
}

// commentText is a comment without its marker.
func commentText(s string) string {
	s = strings.TrimSpace(s)
	switch {
	case strings.HasPrefix(s, "#"):
		s = strings.TrimLeft(s, "#")
	case strings.HasPrefix(s, "//"):
		s = strings.TrimLeft(s, "/")
	case strings.HasPrefix(s, "/*"):
		s = strings.TrimSuffix(strings.TrimPrefix(s, "/*"), "*/")
	}
	return strings.TrimSpace(s)
}
