package report

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"merlon"
	"merlon/internal/secret"
)

// A page is one assessment being rendered: what all formats share. All text
// that a user's input can reach goes through its say, which is the one place
// that hides secrets.
type page struct {
	a     *merlon.Assessment
	opts  Options
	files *files
	masks *masks
	some  string
	fixes map[*merlon.Check]string
	said  map[string]string

	last        *merlon.Resource
	lastAddress string
}

func newPage(a *merlon.Assessment, opts Options) *page {
	if opts.Width <= 0 {
		opts.Width = 80
	}
	p := &page{a: a, opts: opts, masks: newMasks(a), fixes: make(map[*merlon.Check]string), said: make(map[string]string)}
	p.files = newFiles(opts.Source, p.masks)
	return p
}

// fork is a page of the same assessment for another goroutine: what a page
// remembers is not for use by several.
func (p *page) fork() *page {
	own := *p
	own.fixes, own.said = make(map[*merlon.Check]string), make(map[string]string)
	own.masks = &masks{places: p.masks.places}
	return &own
}

// say is text as it may be shown, without its secrets. It still needs the
// format's own escaping.
func (p *page) say(text string) string {
	if text == "" {
		return ""
	}
	said, done := p.said[text]
	if !done {
		said = secret.Redact(text)
		if len(p.said) < maxSaid && len(text) <= 256 {
			p.said[text] = said
		}
	}
	return said
}

// maxSaid bounds the texts that are remembered: names and messages repeat.
const maxSaid = 4096

// clean is text without secrets and without anything that a terminal or a
// browser would obey. It still needs the format's own escaping.
func (p *page) clean(text string) string { return plain(p.say(text)) }

// message is a finding's fact. A value that is sensitive does not show even
// where it does not look like a secret.
func (p *page) message(f *merlon.Finding) string {
	return p.say(p.masks.hide(f, f.Message))
}

// address is the address of a finding's resource. Findings of one resource
// follow one another.
func (p *page) address(f *merlon.Finding) string {
	if f.Resource == nil || f.Resource != p.last {
		p.last, p.lastAddress = f.Resource, p.say(f.Address())
	}
	return p.lastAddress
}

// remedy is what to do. Most remedies are the check's own, fixed text.
func (p *page) remedy(f *merlon.Finding) string {
	if f.Fix == "" {
		fix, done := p.fixes[f.Check]
		if !done {
			fix = sentence(f.Check.Fix)
			p.fixes[f.Check] = fix
		}
		return fix
	}
	return sentence(p.say(p.masks.hide(f, f.Fix)))
}

// file is a path as the reader can open it.
func (p *page) file(name string) string {
	if name == "" || p.opts.Prefix == "" || p.opts.Prefix == "." {
		return name
	}
	return path.Join(p.opts.Prefix, name)
}

// at is "file:line" with the prefix.
func (p *page) at(r merlon.Range) string {
	r.File = p.file(r.File)
	return r.String()
}

// step says what a step of a cause chain is.
func (p *page) step(c *merlon.Cause) string {
	name := p.say(c.Name)
	switch {
	case name == "":
		return string(c.Kind)
	case c.Kind == merlon.CauseDefault:
		return "default of " + name
	case c.Kind == merlon.CauseVariable:
		return name + ", declared without a value"
	case c.Kind == merlon.CauseLocal:
		return name
	case c.Kind == merlon.CauseTFVars:
		return name + " in tfvars"
	}
	return string(c.Kind) + " " + name
}

// findings yields what has a result, without exact repetitions.
func (p *page) findings(result merlon.Result) []*merlon.Finding {
	var out []*merlon.Finding
	for _, f := range p.a.Findings {
		if f.Result == result && (len(out) == 0 || merlon.CompareFindings(out[len(out)-1], f) != 0) {
			out = append(out, f)
		}
	}
	return out
}

// reported are the findings that formats for machines carry as results.
func (p *page) reported() []*merlon.Finding {
	out := p.findings(merlon.Fail)
	if p.opts.ShowUndecided {
		out = append(out, p.findings(merlon.Undecided)...)
	}
	return out
}

