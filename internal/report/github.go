package report

import (
	"bufio"
	"fmt"
	"strings"

	"merlon"
)

// GitHub shows at most ten annotations of a level for each step, so more of
// them would only hide the worst.
const maxAnnotations = 10

// github writes workflow commands, which GitHub shows as annotations on the
// changed lines: the worst of each level, and a last line for the others.
func (p *page) github(w *bufio.Writer) error {
	written := map[string]int{}
	left := 0
	for _, g := range groups(p.findings(merlon.Fail)) {
		for _, e := range g.entries {
			level := annotationLevel(e.Severity)
			if written[level] == maxAnnotations {
				left++
				continue
			}
			written[level]++
			p.annotation(w, level, e)
		}
	}
	if left > 0 {
		fmt.Fprintf(w, "::notice title=merlon::%s not annotated: see the full report\n", plural(left, "more place"))
	}
	if n := len(p.a.Gaps); n > 0 {
		fmt.Fprintf(w, "::notice title=merlon::%s of the input not evaluated: see the full report\n", plural(n, "part"))
	}
	return nil
}

func (p *page) annotation(w *bufio.Writer, level string, e *entry) {
	at := p.fixAt(e.Finding)
	fmt.Fprintf(w, "::%s file=%s,line=%d", level, property(plain(at.File)), at.Start.Line)
	if at.End.Line > at.Start.Line {
		fmt.Fprintf(w, ",endLine=%d", at.End.Line)
	} else if at.Start.Column > 0 {
		fmt.Fprintf(w, ",col=%d", at.Start.Column)
	}
	text := plain(p.message(e.Finding))
	if n := len(p.addresses(e)); n > 1 {
		text += fmt.Sprintf(" (%s instances)", thousands(n))
	}
	if r := e.Range; r.File != "" && p.file(r.File) != at.File {
		text += "\nat " + plain(p.at(r))
	}
	if fix := p.remedy(e.Finding); fix != "" {
		text += "\nFix: " + plain(fix)
	}
	title := strings.ToUpper(e.Severity.String()) + " " + e.Check.Title + " [" + e.Check.ID + "]"
	fmt.Fprintf(w, ",title=%s::%s\n", property(title), data(text))
}

func annotationLevel(s merlon.Severity) string {
	switch s {
	case merlon.Critical, merlon.High:
		return "error"
	case merlon.Medium:
		return "warning"
	}
	return "notice"
}

// data and property escape what the runner would take for its own syntax.
func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(s))
}
