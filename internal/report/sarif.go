package report

import (
	"bufio"
	"encoding/json"
	"net/url"
	"strings"
	"time"

	"merlon"
)

// sarif writes SARIF 2.1.0 as GitHub's code scanning takes it: every result
// has a place in the user's own files, where the fix is made, and the way of
// the value as related locations.
func (p *page) sarif(w *bufio.Writer) error {
	rules, index := p.sarifRules()
	version := p.opts.Version
	if version == "" {
		version = "dev"
	}
	head := []struct {
		lead  string
		value any
	}{
		{"{\n\"$schema\": ", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
		{",\n\"version\": ", "2.1.0"},
		{",\n\"runs\": [{\n\"tool\": ", sarifTool{sarifDriver{Name: "merlon", Version: version, Rules: rules}}},
		{",\n\"invocations\": ", []sarifInvocation{p.sarifInvocation()}},
		{",\n\"columnKind\": ", "unicodeCodePoints"},
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, h := range head {
		w.WriteString(h.lead)
		if err := enc.Encode(h.value); err != nil {
			return err
		}
	}
	w.WriteString(",\"results\": [\n")
	results := append(p.reported(), p.findings(merlon.Suppressed)...)
	for i, f := range results {
		if i > 0 {
			w.WriteByte(',')
		}
		if err := enc.Encode(p.sarifResult(f, index[f.Check])); err != nil {
			return err
		}
	}
	_, err := w.WriteString("]\n}]\n}\n")
	return err
}

// sarifRules are the checks that ran, and any other that found something.
func (p *page) sarifRules() ([]sarifRule, map[*merlon.Check]int) {
	index := make(map[*merlon.Check]int, len(p.a.Checks))
	rules := []sarifRule{}
	add := func(c *merlon.Check) {
		if _, have := index[c]; have {
			return
		}
		index[c] = len(rules)
		rules = append(rules, rule(c))
	}
	for _, c := range p.a.Checks {
		add(c)
	}
	for _, f := range p.a.Findings {
		add(f.Check)
	}
	return rules, index
}

func rule(c *merlon.Check) sarifRule {
	r := sarifRule{
		ID: c.ID, Name: c.ID,
		Short:   sarifText{Text: c.Title + "."},
		Full:    sarifText{Text: sentence(c.Why, c.Title)},
		Help:    sarifText{Text: sentence(c.Why, c.Title) + "\n\nFix: " + sentence(c.Fix, "see the check's documentation"), Markdown: helpMarkdown(c)},
		Default: sarifConfiguration{Level: sarifLevel(c.Severity)},
		Properties: sarifRuleProperties{
			SecuritySeverity: securitySeverity(c.Severity), Precision: "high",
			Severity: c.Severity.String(), Tags: tags(c), Aliases: c.Aliases,
		},
	}
	if len(c.Sources) > 0 {
		r.HelpURI = c.Sources[0]
	}
	return r
}

func sentence(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return strings.Join(strings.Fields(t), " ")
		}
	}
	return ""
}

func helpMarkdown(c *merlon.Check) string {
	var b strings.Builder
	b.WriteString("**" + c.Title + "** (`" + c.ID + "`)\n")
	if c.Why != "" {
		b.WriteString("\n" + sentence(c.Why) + "\n")
	}
	if c.Fix != "" {
		b.WriteString("\n**Fix:** " + sentence(c.Fix) + "\n")
	}
	for _, s := range c.Sources {
		b.WriteString("\n- <" + s + ">")
	}
	return b.String()
}

// tags are the words that GitHub filters by; "security" makes it show the
// security severity.
func tags(c *merlon.Check) []string {
	out := []string{"security", "service/" + c.Service()}
	for _, s := range c.STRIDE.Names() {
		out = append(out, "stride/"+s)
	}
	for _, s := range c.CIA.Names() {
		out = append(out, "cia/"+s)
	}
	for _, s := range c.AAA.Names() {
		out = append(out, "aaa/"+s)
	}
	return out
}

func sarifLevel(s merlon.Severity) string {
	switch s {
	case merlon.Critical, merlon.High:
		return "error"
	case merlon.Medium:
		return "warning"
	}
	return "note"
}