// A group is the entries of one check at one severity.
type group struct {
	check    *merlon.Check
	severity merlon.Severity
	entries  []*entry
}

// An entry is one fact at one position, whatever the number of instances that
// it holds for.
type entry struct {
	*merlon.Finding // the first
	all             []*merlon.Finding
	chains          [][]merlon.Cause // the different ways the value took
}

type entryKey struct {
	check    *merlon.Check
	severity merlon.Severity
	rng      merlon.Range
	path     string
	message  string
	block    string // for places that are nowhere
}

// groups puts findings together for a reader: worst first, then by file.
func groups(findings []*merlon.Finding) []*group {
	type groupKey struct {
		check    *merlon.Check
		severity merlon.Severity
	}
	entries := make(map[entryKey]*entry, len(findings))
	byCheck := make(map[groupKey]*group)
	var out []*group
	for _, f := range findings {
		key := entryKey{f.Check, f.Severity, f.Range, merlon.StripKeys(f.Path), f.Message, ""}
		if f.Range.IsZero() {
			key.block = f.Address()
		}
		if e := entries[key]; e != nil {
			e.add(f)
			continue
		}
		e := &entry{Finding: f}
		e.add(f)
		entries[key] = e
		g := byCheck[groupKey{f.Check, f.Severity}]
		if g == nil {
			g = &group{check: f.Check, severity: f.Severity}
			byCheck[groupKey{f.Check, f.Severity}] = g
			out = append(out, g)
		}
		g.entries = append(g.entries, e)
	}
	slices.SortStableFunc(out, func(a, b *group) int { return cmp.Compare(b.severity, a.severity) })
	return out
}

func (e *entry) add(f *merlon.Finding) {
	e.all = append(e.all, f)
	if len(f.Cause) == 0 || len(e.chains) > 20 {
		return
	}
	for _, have := range e.chains {
		if slices.EqualFunc(have, f.Cause, func(a, b merlon.Cause) bool { return a.Kind == b.Kind && a.Name == b.Name && a.Range == b.Range }) {
			return
		}
	}
	e.chains = append(e.chains, f.Cause)
}

// addresses are the entry's resources, each once, in order.
func (p *page) addresses(e *entry) []string {
	var out []string
	seen := make(map[string]bool, len(e.all))
	for _, f := range e.all {
		if a := p.address(f); a != "" && !seen[a] {
			seen[a] = true
			out = append(out, a)
		}
	}
	return out
}

// own reports whether a file is the user's: not a module that was fetched.
func own(file string) bool {
	return file != "" && !strings.HasPrefix(file, ".terraform/") && !strings.Contains(file, "/.terraform/")
}

// primary is where a finding is best fixed: the outermost place of its cause
// in the user's own files, or the call of the fetched module it is in.
func primary(f *merlon.Finding) merlon.Range {
	for _, v := range slices.Backward(f.Cause) {
		if own(v.Range.File) {
			return v.Range
		}
	}
	if own(f.Range.File) || f.Resource == nil {
		return f.Range
	}
	for _, call := range f.Resource.Origin.Calls {
		if own(call.Header.File) {
			return call.Header
		}
		if own(call.Range.File) {
			return call.Range
		}
	}
	return f.Range
}

// fixAt is [primary] with the prefix, and never nowhere: formats that hang
// results on files get the estate's first file for a finding that has none.
func (p *page) fixAt(f *merlon.Finding) merlon.Range {
	r := primary(f)
	if r.IsZero() {
		r = merlon.Range{File: p.someFile()}
	}
	if r.Start.Line < 1 {
		r.Start = merlon.Pos{Line: 1}
	}
	r.End.Line = max(r.End.Line, r.Start.Line)
	r.File = p.file(r.File)
	return r
}

// someFile is the first of the user's files that declares a resource.
func (p *page) someFile() string {
	if p.some == "" && p.a.Estate != nil {
		for _, r := range p.a.Estate.Resources() {
			if name := r.Origin.Range.File; own(name) && (p.some == "" || name < p.some) {
				p.some = name
			}
		}
	}
	return cmp.Or(p.some, ".")
}
