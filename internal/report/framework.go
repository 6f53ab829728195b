package report

import (
	"fmt"
	"slices"
	"strings"

	"merlon/internal/framework"
)

// A chapter is the outcomes of a framework that have something in common.
type chapter struct {
	title, meaning string
	style          style
	outcomes       []framework.Outcome
}

// chapters puts the outcomes together by status, worst first. What is not
// covered is parted by why.
func chapters(r *framework.Result) []chapter {
	all := []chapter{
		{title: "Fail", style: "1;31"},
		{title: "Undecided", meaning: "an answer hangs on a value that is not known before apply", style: yellow},
		{title: "Accepted", meaning: "somebody accepted all that is wrong"},
		{title: "Pass", style: green},
		{title: "Not applicable", meaning: "nothing here is what the checks are about"},
		{title: "Not covered", meaning: framework.NoCheck},
		{title: "Not covered", meaning: framework.NotSelected},
		{title: "Not covered", meaning: "not decidable from code"},
	}
	for _, o := range r.Outcomes {
		i := slices.Index(framework.Statuses(), o.Status)
		if o.Status == framework.NotCovered {
			switch o.Reason {
			case framework.NoCheck:
			case framework.NotSelected:
				i++
			default:
				i += 2
			}
		}
		all[i].outcomes = append(all[i].outcomes, o)
	}
	return slices.DeleteFunc(all, func(c chapter) bool { return len(c.outcomes) == 0 })
}

// told is the reason of an outcome where its chapter does not say it already.
func told(o *framework.Outcome) string {
	if o.Reason == framework.NoCheck || o.Reason == framework.NotSelected {
		return ""
	}
	return o.Reason
}

// measure says how much of a control fails or is open.
func measure(o *framework.Outcome) string {
	switch o.Status {
	case framework.Fail:
		return plural(o.Findings, "finding")
	case framework.Undecided:
		return thousands(o.Undecided) + " open"
	case framework.Accepted:
		return thousands(o.Accepted) + " accepted"
	}
	return ""
}

// framework writes the report by control: a table of each status.
func (t *textWriter) framework(r *framework.Result) {
	if r == nil {
		return
	}
	t.space()
	t.line(t.paint(bold, r.Title), "  ", t.paint(dim, "by control"))
	ids := 0
	for i := range r.Outcomes {
		ids = max(ids, width(r.Outcomes[i].ID))
	}
	for _, c := range chapters(r) {
		t.line()
		heading := "  " + t.paint(c.style, fmt.Sprintf("%s · %s", c.title, thousands(len(c.outcomes))))
		if c.meaning != "" {
			heading += "  " + t.paint(dim, c.meaning)
		}
		t.line(heading)
		titles := 0
		for i := range c.outcomes {
			titles = max(titles, width(c.outcomes[i].Title))
		}
		for i := range c.outcomes {
			t.outcomeRow(&c.outcomes[i], ids, titles)
		}
	}
	t.line()
	for _, l := range wrap(r.Summary(), t.width-2) {
		t.line("  ", t.paint(bold, l))
	}
}

// outcomeRow writes a control: its id, its title, and how much of it fails.
// What there is to remark stands below.
func (t *textWriter) outcomeRow(o *framework.Outcome, ids, titles int) {
	lead := "    " + pad(o.ID, ids) + "  "
	room := max(t.width-width(lead), 20)
	lines := wrap(o.Title, room)
	if end := measure(o); end != "" && titles+2+width(end) <= room {
		lines = []string{pad(o.Title, titles) + "  " + end}
	} else if end != "" {
		lines = wrap(o.Title+" ("+end+")", room)
	}
	blank := strings.Repeat(" ", width(lead))
	for _, l := range lines {
		t.line(lead, l)
		lead = blank
	}
	for _, l := range wrap(told(o), room) {
		t.line(blank, t.paint(dim, l))
	}
}

