package report

import (
	"bufio"
	_ "embed"
	"fmt"
	"html"
	"slices"
	"strings"

	"merlon"
)

//go:embed html/report.css
var htmlStyle string

//go:embed html/report.js
var htmlScript string

// htmlText escapes text for HTML, attributes included.
func htmlText(s string) string { return html.EscapeString(s) }

// htmlFramed is the number of entries of a group that show their code.
const htmlFramed = 25

// html writes one page that needs nothing else: no request, no script to read
// it. The script only filters. It is written by hand rather than with a
// template: html/template keeps the linker from dropping unused methods.
func (p *page) html(w *bufio.Writer) error {
	h := &htmlWriter{page: p, w: w}
	title := "merlon report"
	if p.opts.Root != "" {
		title = p.clean(p.opts.Root) + " · merlon report"
	}
	h.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
	h.raw(`<meta name="viewport" content="width=device-width, initial-scale=1">` + "\n")
	// No source is allowed but what is in the page itself.
	h.raw(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">` + "\n")
	h.raw(`<meta name="referrer" content="no-referrer">` + "\n")
	h.raw("<title>", htmlText(title), "</title>\n<style>\n", htmlStyle, "</style>\n</head>\n<body>\n")
	fails := groups(p.findings(merlon.Fail))
	h.header()
	h.framework(p.opts.Framework)
	h.filter(fails)
	h.raw("<main>\n")
	for _, g := range fails {
		h.group(g)
	}
	h.raw(`<p class="none" hidden>Nothing matches the filter.</p>` + "\n")
	h.folded("Suppressed", "somebody accepted these", groups(p.findings(merlon.Suppressed)))
	h.folded("Undecided", "the answer hangs on a value that is not known before apply", groups(p.findings(merlon.Undecided)))
	h.gaps("Not evaluated", "the checks did not see these parts of the input", p.a.Gaps)
	h.gaps("Notices", "what was left out on purpose, and how suppressions do", p.a.Notices)
	h.raw("</main>\n")
	h.footer()
	h.raw("<script>\n", htmlScript, "</script>\n</body>\n</html>\n")
	return nil
}

type htmlWriter struct {
	*page
	w *bufio.Writer
}

func (h *htmlWriter) raw(parts ...string) {
	for _, s := range parts {
		h.w.WriteString(s)
	}
}

func (h *htmlWriter) header() {
	c := h.a.Counts
	total := 0
	for _, n := range c.BySeverity {
		total += n
	}
	h.raw("<header>\n<p class=\"brand\">merlon</p>\n<h1>")
	if total == 0 {
		h.raw("No problems found")
	} else {
		h.raw(htmlText(plural(total, "problem")))
	}
	if h.opts.Root != "" {
		h.raw(" <span>in ", htmlText(h.clean(h.opts.Root)), "</span>")
	}
	h.raw("</h1>\n<p class=\"facts\">", htmlText(plural(c.Resources, "resource")), ", ", htmlText(plural(c.Checks, "check")))
	h.raw(": ", thousands(c.Passed), " passed, ", thousands(c.Failed), " failed, ", thousands(c.Undecided), " undecided, ", thousands(c.Suppressed), " suppressed")
	if n := len(h.a.Gaps); n > 0 {
		h.raw(", ", htmlText(plural(n, "gap")))
	}
	h.raw("</p>\n")
	if total > 0 {
		h.raw("<ul class=\"bar\" aria-hidden=\"true\">")
		for s := int(merlon.Critical); s >= 0; s-- {
			if n := c.BySeverity[s]; n > 0 {
				h.raw(fmt.Sprintf(`<li class="%s" style="flex-grow:%d"></li>`, merlon.Severity(s), n))
			}
		}
		h.raw("</ul>\n<ul class=\"tally\">")
		for s := int(merlon.Critical); s >= 0; s-- {
			sev := merlon.Severity(s)
			class := sev.String()
			if c.BySeverity[s] == 0 {
				class += " zero"
			}
			h.raw(fmt.Sprintf(`<li class="%s"><b>%s</b> %s</li>`, class, thousands(c.BySeverity[s]), sev))
		}
		h.raw("</ul>\n")
	}
	h.raw("</header>\n")
}

// filter is hidden until the script shows it: without one it would do nothing.
func (h *htmlWriter) filter(fails []*group) {
	if len(fails) == 0 {
		return
	}
	var services []string
	have := map[string]bool{}
	severities := [merlon.Critical + 1]bool{}
	for _, g := range fails {
		severities[g.severity] = true
		if s := g.check.Service(); !have[s] {
			have[s] = true
			services = append(services, s)
		}
	}
	slices.Sort(services)
	h.raw(`<form class="filter" hidden><fieldset><legend>Severity</legend>`)
	for s := int(merlon.Critical); s >= 0; s-- {
		if severities[s] {
			name := merlon.Severity(s).String()
			h.raw(`<label class="`, name, `"><input type="checkbox" name="severity" value="`, name, `" checked>`, name, `</label>`)
		}
	}
	h.raw(`</fieldset><label>Service <select name="service"><option value="">all</option>`)
	for _, s := range services {
		h.raw(`<option>`, htmlText(s), `</option>`)
	}
	h.raw(`</select></label><label class="search">Text <input type="search" name="text" placeholder="address, file, check …" autocomplete="off"></label>`)
	h.raw("<output></output></form>\n")
}

func (h *htmlWriter) group(g *group) {
	c := g.check
	h.raw(fmt.Sprintf(`<section class="group %s" data-severity="%s" data-service="%s">`, g.severity, g.severity, htmlText(c.Service())), "\n")
	h.raw(`<h2><span class="severity">`, g.severity.String(), `</span> `, htmlText(c.Title))
	if n := len(g.entries); n > 1 {
		h.raw(` <span class="count">`, thousands(n), ` places</span>`)
	}
	h.raw("</h2>\n<p class=\"id\"><code>", htmlText(c.ID), "</code>")
	for _, names := range [][]string{c.STRIDE.Names(), c.CIA.Names(), c.AAA.Names()} {
		for _, n := range names {
			h.raw(` <span class="class">`, htmlText(strings.ReplaceAll(n, "-", " ")), `</span>`)
		}
	}
	h.raw("</p>\n")
	if c.Why != "" {
		h.raw(`<p class="why">`, htmlText(sentence(c.Why)), "</p>\n")
	}
	var fixes []string
	for i, e := range g.entries {
		h.entry(e, i < htmlFramed)
		fix := h.remedy(e.Finding)
		if fix != "" && len(fixes) < few && !slices.Contains(fixes, fix) {
			fixes = append(fixes, fix)
		}
	}
	for _, fix := range fixes {
		h.raw(`<p class="fix"><b>Fix</b> <span>`, htmlText(plain(sentence(fix))), "</span></p>\n")
	}
	if len(c.Sources) > 0 {
		h.raw(`<p class="sources">`)
		for i, s := range c.Sources {
			if i > 0 {
				h.raw(" · ")
			}
			h.raw(link(s))
		}
		h.raw("</p>\n")
	}
	h.raw("</section>\n")
}

// link is an anchor for web addresses only.
func link(s string) string {
	if !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "http://") {
		return htmlText(plain(s))
	}
	name := strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
	return `<a href="` + htmlText(plain(s)) + `" rel="noreferrer noopener">` + htmlText(plain(name)) + `</a>`
}

