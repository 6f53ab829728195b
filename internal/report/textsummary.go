package report

import (
	"fmt"
	"strings"

	"merlon"
)

var gapTitles = map[merlon.GapKind]string{
	merlon.GapSyntax:      "does not parse",
	merlon.GapModule:      "module not here",
	merlon.GapReference:   "unresolved name",
	merlon.GapEvaluation:  "cannot be evaluated",
	merlon.GapVariable:    "variable without a value",
	merlon.GapFile:        "file not read",
	merlon.GapChoice:      "left out",
	merlon.GapLimit:       "limit reached",
	merlon.GapCheck:       "check failed",
	merlon.GapSuppression: "suppression",
	merlon.GapAccess:      "access refused",
}

// gaps writes what was not evaluated, by kind, a few of each.
func (t *textWriter) gaps(title, meaning string, gaps []merlon.Gap) {
	if len(gaps) == 0 {
		return
	}
	t.heading(title, meaning)
	byKind := map[merlon.GapKind][]merlon.Gap{}
	var kinds []merlon.GapKind
	for _, g := range gaps {
		if byKind[g.Kind] == nil {
			kinds = append(kinds, g.Kind)
		}
		byKind[g.Kind] = append(byKind[g.Kind], g)
	}
	const most = 5
	for _, kind := range kinds {
		t.line()
		name := gapTitles[kind]
		if name == "" {
			name = show(string(kind))
		}
		of := byKind[kind]
		if len(of) > 1 {
			name += " · " + thousands(len(of))
		}
		if len(kinds) > 1 || kind != merlon.GapSuppression {
			t.line("  ", t.paint(yellow, name))
		}
		for i, g := range of {
			if i == most && len(of) > most+1 {
				t.line("    ", t.paint(dim, fmt.Sprintf("and %s more", thousands(len(of)-most))))
				break
			}
			t.gap(g)
		}
	}
}

func (t *textWriter) gap(g merlon.Gap) {
	at := show(t.at(g.Range))
	if at == "" {
		at = show(t.say(g.Address))
	}
	text := show(t.say(g.Summary))
	switch {
	case at == "":
		t.indented(4, text, none)
	case 4+width(at)+2+width(text) <= t.width:
		t.line("    ", t.paint(cyan, at), "  ", text)
	default:
		t.line("    ", t.paint(cyan, at))
		t.indented(6, text, none)
	}
	if g.Detail != "" {
		detail := strings.Join(strings.Fields(t.say(g.Detail)), " ")
		t.indented(6, show(detail), dim)
	}
}

func (t *textWriter) indented(n int, text string, s style) {
	for _, l := range wrap(text, t.width-n) {
		t.line(strings.Repeat(" ", n), t.paint(s, l))
	}
}

// summary ends the report.
func (t *textWriter) summary() {
	c := t.a.Counts
	t.space()
	looked := plural(c.Resources, "resource")
	if c.DataSources > 0 {
		looked += " and " + plural(c.DataSources, "data source")
	}
	looked += ", " + plural(c.Checks, "check")
	if e := elapsed(t.a.Elapsed); e != "" {
		looked += ", " + e
	}
	total := 0
	for _, n := range c.BySeverity {
		total += n
	}
	if total == 0 {
		t.line(t.paint(good, "No problems found"), " in ", looked)
		if c.Resources == 0 {
			t.line(t.paint(dim, "There was nothing to check: is this the right directory?"))
		}
	} else {
		t.line(t.paint(bold, plural(total, "problem")), " in ", looked)
		t.line("  ", t.severities())
	}
	t.outcome()
}

// severities is "2 critical · 5 high": only what there is.
func (t *textWriter) severities() string {
	var parts []string
	for s := int(merlon.Critical); s >= 0; s-- {
		if n := t.a.Counts.BySeverity[s]; n > 0 {
			sev := merlon.Severity(s)
			parts = append(parts, t.paint(severityStyle(sev), thousands(n)+" "+sev.String()))
		}
	}
	return strings.Join(parts, t.paint(dim, " · "))
}

func (t *textWriter) outcome() {
	c := t.a.Counts
	var parts []string
	add := func(n int, what string) {
		if n > 0 {
			parts = append(parts, thousands(n)+" "+what)
		}
	}
	add(c.Passed, "passed")
	add(c.Failed, "failed")
	add(c.Undecided, "undecided")
	add(c.Suppressed, "suppressed")
	if n := len(t.a.Gaps); n > 0 {
		parts = append(parts, plural(n, "gap"))
	}
	if len(parts) > 0 {
		t.line("  ", t.paint(dim, strings.Join(parts, " · ")))
	}
	if f := t.opts.FailOn; f > merlon.Info && c.Failed > 0 {
		n, all := 0, 0
		for s, of := range c.BySeverity {
			all += of
			if merlon.Severity(s) >= f {
				n += of
			}
		}
		if n < all {
			t.line("  ", t.paint(dim, fmt.Sprintf("%s at %s or above, where this run fails", thousands(n), f)))
		}
	}
	if c.Undecided > 0 && !t.opts.ShowUndecided {
		t.line("  ", t.paint(dim, fmt.Sprintf("%s on values not known before apply: --show-undecided lists them", undecided(c.Undecided))))
	}
	if len(t.a.Gaps) > 0 {
		t.line("  ", t.paint(dim, "what was not evaluated was not checked: --strict makes that an error"))
	}
}

func undecided(n int) string {
	if n == 1 {
		return "1 answer hangs"
	}
	return thousands(n) + " answers hang"
}