func securitySeverity(s merlon.Severity) string {
	return [...]string{"0.0", "3.0", "5.5", "8.0", "9.5"}[min(s, merlon.Critical)]
}

func (p *page) sarifResult(f *merlon.Finding, rule int) sarifResult {
	at := p.fixAt(f)
	r := sarifResult{
		RuleID: f.Check.ID, RuleIndex: rule, Kind: "fail", Level: sarifLevel(f.Severity),
		Message:      sarifText{Text: plain(p.message(f))},
		Locations:    []sarifLocation{{Physical: physical(at)}},
		Fingerprints: map[string]string{"merlon/v1": f.Fingerprint},
		Properties: sarifResultProperties{
			Severity: f.Severity.String(), Resource: plain(p.address(f)), Path: p.clean(f.Path), Fix: plain(p.remedy(f)),
		},
	}
	if f.Result == merlon.Undecided {
		r.Kind, r.Level = "open", "none"
	}
	if f.Resource != nil {
		r.Locations[0].Logical = []sarifLogical{{FullName: plain(p.address(f)), Kind: "resource"}}
	}
	for i := len(f.Cause) - 1; i >= 0; i-- {
		r.relate(p, f.Cause[i].Range, plain(p.step(&f.Cause[i])))
	}
	what := "the attribute"
	if f.Path == "" {
		what = "the resource"
	}
	r.relate(p, f.Range, what)
	for _, other := range f.Related {
		r.relate(p, other.Origin.Header, p.clean(other.Address))
	}
	if s := f.Suppression; s != nil {
		kind := "external"
		if s.Kind == "inline" {
			kind = "inSource"
		}
		r.Suppressions = []sarifSuppression{{Kind: kind, Status: "accepted", Justification: p.clean(s.Reason)}}
	}
	return r
}

// maxRelated bounds the related locations of one result.
const maxRelated = 100

// relate adds a place, unless it is nowhere or there already.
func (r *sarifResult) relate(p *page, at merlon.Range, what string) {
	if at.IsZero() || len(r.Related) >= maxRelated {
		return
	}
	at.File = p.file(at.File)
	loc := sarifLocation{ID: len(r.Related) + 1, Physical: physical(at), Message: &sarifText{Text: what}}
	if *loc.Physical == *r.Locations[0].Physical {
		return
	}
	for _, have := range r.Related {
		if *have.Physical == *loc.Physical {
			return
		}
	}
	r.Related = append(r.Related, loc)
}

func physical(at merlon.Range) *sarifPhysical {
	region := sarifRegion{
		StartLine: max(1, int(at.Start.Line)), StartColumn: int(at.Start.Column),
		EndLine: int(at.End.Line), EndColumn: int(at.End.Column),
	}
	if region.StartColumn == 0 || region.EndLine < region.StartLine {
		region.EndColumn = 0
	}
	if region.EndLine < region.StartLine {
		region.EndLine = 0
	}
	return &sarifPhysical{Artifact: sarifArtifact{URI: uri(at.File), BaseID: "%SRCROOT%"}, Region: region}
}

// uri is a path as a relative reference.
func uri(file string) string {
	file = plain(strings.TrimLeft(file, "/"))
	parts := strings.Split(file, "/")
	for i := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(parts[i]), ":", "%3A")
	}
	return strings.Join(parts, "/")
}

func (p *page) sarifInvocation() sarifInvocation {
	in := sarifInvocation{Successful: true, Notifications: []sarifNotification{}}
	if !p.opts.Now.IsZero() {
		in.EndTime = p.opts.Now.UTC().Format(time.RFC3339)
	}
	add := func(g merlon.Gap, level string) {
		text := p.clean(g.Summary)
		if g.Detail != "" {
			text += ": " + p.clean(strings.Join(strings.Fields(g.Detail), " "))
		}
		n := sarifNotification{Descriptor: sarifDescriptor{ID: string(g.Kind)}, Level: level, Message: sarifText{Text: text}}
		if !g.Range.IsZero() {
			at := g.Range
			at.File = p.file(at.File)
			n.Locations = []sarifLocation{{Physical: physical(at)}}
		}
		in.Notifications = append(in.Notifications, n)
	}
	for _, g := range p.a.Gaps {
		add(g, "warning")
	}
	for _, g := range p.a.Notices {
		add(g, "note")
	}
	return in
}
