package engine

import (
	"context"
	"fmt"
	"path"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"merlon"
)

// A question is one check asked of one resource, kept where the answer was
// not silence.
type question struct {
	check    *merlon.Check
	resource *merlon.Resource // nil for the estate as a whole
	findings []*merlon.Finding
	gap      *merlon.Gap // set where the check failed
}

// result is what became of the question; a check that failed left it open.
func (q *question) result() merlon.Result {
	result := merlon.Passed
	for _, f := range q.findings {
		switch {
		case f.Result == merlon.Fail:
			return merlon.Fail
		case f.Result == merlon.Undecided, result == merlon.Passed:
			result = f.Result
		}
	}
	if q.gap != nil {
		return merlon.Undecided
	}
	return result
}

// chunkSize is the number of resources that a worker takes at a time: few
// enough that their values stay in the cache while all checks look at them.
const chunkSize = 64

// A chunk is a piece of work: some checks for some resources of one type.
type chunk struct {
	checks    []*merlon.Check
	resources []*merlon.Resource // one nil for the estate as a whole
	answers   []question
	aside     map[*merlon.Check]int // questions that were not for a resource
}

// ask puts every check to every resource of its targets. It returns the
// questions that were not answered with silence, in an order that does not
// depend on scheduling, the gaps of checks that failed, and how many resources
// each check was asked about.
func ask(ctx context.Context, estate *merlon.Estate, opts Options) (questions []question, gaps []merlon.Gap, asked map[*merlon.Check]int, err error) {
	chunks, asked := split(estate, opts.Checks)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(opts.Workers, len(chunks)) {
		wg.Go(func() {
			asker := asker{estate: estate, settings: opts.Settings, today: opts.Today}
			for {
				i := int(next.Add(1)) - 1
				if i >= len(chunks) || !asker.work(ctx, &chunks[i]) {
					return
				}
			}
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, nil, nil, err
	}
	for i := range chunks {
		questions = append(questions, chunks[i].answers...)
		for check, n := range chunks[i].aside {
			asked[check] -= n
		}
	}
	return questions, failures(questions), asked, nil
}

// split groups the checks by target and cuts the resources of each. It counts
// the resources that each check will be asked about.
func split(estate *merlon.Estate, checks []*merlon.Check) (chunks []chunk, asked map[*merlon.Check]int) {
	asked = make(map[*merlon.Check]int, len(checks))
	var targets []string
	byTarget := make(map[string][]*merlon.Check)
	for _, check := range checks {
		if len(check.Targets) == 0 {
			chunks = append(chunks, chunk{checks: []*merlon.Check{check}, resources: []*merlon.Resource{nil}})
			asked[check]++
		}
		for _, target := range check.Targets {
			asking, seen := byTarget[target]
			if !seen {
				targets = append(targets, target)
			}
			if !slices.Contains(asking, check) {
				byTarget[target] = append(asking, check)
			}
		}
	}
	for _, target := range targets {
		all := slices.Collect(estate.OfType(target))
		for _, check := range byTarget[target] {
			asked[check] += len(all)
		}
		for resources := range slices.Chunk(all, chunkSize) {
			chunks = append(chunks, chunk{checks: byTarget[target], resources: resources})
		}
	}
	return chunks, asked
}

// An asker puts questions one after the other, using one pass again and
// again: silence costs no allocation.
type asker struct {
	estate   *merlon.Estate
	settings *merlon.Settings
	today    time.Time
	pass     merlon.Pass
}

// work answers a chunk, and reports false if the context ended.
func (a *asker) work(ctx context.Context, c *chunk) bool {
	for _, check := range c.checks {
		if ctx.Err() != nil {
			return false
		}
		for _, r := range c.resources {
			gap := a.ask(check, r)
			if gap == nil && a.pass.IsAside() {
				if c.aside == nil {
					c.aside = make(map[*merlon.Check]int)
				}
				c.aside[check]++
			}
			if findings := a.pass.Findings(); gap != nil || len(findings) > 0 {
				c.answers = append(c.answers, question{check: check, resource: r, findings: findings, gap: gap})
			}
		}
	}
	return true
}

func (a *asker) ask(check *merlon.Check, r *merlon.Resource) (gap *merlon.Gap) {
	a.pass = *merlon.NewPass(check, a.estate, a.settings, r)
	a.pass.Today = a.today
	defer func() {
		if problem := recover(); problem != nil {
			gap = failure(check, r, problem)
		}
	}()
	check.Run(&a.pass, r)
	if text := a.pass.Failure(); text != "" {
		gap = newFailure(check, r)
		gap.Detail = text
	}
	return gap
}

func newFailure(check *merlon.Check, r *merlon.Resource) *merlon.Gap {
	gap := &merlon.Gap{Kind: merlon.GapCheck, Summary: fmt.Sprintf("check %s failed", check.ID)}
	if r != nil {
		gap.Summary = fmt.Sprintf("check %s failed on %s", check.ID, r.Address)
		gap.Address = r.Address
		gap.Range = r.Origin.Header
	}
	return gap
}

// failure describes a panic. It says where in the check it was but quotes
// only the runtime's own words: anything else might carry a value.
func failure(check *merlon.Check, r *merlon.Resource, problem any) *merlon.Gap {
	gap := newFailure(check, r)
	what := "a panic"
	if err, ok := problem.(runtime.Error); ok {
		what = err.Error()
	}
	gap.Detail = fmt.Sprintf("%s%s. This is a bug of the check: the question stays open.", what, panicSite())
	return gap
}

// panicSite is the place in the code that panicked: the first frame below the
// runtime's own.
func panicSite() string {
	pcs := make([]uintptr, 32)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(4, pcs)])
	for {
		frame, more := frames.Next()
		if frame.Function != "" && path.Dir(frame.Function) != "." || !isRuntime(frame.Function) {
			return fmt.Sprintf(" at %s:%d", path.Base(frame.File), frame.Line)
		}
		if !more {
			return ""
		}
	}
}

func isRuntime(function string) bool {
	return len(function) > 8 && function[:8] == "runtime."
}

// maxFailures is how many failures of one check are told one by one.
const maxFailures = 10

// failures lists the gaps of failed questions, at most maxFailures a check
// and a last one that counts the others.
func failures(questions []question) []merlon.Gap {
	var gaps []merlon.Gap
	var checks []*merlon.Check
	failed := make(map[*merlon.Check]int)
	for _, q := range questions {
		if q.gap == nil {
			continue
		}
		if failed[q.check] == 0 {
			checks = append(checks, q.check)
		}
		failed[q.check]++
		if failed[q.check] <= maxFailures {
			gaps = append(gaps, *q.gap)
		}
	}
	for _, check := range checks {
		if more := failed[check] - maxFailures; more > 0 {
			gaps = append(gaps, merlon.Gap{
				Kind:    merlon.GapCheck,
				Summary: fmt.Sprintf("check %s failed on %d more resources", check.ID, more),
			})
		}
	}
	return gaps
}
