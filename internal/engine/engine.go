package engine

import (
	"cmp"
	"context"
	"maps"
	"runtime"
	"slices"
	"sync"
	"time"

	"merlon"
)

// Options say what [Run] asks and what has been accepted.
type Options struct {
	// Checks are those to run.
	Checks []*merlon.Check
	// Known is the whole catalogue: it tells an ignore of a check that was not
	// selected from one that names nothing. Nil means Checks.
	Known []*merlon.Check
	// Settings tune the checks; nil means the defaults.
	Settings *merlon.Settings
	// Severities replace severities, by id, alias or glob. They win over what
	// a check says of a single finding.
	Severities map[string]merlon.Severity

	// Exceptions come from the configuration and from ignore files.
	Exceptions []Exception
	// NoInlineIgnores makes comments in the code accept nothing.
	NoInlineIgnores bool
	// Baseline holds the findings that were there before; nil for none.
	Baseline *Baseline

	// Today is the day that expiry is judged by; zero means now.
	Today time.Time
	// Workers is the number of goroutines; below 1 it is GOMAXPROCS.
	Workers int
}

// Run asks the checks about the estate. The assessment does not depend on
// the number of workers or their scheduling. A check that panics becomes a
// gap. The error is the context's, or about a name in Options.Severities.
func Run(ctx context.Context, estate *merlon.Estate, opts Options) (*merlon.Assessment, error) {
	if opts.Settings == nil {
		opts.Settings = merlon.DefaultSettings()
	}
	if opts.Today.IsZero() {
		opts.Today = time.Now()
	}
	if opts.Workers < 1 {
		opts.Workers = runtime.GOMAXPROCS(0)
	}
	if opts.Known == nil {
		opts.Known = opts.Checks
	}
	known := newCatalogue(opts.Known)
	severities, err := known.severities(opts.Severities)
	if err != nil {
		return nil, err
	}

	questions, gaps, asked, err := ask(ctx, estate, opts)
	if err != nil {
		return nil, err
	}
	findings := collect(questions)
	for _, f := range findings {
		if severity, ok := severities[f.Check.ID]; ok {
			f.Severity = severity
		}
	}
	merlon.SetFingerprints(findings)

	a := &merlon.Assessment{
		Estate:   estate,
		Checks:   opts.Checks,
		Findings: findings,
		Gaps:     merlon.SortGaps(slices.Concat(estate.Gaps, gaps)),
		Notices:  suppress(estate, findings, known, opts),
	}
	a.Tallies = tally(opts.Checks, questions, asked)
	a.Counts = count(estate, a.Tallies, findings)
	return a, nil
}

// collect gives the findings of all questions, sorted. Findings of a question
// that say the same of the same thing are given once.
func collect(questions []question) []*merlon.Finding {
	n := 0
	for i := range questions {
		questions[i].findings = distinct(questions[i].findings)
		n += len(questions[i].findings)
	}
	all := make([]*merlon.Finding, 0, n)
	for _, q := range questions {
		all = append(all, q.findings...)
	}
	return sorted(all)
}

// distinct leaves out what an earlier finding of the same question says.
func distinct(findings []*merlon.Finding) []*merlon.Finding {
	if len(findings) < 2 {
		return findings
	}
	type identity struct{ address, path, message string }
	first := make(map[identity]*merlon.Finding, len(findings))
	kept := findings[:0]
	for _, f := range findings {
		id := identity{f.Address(), f.Path, f.Message}
		if earlier, ok := first[id]; ok {
			// A fact is stronger than a doubt about the same thing.
			if f.Result == merlon.Fail {
				earlier.Result = merlon.Fail
			}
			continue
		}
		first[id] = f
		kept = append(kept, f)
	}
	return kept
}

// sorted orders findings. Most of an order is decided by the file, so they are
// put together by file first, and the files are sorted on two cores.
func sorted(all []*merlon.Finding) []*merlon.Finding {
	byFile := make(map[string][]*merlon.Finding)
	for _, f := range all {
		byFile[f.Range.File] = append(byFile[f.Range.File], f)
	}
	files := slices.Sorted(maps.Keys(byFile))
	order := func(files []string) {
		for _, file := range files {
			sortFile(byFile[file])
		}
	}
	var wg sync.WaitGroup
	wg.Go(func() { order(files[:len(files)/2]) })
	order(files[len(files)/2:])
	wg.Wait()
	all = all[:0]
	for _, file := range files {
		all = append(all, byFile[file]...)
	}
	return all
}

// sortFile orders the findings of one file. Where they start decides nearly
// always, so that is laid out for the sort.
func sortFile(findings []*merlon.Finding) {
	type entry struct {
		at, index int
		finding   *merlon.Finding
	}
	entries := make([]entry, len(findings))
	for i, f := range findings {
		entries[i] = entry{int(f.Range.Start.Line)<<32 | int(f.Range.Start.Column), i, f}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if a.at != b.at {
			return cmp.Compare(a.at, b.at)
		}
		return cmp.Or(
			merlon.CompareFindings(a.finding, b.finding),
			cmp.Compare(rootOf(a.finding), rootOf(b.finding)),
			cmp.Compare(a.index, b.index),
		)
	})
	for i := range entries {
		findings[i] = entries[i].finding
	}
}

func rootOf(f *merlon.Finding) string {
	if f.Resource == nil {
		return ""
	}
	return f.Resource.Origin.Root
}

// tally counts the questions of each check.
func tally(checks []*merlon.Check, questions []question, asked map[*merlon.Check]int) []merlon.Tally {
	index := make(map[*merlon.Check]int, len(checks))
	tallies := make([]merlon.Tally, len(checks))
	for i, check := range checks {
		index[check] = i
		tallies[i].Asked = asked[check]
	}
	// The questions of one check stand together for each piece of work.
	var check *merlon.Check
	var t *merlon.Tally
	for i := range questions {
		if questions[i].check != check {
			check = questions[i].check
			t = &tallies[index[check]]
		}
		switch questions[i].result() {
		case merlon.Fail:
			t.Failed++
		case merlon.Undecided:
			t.Undecided++
		case merlon.Suppressed:
			t.Suppressed++
		}
	}
	return tallies
}

func count(estate *merlon.Estate, tallies []merlon.Tally, findings []*merlon.Finding) merlon.Counts {
	c := merlon.Counts{Checks: len(tallies)}
	for _, r := range estate.Resources() {
		switch r.Mode {
		case merlon.Managed:
			c.Resources++
		case merlon.Data:
			c.DataSources++
		}
	}
	for _, t := range tallies {
		c.Failed += t.Failed
		c.Undecided += t.Undecided
		c.Suppressed += t.Suppressed
		c.Passed += t.Asked - t.Failed - t.Undecided - t.Suppressed
	}
	for _, f := range findings {
		if f.Result == merlon.Fail && int(f.Severity) < len(c.BySeverity) {
			c.BySeverity[f.Severity]++
		}
	}
	return c
}
