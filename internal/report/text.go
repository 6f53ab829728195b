package report

import (
	"bufio"
	"cmp"
	"fmt"
	"strings"
	"time"

	"merlon"
)

// A group of up to few entries shows the code of each. A longer one shows
// that of the first framed, and the others have a line each.
const (
	few    = 3
	framed = 2
)

// text writes the report for a terminal: worst first, each problem with its
// code, where its value comes from, and what to do.
func (p *page) text(w *bufio.Writer) error {
	t := &textWriter{page: p, w: w, width: min(p.opts.Width, 160)}
	if p.opts.Quiet {
		t.brief()
		return nil
	}
	for _, g := range groups(p.findings(merlon.Fail)) {
		t.group(g)
	}
	if p.opts.ShowUndecided {
		t.heading("Undecided", "the answer hangs on a value that is not known before apply")
		t.list(groups(p.findings(merlon.Undecided)))
	}
	if p.opts.ShowSuppressed {
		t.heading("Suppressed", "somebody accepted these")
		t.list(groups(p.findings(merlon.Suppressed)))
	}
	t.gaps("Not evaluated", "the checks did not see these parts of the input", p.a.Gaps)
	t.gaps("Notices", "what was left out on purpose, and how suppressions do", p.a.Notices)
	t.framework(p.opts.Framework)
	t.summary()
	return nil
}

type textWriter struct {
	*page
	w     *bufio.Writer
	width int
	begun bool
}

func (t *textWriter) line(parts ...string) {
	for _, s := range parts {
		t.w.WriteString(s)
	}
	t.w.WriteByte('\n')
}

// space writes an empty line, except at the top.
func (t *textWriter) space() {
	if t.begun {
		t.w.WriteByte('\n')
	}
	t.begun = true
}

// show is a text as the terminal gets it.
func show(s string) string { return plain(s) }

func (t *textWriter) group(g *group) {
	t.space()
	t.title(g)
	for i, e := range g.entries {
		if i == framed && len(g.entries) > few {
			t.more(g.entries[framed:])
			break
		}
		t.line()
		t.entry(e)
	}
	t.remedies(g)
}

// labelWidth is that of the longest severity and the space after it.
const labelWidth = len("CRITICAL") + 2

// title is the severity, what the check calls the problem, and its ID, on a
// line of its own where it does not fit.
func (t *textWriter) title(g *group) {
	title := g.check.Title
	if n := len(g.entries); n > 1 {
		title += fmt.Sprintf(" · %s places", thousands(n))
	}
	id := "[" + g.check.ID + "]"
	lead := t.paint(severityStyle(g.severity), pad(strings.ToUpper(g.severity.String()), labelWidth))
	if labelWidth+width(title)+2+width(id) <= t.width {
		t.line(lead, t.paint(bold, title), "  ", t.paint(dim, id))
		return
	}
	for _, l := range wrap(title, t.width-labelWidth) {
		t.line(lead, t.paint(bold, l))
		lead = pad("", labelWidth)
	}
	t.line(lead, t.paint(dim, id))
}

// remedies writes the fix of a group once, or each of the different ones.
func (t *textWriter) remedies(g *group) {
	seen := map[string]bool{}
	for _, e := range g.entries {
		fix := t.remedy(e.Finding)
		if fix == "" || seen[fix] || len(seen) >= few {
			continue
		}
		if len(seen) == 0 {
			t.line()
		}
		seen[fix] = true
		t.labelled("Fix", green, fix)
	}
}

// labelled writes wrapped text beside a label.
func (t *textWriter) labelled(label string, s style, text string) {
	const indent = 7
	for i, l := range wrap(show(text), t.width-indent) {
		if i == 0 {
			t.line("  ", t.paint(s, pad(label, indent-2)), l)
		} else {
			t.line(strings.Repeat(" ", indent), l)
		}
	}
}

func (t *textWriter) entry(e *entry) {
	addresses := t.addresses(e)
	t.place(e, addresses)
	for _, l := range wrap(show(t.message(e.Finding)), t.width-2) {
		t.line("  ", l)
	}
	if len(addresses) > 1 {
		t.instances(addresses)
	}
	if f := t.page.frame(e.Finding); f != nil {
		t.line()
		t.frame(f, e.Severity)
	}
	t.causes(e)
}

// place is the line that says where: what a terminal makes a link of, and the
// resource.
func (t *textWriter) place(e *entry, addresses []string) {
	at := show(t.at(e.Range))
	address := ""
	if len(addresses) == 1 {
		address = show(addresses[0])
	} else if len(addresses) > 1 {
		address = show(common(e, addresses))
	}
	switch {
	case at == "" && address == "":
		t.line("  ", t.paint(bold, "the estate as a whole"))
	case at == "":
		t.line("  ", t.paint(bold, address))
	case address == "":
		t.line("  ", t.paint(cyan, at))
	case 2+width(at)+2+width(address) <= t.width:
		t.line("  ", t.paint(cyan, at), "  ", t.paint(bold, address))
	default:
		t.line("  ", t.paint(cyan, at))
		t.line("  ", t.paint(bold, address))
	}
}

