package report

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// pageOf is a page over one file.
func pageOf(source string, a *merlon.Assessment) *page {
	if a == nil {
		a = &merlon.Assessment{}
	}
	return newPage(a, Options{Source: fstest.MapFS{"main.tf": {Data: []byte(source)}}})
}

func lines(from, column, to, endColumn int32) merlon.Range {
	return merlon.Range{File: "main.tf", Start: merlon.Pos{Line: from, Column: column}, End: merlon.Pos{Line: to, Column: endColumn}}
}

// sketch draws a frame with carets, as a test can read it.
func sketch(f *frame) string {
	if f == nil {
		return "nothing"
	}
	var b strings.Builder
	for _, l := range f.lines {
		if l.skipped {
			b.WriteString("...\n")
		}
		fmt.Fprintf(&b, "%d|%s\n", l.number, l.text)
		if l.from < l.to {
			b.WriteString("  " + strings.Repeat(" ", l.from) + strings.Repeat("^", l.to-l.from) + "\n")
		}
	}
	return b.String()
}

func TestFrameMarks(t *testing.T) {
	for _, c := range []struct {
		name, source string
		at           merlon.Range
		want         string
	}{
		{"a value", "a = 1\nb = two\nc = 3\n", lines(2, 5, 2, 8), "1|a = 1\n2|b = two\n      ^^^\n3|c = 3\n"},
		{"after wide letters", "\"小店\" = x\n", lines(1, 8, 1, 9), "1|\"小店\" = x\n           ^\n"},
		{"after a tab", "\ta = x\n", lines(1, 6, 1, 7), "1|    a = x\n          ^\n"},
		{"without columns", "  a = x\n", lines(1, 0, 1, 0), "1|  a = x\n    ^^^^^\n"},
		{"a list over lines", "a = [\n  1,\n]\nb = 2\n", lines(1, 5, 3, 2), "1|a = [\n      ^\n2|  1,\n    ^^\n3|]\n  ^\n4|b = 2\n"},
		{"an escape sequence", "a = \"\x1b[31mred\"\n", lines(1, 5, 1, 15), "1|a = \"\\x1b[31mred\"\n      ^^^^^^^^^^^^^\n"},
		{"windows line ends", "a = 1\r\nb = 2\r\n", lines(1, 5, 1, 6), "1|a = 1\n      ^\n2|b = 2\n"},
		{"past the end", "a = 1\n", lines(9, 1, 9, 2), "nothing"},
		{"an end before the start", "a = 1\nb = 2\n", lines(2, 5, 1, 1), "1|a = 1\n2|b = 2\n      ^\n"},
		{"an empty file", "", lines(1, 1, 1, 5), "1|\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := sketch(pageOf(c.source, nil).frame(&merlon.Finding{Range: c.at}))
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// A sensitive value shows nowhere near: not in its own line, not as another
// finding's context, and not where the variable that it comes from is set.
func TestFrameHidesSensitive(t *testing.T) {
	source := "a = \"one\"\nb = <<-EOT\n  two\n  three\n  EOT\nc = [\"four\", var.five, 66]\nd = \"seven ${var.x} \\\" eight\"\ne = 1\n"
	attr := func(name string, at merlon.Range, cause *merlon.Cause) merlon.Attribute {
		return merlon.Attribute{Name: name, Value: cty.StringVal("x"), Sensitive: true, Range: at, Cause: cause}
	}
	r := &merlon.Resource{Body: &merlon.Block{Attributes: []merlon.Attribute{
		attr("b", lines(2, 5, 5, 6), nil),
		attr("c", lines(6, 5, 6, 27), nil),
		attr("d", lines(7, 5, 7, 30), &merlon.Cause{Kind: merlon.CauseDefault, Name: "var.a", Range: lines(1, 5, 1, 10)}),
	}}}
	p := pageOf(source, &merlon.Assessment{Estate: merlon.NewEstate(merlon.SourceCode, []*merlon.Resource{r}, nil)})
	got := sketch(p.frame(&merlon.Finding{Range: lines(1, 0, 8, 0)}))
	for _, secret := range []string{"one", "two", "three", "four", "66", "seven", "eight"} {
		if strings.Contains(got, secret) {
			t.Errorf("the frame shows %q:\n%s", secret, got)
		}
	}
	for _, code := range []string{"var.five", "8|e = 1"} {
		if !strings.Contains(got, code) {
			t.Errorf("the frame hides %q:\n%s", code, got)
		}
	}
}

func TestFrameHidesKeyOverLines(t *testing.T) {
	source := "k = <<EOT\n-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA1x\nyz0123456789abcdef\n-----END RSA PRIVATE KEY-----\nEOT\n"
	got := sketch(pageOf(source, nil).frame(&merlon.Finding{Range: lines(4, 0, 4, 0)}))
	if strings.Contains(got, "yz01") || strings.Contains(got, "MIIE") {
		t.Errorf("the frame shows a line of a private key:\n%s", got)
	}
}

func TestTextKeepsToItsWidth(t *testing.T) {
	s := newShop(t)
	a := s.assessment()
	var tame []*merlon.Finding
	for _, f := range a.Findings {
		if !strings.Contains(f.Message, "script") {
			tame = append(tame, f)
		}
	}
	a.Findings, a.Gaps = tame, a.Gaps[1:]
	for _, columns := range []int{72, 80, 100, 120} {
		opts := s.options()
		opts.Width, opts.ShowSuppressed, opts.ShowUndecided = columns, true, true
		for l := range strings.SplitSeq(string(render(t, "text", a, opts)), "\n") {
			if n := width(l); n > columns {
				t.Errorf("width %d: got %d columns in %q", columns, n, l)
			}
		}
	}
}

func TestTextNothingFound(t *testing.T) {
	a := &merlon.Assessment{Counts: merlon.Counts{Resources: 12, Checks: 300, Passed: 99}}
	got := string(render(t, "text", a, Options{}))
	if want := "No problems found in 12 resources, 300 checks\n  99 passed\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Frames are made of what somebody else wrote: any bytes, any place.
func FuzzText(f *testing.F) {
	f.Add("a = \"x\"\nb = 2\n", int32(1), int32(5), int32(1), int32(8), "bucket")
	f.Add("\t\x1b[2J小\r\n\xff", int32(2), int32(-1), int32(1), int32(0), hostile)
	f.Add("k = <<E\npassword = \"hunter22\"\nE", int32(2), int32(1), int32(3), int32(900), "password = \"hunter22\"")
	f.Fuzz(func(t *testing.T, source string, line, column, end, endColumn int32, message string) {
		place := lines(line, column, end, endColumn)
		r := &merlon.Resource{
			Address: message, Type: "aws_x", Name: "x", Origin: merlon.Origin{Range: place, Header: place},
			Body: &merlon.Block{Attributes: []merlon.Attribute{{Name: "a", Value: cty.StringVal(message), Sensitive: true, Range: place}}},
		}
		finding := &merlon.Finding{
			Check: checkACL, Resource: r, Result: merlon.Fail, Message: message, Path: message, Range: place,
			Cause: []merlon.Cause{{Kind: merlon.CauseLocal, Name: message, Range: place}},
		}
		a := &merlon.Assessment{
			Findings: []*merlon.Finding{finding}, Gaps: []merlon.Gap{{Summary: message, Detail: source, Range: place}},
			Estate: merlon.NewEstate(merlon.SourceCode, []*merlon.Resource{r}, nil),
		}
		opts := Options{Source: fstest.MapFS{"main.tf": {Data: []byte(source)}}}
		for _, format := range []string{"text", "html", "markdown"} {
			out := string(render(t, format, a, opts))
			if i := strings.IndexFunc(out, func(c rune) bool { return c < ' ' && c != '\n' && c != '\t' || c == 0x202e }); i >= 0 {
				t.Fatalf("%s lets %q through", format, out[i:i+1])
			}
		}
	})
}

func TestMessageHidesSensitiveValues(t *testing.T) {
	r := &merlon.Resource{Body: &merlon.Block{Attributes: []merlon.Attribute{{
		Name: "variables", Sensitive: true, Value: cty.ObjectVal(map[string]cty.Value{"A": cty.StringVal("opensesame"), "B": cty.ListVal([]cty.Value{cty.StringVal("mellon")})}),
	}}}}
	p := pageOf("", nil)
	f := &merlon.Finding{Check: checkACL, Message: "opensesame and mellon open the door", Related: []*merlon.Resource{r}}
	if got, want := p.message(f), "•••• and •••• open the door"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