func (h *htmlWriter) entry(e *entry, framed bool) {
	addresses := h.addresses(e)
	h.raw("<article>\n<p class=\"at\">")
	if at := plain(h.at(e.Range)); at != "" {
		h.raw("<code class=\"place\">", breakable(at), "</code> ")
	}
	if len(addresses) == 1 {
		h.raw("<code>", breakable(plain(addresses[0])), "</code>")
	} else if len(addresses) > 1 {
		h.raw("<code>", breakable(plain(common(e, addresses))), "</code>")
	}
	if e.Range.IsZero() && len(addresses) == 0 {
		h.raw("the estate as a whole")
	}
	h.raw("</p>\n<p class=\"message\">", htmlText(plain(h.message(e.Finding))), "</p>\n")
	if len(addresses) > 1 {
		h.instances(addresses)
	}
	if e.Suppression != nil {
		t := textWriter{page: h.page}
		h.raw(`<p class="accepted">`, htmlText(t.suppression(e.Suppression)), "</p>\n")
	}
	if f := h.frameIf(framed, e); f != nil {
		h.frame(f)
	}
	h.causes(e)
	h.raw("</article>\n")
}

func (h *htmlWriter) frameIf(framed bool, e *entry) *frame {
	if !framed {
		return nil
	}
	return h.page.frame(e.Finding)
}

// maxInstances bounds the instances that the page names for one entry.
const maxInstances = 200

func (h *htmlWriter) instances(addresses []string) {
	h.raw("<details class=\"instances\"><summary>", thousands(len(addresses)), " instances</summary><ul>")
	for i, a := range addresses {
		if i == maxInstances {
			h.raw("<li>and ", thousands(len(addresses)-i), " more</li>")
			break
		}
		h.raw("<li><code>", breakable(plain(a)), "</code></li>")
	}
	h.raw("</ul></details>\n")
}

func (h *htmlWriter) frame(f *frame) {
	h.raw("<pre>")
	for _, l := range f.lines {
		if l.skipped {
			h.raw("<span class=\"skip\">⋮</span>\n")
		}
		h.raw(fmt.Sprintf(`<span class="n">%*d</span> `, f.gutter, l.number))
		if l.from < l.to {
			before, marked, after := split(l.text, l.from, l.to)
			h.raw(htmlText(before), "<mark>", htmlText(marked), "</mark>", htmlText(after), "\n")
		} else {
			h.raw("<span class=\"quiet\">", htmlText(l.text), "</span>\n")
		}
	}
	h.raw("</pre>\n")
}

func (h *htmlWriter) causes(e *entry) {
	for i, chain := range e.chains {
		if i == few && len(e.chains) > few+1 {
			h.raw("<p class=\"also\">and ", htmlText(plural(len(e.chains)-i, "other place")), " that set it</p>\n")
			break
		}
		h.raw("<ol class=\"cause\">")
		for j := len(chain) - 1; j >= 0; j-- {
			h.raw("<li><code class=\"place\">", breakable(plain(h.at(chain[j].Range))), "</code> ", htmlText(plain(h.step(&chain[j]))), "</li>")
		}
		h.raw("<li><code class=\"place\">", breakable(plain(h.at(e.Range))), "</code> ", htmlText(h.clean(attributeName(e.Path))), "</li></ol>\n")
	}
	if len(e.chains) == 0 && !own(e.Range.File) {
		if call := primary(e.Finding); own(call.File) {
			h.raw("<ol class=\"cause\"><li><code class=\"place\">", breakable(plain(h.at(call))), "</code> the call of the module, which itself is not yours to change</li></ol>\n")
		}
	}
}

// breakable lets long paths and addresses break after their separators.
func breakable(s string) string {
	return strings.NewReplacer("/", "/<wbr>", ".", ".<wbr>", "_", "_<wbr>").Replace(htmlText(s))
}
