package report

import (
	"bufio"
	"fmt"
	"strings"
	"unicode/utf8"

	"merlon"
)

// maxMarkdown is the size of a comment that GitHub takes (65,536 characters)
// with some room for what a bot writes around it.
const maxMarkdown = 65000

// markdown writes a comment for a pull request: the headline, a table by
// severity, and what there is to each problem folded away, worst first. What
// does not fit is told, never dropped in silence.
func (p *page) markdown(w *bufio.Writer) error {
	c := p.a.Counts
	total := 0
	for _, n := range c.BySeverity {
		total += n
	}
	var b strings.Builder
	name := ""
	if p.opts.Root != "" {
		name = " in " + mdCode(p.clean(p.opts.Root))
	}
	if total == 0 {
		fmt.Fprintf(&b, "## merlon: no problems found%s\n\n", name)
	} else {
		fmt.Fprintf(&b, "## merlon: %s%s\n\n", plural(total, "problem"), name)
		p.markdownTable(&b)
	}
	tail := p.markdownFramework() + p.markdownTail()
	budget := maxMarkdown - utf8.RuneCountInString(tail) - 200
	cut, entries := 0, 0
	for _, g := range groups(p.findings(merlon.Fail)) {
		text := p.markdownGroup(g, true)
		if utf8.RuneCountInString(b.String())+utf8.RuneCountInString(text) > budget {
			text = p.markdownGroup(g, false)
		}
		if utf8.RuneCountInString(b.String())+utf8.RuneCountInString(text) > budget {
			cut++
			entries += len(g.entries)
			continue
		}
		b.WriteString(text)
	}
	if cut > 0 {
		fmt.Fprintf(&b, "**Not shown here for want of room:** %s of %s. See the full report.\n\n", plural(entries, "place"), plural(cut, "check"))
	}
	b.WriteString(tail)
	_, err := w.WriteString(b.String())
	return err
}

func (p *page) markdownTable(b *strings.Builder) {
	b.WriteString("| Severity | Problems |\n| --- | ---: |\n")
	for s := int(merlon.Critical); s >= 0; s-- {
		if n := p.a.Counts.BySeverity[s]; n > 0 {
			fmt.Fprintf(b, "| %s %s | %s |\n", severityDot(merlon.Severity(s)), capital(merlon.Severity(s).String()), thousands(n))
		}
	}
	b.WriteByte('\n')
}