// jsonFramework writes the outcomes in the framework's order.
func (p *page) jsonFramework(o *jsonWriter) {
	r := p.opts.Framework
	if r == nil {
		return
	}
	o.raw(",\n\"framework\": {\"id\":").str(r.ID).raw(`,"title":`).str(r.Title).raw(`,"source":`).str(r.Source)
	o.raw(`,"counts":{`)
	for i, s := range framework.Statuses() {
		if i > 0 {
			o.raw(",")
		}
		o.str(slug(s, "_")).raw(":").int(r.Count(s))
	}
	o.raw(`},"controls":[`)
	for i := range r.Outcomes {
		c := &r.Outcomes[i]
		if i > 0 {
			o.raw(",")
		}
		o.raw("\n{\"id\":").str(c.ID).raw(`,"title":`).str(c.Title).raw(`,"status":`).str(slug(c.Status, "_")).raw(`,"checks":`).strs(c.Checks)
		o.raw(`,"findings":`).int(c.Findings).raw(`,"asked":`).int(c.Asked).raw(`,"failed":`).int(c.Failed)
		o.raw(`,"undecided":`).int(c.Undecided).raw(`,"accepted":`).int(c.Accepted).raw(`,"reason":`).str(c.Reason).raw("}")
	}
	o.raw("\n]}")
}

// slug is a status as programs read it.
func slug(s framework.Status, between string) string {
	return strings.ReplaceAll(string(s), " ", between)
}

// maxFrameworkMarkdown bounds the table by control in a comment: the findings
// need room too.
const maxFrameworkMarkdown = 24000

// markdownFramework is the summary, and the table by control folded away.
func (p *page) markdownFramework() string {
	r := p.opts.Framework
	if r == nil {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "### %s\n\n%s\n\n", mdText(r.Title), mdText(r.Summary()))
	b.WriteString("<details><summary>By control</summary>\n\n| Control | | Status | |\n| --- | --- | --- | --- |\n")
	cut := 0
	for _, c := range chapters(r) {
		for i := range c.outcomes {
			o := &c.outcomes[i]
			note := o.Reason
			if m := measure(o); m != "" && note != "" {
				note = m + "; " + note
			} else if m != "" {
				note = m
			}
			row := fmt.Sprintf("| %s | %s | %s %s | %s |\n", mdText(o.ID), mdText(o.Title), statusDot(o.Status), capital(string(o.Status)), mdText(note))
			if b.Len()+len(row) > maxFrameworkMarkdown {
				cut++
				continue
			}
			b.WriteString(row)
		}
	}
	b.WriteByte('\n')
	if cut > 0 {
		fmt.Fprintf(&b, "%s not shown here for want of room.\n\n", plural(cut, "control"))
	}
	b.WriteString("</details>\n\n")
	return b.String()
}

func statusDot(s framework.Status) string {
	switch s {
	case framework.Fail:
		return "🔴"
	case framework.Undecided:
		return "🟡"
	case framework.Accepted:
		return "🔵"
	case framework.Pass:
		return "🟢"
	}
	return "⚪"
}

// framework writes the table by control, in the framework's own order.
func (h *htmlWriter) framework(r *framework.Result) {
	if r == nil {
		return
	}
	h.raw(`<section class="framework">`, "\n<h2>", htmlText(r.Title), "</h2>\n<p class=\"facts\">", htmlText(r.Summary()), "</p>\n")
	h.raw("<ul class=\"bar\" aria-hidden=\"true\">")
	for _, s := range framework.Statuses() {
		if n := r.Count(s); n > 0 {
			h.raw(fmt.Sprintf(`<li class="%s" style="flex-grow:%d"></li>`, slug(s, "-"), n))
		}
	}
	h.raw("</ul>\n<details><summary>By control</summary>\n<table>\n<thead><tr><th>Control</th><th>What holds</th><th>Status</th></tr></thead>\n<tbody>\n")
	for i := range r.Outcomes {
		o := &r.Outcomes[i]
		h.raw(`<tr class="`, slug(o.Status, "-"), `"><td class="control">`, htmlText(o.ID), "</td><td>", htmlText(o.Title))
		if o.Reason != "" {
			h.raw(` <span class="remark">`, htmlText(o.Reason), "</span>")
		}
		h.raw(`</td><td class="status">`, htmlText(string(o.Status)))
		if m := measure(o); m != "" {
			h.raw(` <span class="remark">`, htmlText(m), "</span>")
		}
		h.raw("</td></tr>\n")
	}
	h.raw("</tbody>\n</table>\n</details>\n</section>\n")
}
