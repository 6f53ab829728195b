package report

import (
	"strings"

	"merlon"
)

// folded is a list of findings that nobody has to act on now.
func (h *htmlWriter) folded(title, meaning string, gs []*group) {
	if len(gs) == 0 {
		return
	}
	n := 0
	for _, g := range gs {
		n += len(g.entries)
	}
	h.raw("<details class=\"more\"><summary><b>", title, "</b> ", thousands(n), " <span>", meaning, "</span></summary>\n")
	for _, g := range gs {
		h.raw("<h3>", htmlText(g.check.Title), " <code>", htmlText(g.check.ID), "</code></h3>\n")
		for _, e := range g.entries {
			h.entry(e, false)
		}
	}
	h.raw("</details>\n")
}

func (h *htmlWriter) gaps(title, meaning string, gaps []merlon.Gap) {
	if len(gaps) == 0 {
		return
	}
	h.raw("<details class=\"more\" open><summary><b>", title, "</b> ", thousands(len(gaps)), " <span>", meaning, "</span></summary>\n<ul class=\"gaps\">\n")
	for _, g := range gaps {
		h.raw("<li>")
		if at := plain(h.at(g.Range)); at != "" {
			h.raw("<code class=\"place\">", breakable(at), "</code> ")
		}
		h.raw(htmlText(h.clean(g.Summary)))
		if g.Detail != "" {
			h.raw("<br><span>", htmlText(h.clean(strings.Join(strings.Fields(g.Detail), " "))), "</span>")
		}
		h.raw("</li>\n")
	}
	h.raw("</ul>\n</details>\n")
}

func (h *htmlWriter) footer() {
	h.raw("<footer><p>merlon ", htmlText(h.opts.Version))
	if !h.opts.Now.IsZero() {
		h.raw(" · ", h.opts.Now.UTC().Format("2 January 2006, 15:04 MST"))
	}
	if e := elapsed(h.a.Elapsed); e != "" {
		h.raw(" · scanned in ", e)
	}
	h.raw("</p></footer>\n")
}