func severityDot(s merlon.Severity) string {
	return [...]string{"⚪", "🔵", "🟡", "🟠", "🔴"}[min(s, merlon.Critical)]
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// markdownEntries bounds the entries of one group that have their code.
const markdownEntries = 5

func (p *page) markdownGroup(g *group, full bool) string {
	var b strings.Builder
	open := ""
	if g.severity == merlon.Critical {
		open = " open"
	}
	fmt.Fprintf(&b, "<details%s><summary>%s <b>%s</b> · %s", open, severityDot(g.severity), capital(g.severity.String()), htmlText(g.check.Title))
	if n := len(g.entries); n > 1 {
		fmt.Fprintf(&b, " · %s places", thousands(n))
	}
	fmt.Fprintf(&b, " <code>%s</code></summary>\n\n", htmlText(g.check.ID))
	if g.check.Why != "" {
		b.WriteString(mdText(sentence(g.check.Why)) + "\n\n")
	}
	fixes := map[string]bool{}
	for i, e := range g.entries {
		if !full && i == markdownEntries {
			fmt.Fprintf(&b, "- and %s\n", plural(len(g.entries)-i, "more place"))
			break
		}
		p.markdownEntry(&b, e, full && i < markdownEntries)
		if fix := p.remedy(e.Finding); fix != "" && len(fixes) < few {
			fixes[fix] = true
		}
	}
	for _, e := range g.entries {
		if fix := p.remedy(e.Finding); fixes[fix] {
			delete(fixes, fix)
			fmt.Fprintf(&b, "\n**Fix:** %s\n", mdText(plain(fix)))
		}
	}
	b.WriteString("\n</details>\n\n")
	return b.String()
}

func (p *page) markdownEntry(b *strings.Builder, e *entry, withCode bool) {
	b.WriteString("- ")
	if at := plain(p.at(e.Range)); at != "" {
		b.WriteString(mdCode(at) + " ")
	}
	b.WriteString(mdText(plain(p.message(e.Finding))))
	if addresses := p.addresses(e); len(addresses) > 1 {
		fmt.Fprintf(b, " (%s instances, first %s)", thousands(len(addresses)), mdCode(plain(addresses[0])))
	} else if len(addresses) == 1 {
		b.WriteString(" — " + mdCode(plain(addresses[0])))
	}
	b.WriteByte('\n')
	if !withCode {
		return
	}
	for i, chain := range e.chains {
		if i == few {
			break
		}
		b.WriteString("  <br>fix at ")
		for j := len(chain) - 1; j >= 0; j-- {
			b.WriteString(mdCode(plain(p.at(chain[j].Range))) + " " + mdText(plain(p.step(&chain[j]))) + " → ")
		}
		b.WriteString(mdCode(plain(p.at(e.Range))) + "\n")
	}
	if f := p.frame(e.Finding); f != nil {
		b.WriteString(indent(f.fenced(), "  "))
	}
}

// fenced is a frame as a code block; the lines that matter have an arrow.
func (f *frame) fenced() string {
	var b strings.Builder
	for _, l := range f.lines {
		if l.skipped {
			b.WriteString(strings.Repeat(" ", f.gutter+1) + " ⋮\n")
		}
		mark := " "
		if l.from < l.to {
			mark = ">"
		}
		fmt.Fprintf(&b, "%s %*d │ %s\n", mark, f.gutter, l.number, cut(l.text, 200))
	}
	fence := fenceFor(b.String(), 3)
	return fence + "\n" + b.String() + fence + "\n"
}

func indent(text, by string) string {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	return by + strings.Join(lines, "\n"+by) + "\n"
}

// markdownTail is gaps and numbers, which always have their place.
func (p *page) markdownTail() string {
	var b strings.Builder
	c := p.a.Counts
	if n := len(p.a.Gaps); n > 0 {
		const most = 10
		fmt.Fprintf(&b, "<details><summary>%s of the input not evaluated</summary>\n\n", plural(n, "part"))
		for i, g := range p.a.Gaps {
			if i == most {
				fmt.Fprintf(&b, "- and %s more\n", thousands(n-most))
				break
			}
			at := ""
			if !g.Range.IsZero() {
				at = mdCode(cutBytes(plain(p.at(g.Range)), 300)) + " "
			}
			fmt.Fprintf(&b, "- %s%s\n", at, mdText(cutBytes(p.clean(g.Summary), 300)))
		}
		b.WriteString("\n</details>\n\n")
	}
	fmt.Fprintf(&b, "<sub>%s, %s: %s passed, %s failed, %s undecided, %s suppressed", plural(c.Resources, "resource"), plural(c.Checks, "check"),
		thousands(c.Passed), thousands(c.Failed), thousands(c.Undecided), thousands(c.Suppressed))
	if p.opts.Version != "" {
		b.WriteString(" · merlon " + mdText(p.opts.Version))
	}
	b.WriteString("</sub>\n")
	return b.String()
}

var markdownEscapes = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", "@", "&#64;", "#", "&#35;",
	`\`, `\\`, "`", "\\`", "*", `\*`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "$", `\$`, "!", `\!`,
	"://", ":&#47;&#47;", "www.", "www&#46;",
)

// mdText escapes text so that it is only text: no markup, no mention, no link.
func mdText(s string) string { return markdownEscapes.Replace(s) }

// mdCode is a code span, whatever backticks are inside.
func mdCode(s string) string {
	fence := fenceFor(s, 1)
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return fence + s + fence
}

// fenceFor is a run of backticks longer than any inside the text.
func fenceFor(s string, least int) string {
	longest, run := 0, 0
	for i := 0; i < len(s); i++ {
		if s[i] == '`' {
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	return strings.Repeat("`", max(least, longest+1))
}