// common is what the instances of an entry share: their address without
// keys, or the block's label where they are in different modules.
func common(e *entry, addresses []string) string {
	first := merlon.StripKeys(addresses[0])
	for _, a := range addresses {
		if merlon.StripKeys(a) != first {
			return e.Resource.Label()
		}
	}
	return first
}

// listed is how many of an entry's instances are named.
const listed = 4

func (t *textWriter) instances(addresses []string) {
	shown := addresses
	if len(shown) > listed+1 {
		shown = shown[:listed]
	}
	var text strings.Builder
	text.WriteString(thousands(len(addresses)) + " instances:")
	for i, a := range shown {
		text.WriteString(" " + strings.ReplaceAll(show(a), " ", "\x1f"))
		if i < len(shown)-1 || len(shown) < len(addresses) {
			text.WriteString(",")
		}
	}
	if n := len(addresses) - len(shown); n > 0 {
		fmt.Fprintf(&text, " and %s more", thousands(n))
	}
	for _, l := range wrap(text.String(), t.width-2) {
		t.line("  ", t.paint(dim, strings.ReplaceAll(l, "\x1f", " ")))
	}
}

// more lists entries in a line each.
func (t *textWriter) more(entries []*entry) {
	t.line()
	t.line("  ", t.paint(dim, fmt.Sprintf("and %s more:", thousands(len(entries)))))
	t.rows(entries)
}

// rows writes a line an entry: where, what, and which resource.
func (t *textWriter) rows(entries []*entry) {
	column := 0
	for _, e := range entries {
		if n := width(show(t.at(e.Range))); n <= t.width/2 {
			column = max(column, n)
		}
	}
	for _, e := range entries {
		at := show(t.at(e.Range))
		text, address := t.row(e)
		if address != "" {
			address = "(" + address + ")"
		}
		for i, l := range wrap(text+" "+address, max(t.width-column-4, 20)) {
			if rest, ok := strings.CutSuffix(l, address); ok {
				l = rest + t.paint(dim, address)
			}
			if i == 0 && width(at) > column {
				t.line("  ", t.paint(cyan, at))
			}
			if i == 0 && width(at) <= column {
				t.line("  ", t.paint(cyan, pad(at, column)), "  ", l)
			} else {
				t.line("  ", pad("", column), "  ", l)
			}
		}
	}
}

// row is an entry in a sentence, and the word for its resources.
func (t *textWriter) row(e *entry) (text, address string) {
	addresses := t.addresses(e)
	text = show(t.message(e.Finding))
	if n := len(addresses); n > 1 {
		text += fmt.Sprintf(" (%s instances)", thousands(n))
		address = show(common(e, addresses))
	} else if n == 1 {
		address = show(addresses[0])
	}
	if s := e.Suppression; s != nil {
		text += "; " + t.suppression(s)
	}
	return text, address
}

func (t *textWriter) suppression(s *merlon.Suppression) string {
	text := s.Kind
	if s.Syntax != "" && s.Syntax != "merlon" {
		text += " (" + s.Syntax + ")"
	}
	if s.Reason != "" {
		text += ": " + show(t.say(s.Reason))
	}
	if s.Owner != "" {
		text += ", " + show(t.say(s.Owner))
	}
	if s.Until != "" {
		text += ", until " + show(s.Until)
	}
	return text
}

func (t *textWriter) heading(title, meaning string) {
	t.space()
	t.line(t.paint(bold, title), "  ", t.paint(dim, meaning))
}

// list writes groups in a line an entry.
func (t *textWriter) list(gs []*group) {
	if len(gs) == 0 {
		t.line("  none")
	}
	for _, g := range gs {
		t.line()
		t.line("  ", g.check.Title, "  ", t.paint(dim, "["+g.check.ID+"]"))
		t.rows(g.entries)
	}
}

// brief writes a line a finding, as compilers do.
func (t *textWriter) brief() {
	for _, g := range groups(t.findings(merlon.Fail)) {
		for _, e := range g.entries {
			at := show(t.at(e.Range))
			if at == "" {
				at = cmp.Or(show(t.address(e.Finding)), "estate")
			}
			t.line(t.paint(cyan, at), ": ", t.paint(severityStyle(e.Severity), e.Severity.String()), ": ",
				show(t.message(e.Finding)), " ", t.paint(dim, "["+e.Check.ID+"]"))
		}
	}
}

// elapsed is a duration as a person says it.
func elapsed(d time.Duration) string {
	switch {
	case d <= 0:
		return ""
	case d < time.Second:
		return fmt.Sprintf("%d ms", max(1, d.Milliseconds()))
	case d < time.Minute:
		return fmt.Sprintf("%.1f s", d.Seconds())
	}
	return d.Round(time.Second).String()
}
