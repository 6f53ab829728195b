package report

import (
	"strconv"
	"strings"

	"merlon"
)

// frame writes code with line numbers; what the finding is about is
// underlined, or has a thick margin where it is long, and is coloured where
// colours are wanted.
func (t *textWriter) frame(f *frame, severity merlon.Severity) {
	s := severityStyle(severity)
	room := max(t.width-f.gutter-7, 20)
	bar := t.paint(dim, "│")
	for _, l := range f.lines {
		if l.skipped {
			t.line("    ", pad("", f.gutter-1), t.paint(dim, "⋮ │"))
		}
		skip := 0
		if l.to > room && l.from > room/2 {
			// What the finding is about stands far to the right: begin there.
			skip = max(0, min(l.from-room/4, width(l.text)-room))
		}
		text := window(l.text, skip, room)
		from, to := max(l.from-skip, 0), min(l.to-skip, width(text))
		number := t.paint(dim, strings.Repeat(" ", f.gutter-len(strconv.Itoa(l.number)))+strconv.Itoa(l.number))
		if from >= to {
			t.line("    ", number, " ", bar, trailing(" "+t.paint(dim, text)))
			continue
		}
		before, marked, after := split(text, from, to)
		if f.long {
			// Many underlines would drown the code: mark the margin instead.
			t.line("    ", number, " ", t.paint(s, "┃"), trailing(" "+before+t.paint(s, marked)+after))
			continue
		}
		t.line("    ", number, " ", bar, " ", before, t.paint(s, marked), after)
		t.line("    ", pad("", f.gutter), " ", bar, " ", pad("", from), t.paint(s, strings.Repeat("━", to-from)))
	}
}

func trailing(s string) string { return strings.TrimRight(s, " ") }

// split cuts a line at two display columns.
func split(s string, from, to int) (before, marked, after string) {
	i, j := byteAt(s, from), byteAt(s, to)
	return s[:i], s[i:j], s[j:]
}

// causes writes the ways that the value took, the place to fix first.
func (t *textWriter) causes(e *entry) {
	const most = 3
	for i, chain := range e.chains {
		if i == 0 {
			t.line()
		}
		if i == most && len(e.chains) > most+1 {
			t.line("  ", t.paint(dim, "and "+plural(len(e.chains)-most, "other place")+" that set it"))
			break
		}
		t.cause(e, chain)
	}
	if len(e.chains) == 0 && !own(e.Range.File) {
		if call := primary(e.Finding); own(call.File) {
			t.line()
			t.line("  ", t.paint(yellow, "fix at "), t.paint(cyan, show(t.at(call))))
			t.line("         ", t.paint(dim, "the call of the module, whose own code is not yours to change"))
		}
	}
}

func (t *textWriter) cause(e *entry, chain []merlon.Cause) {
	type step struct{ at, what string }
	var steps []step
	for i := len(chain) - 1; i >= 0; i-- {
		steps = append(steps, step{show(t.at(chain[i].Range)), show(t.step(&chain[i]))})
	}
	last := show(attributeName(e.Path))
	if last == "" {
		last = "the resource"
	}
	steps = append(steps, step{show(t.at(e.Range)), last})

	var plainLine strings.Builder
	plainLine.WriteString("fix at ")
	for i, s := range steps {
		if i > 0 {
			plainLine.WriteString(" → ")
		}
		plainLine.WriteString(strings.TrimSpace(s.at + " " + s.what))
	}
	if width(plainLine.String())+2 <= t.width {
		t.w.WriteString("  " + t.paint(yellow, "fix at "))
		for i, s := range steps {
			if i > 0 {
				t.w.WriteString(t.paint(dim, " → "))
			}
			t.w.WriteString(joinStep(t, s.at, s.what, i == 0))
		}
		t.line()
		return
	}
	column := 0
	for _, s := range steps {
		if n := width(s.at); n <= t.width/2 {
			column = max(column, n)
		}
	}
	for i, s := range steps {
		lead := t.paint(yellow, "fix at ")
		if i > 0 {
			lead = t.paint(dim, "     → ")
		}
		at, what := t.paint(cyan, pad(s.at, column)), s.what
		if i > 0 {
			what = t.paint(dim, what)
		}
		t.line("  ", lead, at, "  ", what)
	}
}

func joinStep(t *textWriter, at, what string, first bool) string {
	if at != "" {
		at = t.paint(cyan, at) + " "
	}
	if first {
		return at + what
	}
	return at + t.paint(dim, what)
}

// attributeName is the last name of an attribute's path.
func attributeName(path string) string {
	if i := strings.LastIndexByte(path, '.'); i >= 0 && !strings.Contains(path[i:], `"]`) {
		return path[i+1:]
	}
	return path
}
