package framework

import (
	"fmt"
	"slices"
	"strings"

	"merlon"
)

// A Status is what became of a control.
type Status string

// The statuses, worst first. A control has the first that holds.
const (
	// Fail: a check found something that is wrong.
	Fail Status = "fail"
	// Undecided: an answer hangs on a value that is not known before apply, or
	// a check failed.
	Undecided Status = "undecided"
	// Accepted: all that is wrong has been accepted by somebody.
	Accepted Status = "accepted"
	// Pass: its checks were asked, and nothing is wrong.
	Pass Status = "pass"
	// NotApplicable: nothing in the estate is what its checks are about.
	NotApplicable Status = "not applicable"
	// NotCovered: no check answers it, or none of those that do was run.
	NotCovered Status = "not covered"
)

// Statuses lists them, worst first.
func Statuses() []Status {
	return []Status{Fail, Undecided, Accepted, Pass, NotApplicable, NotCovered}
}

// An Outcome is a control with its status.
type Outcome struct {
	*Control
	Status Status
	// Findings counts what fails; Failed, Undecided, Accepted and Asked count
	// questions, one check asked of one resource.
	Findings, Failed, Undecided, Accepted, Asked int
	// Reason tells why a control is not covered, and of one that is, what its
	// checks leave out; it may be empty.
	Reason string
}

// A Result is a framework with the outcomes of one assessment, in its order.
type Result struct {
	*Framework
	Outcomes []Outcome
}

// Count counts the controls of a status.
func (r *Result) Count(s Status) int {
	n := 0
	for i := range r.Outcomes {
		if r.Outcomes[i].Status == s {
			n++
		}
	}
	return n
}

// Summary says it in a line: "cis-aws-5.0: 12 pass, 7 fail, 3 undecided,
// 20 not covered of 42".
func (r *Result) Summary() string {
	var parts []string
	for _, s := range []Status{Pass, Fail, Undecided, Accepted, NotApplicable, NotCovered} {
		if n := r.Count(s); n > 0 || s == Pass || s == Fail {
			parts = append(parts, fmt.Sprintf("%d %s", n, s))
		}
	}
	return fmt.Sprintf("%s: %s of %d", r.ID, strings.Join(parts, ", "), len(r.Outcomes))
}

// The reasons for which a control without a note is not covered.
const (
	NoCheck     = "no check in merlon answers this"
	NotSelected = "its checks were not selected"
)

// Evaluate says what an assessment means for each control of a framework.
func Evaluate(f *Framework, a *merlon.Assessment) *Result {
	tallies := make(map[string]merlon.Tally, len(a.Checks))
	for i, check := range a.Checks {
		if i < len(a.Tallies) {
			tallies[check.ID] = a.Tallies[i]
		}
	}
	findings := map[string]int{}
	var last *merlon.Finding
	for _, finding := range a.Findings {
		// Reports leave exact repetitions out, and so does the count.
		if finding.Result == merlon.Fail && (last == nil || merlon.CompareFindings(last, finding) != 0) {
			findings[finding.Check.ID]++
		}
		last = finding
	}
	r := &Result{Framework: f, Outcomes: make([]Outcome, len(f.Controls))}
	for i := range f.Controls {
		r.Outcomes[i] = evaluate(&f.Controls[i], tallies, findings)
	}
	return r
}

func evaluate(c *Control, tallies map[string]merlon.Tally, findings map[string]int) Outcome {
	o := Outcome{Control: c, Reason: c.Note}
	ran := 0
	for _, id := range c.Checks {
		tally, ok := tallies[id]
		if !ok {
			continue
		}
		ran++
		o.Findings += findings[id]
		o.Asked += tally.Asked
		o.Failed += tally.Failed
		o.Undecided += tally.Undecided
		o.Accepted += tally.Suppressed
	}
	switch {
	case o.Failed > 0:
		o.Status = Fail
	case o.Undecided > 0:
		o.Status = Undecided
	case o.Accepted > 0:
		o.Status = Accepted
	case o.Asked > 0:
		o.Status = Pass
	case ran > 0:
		o.Status = NotApplicable
	default:
		o.Status = NotCovered
		switch {
		case len(c.Checks) > 0:
			o.Reason = NotSelected
		case c.Note == "":
			o.Reason = NoCheck
		}
		return o
	}
	o.Reason = c.remark(ran)
	return o
}

// remark tells what the checks of a covered control leave out.
func (c *Control) remark(ran int) string {
	var parts []string
	if n := len(c.Unanswered); n > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d parts have a check", len(c.Parts)-n, len(c.Parts)))
	}
	if ran < len(c.Checks) {
		parts = append(parts, fmt.Sprintf("%d of %d checks were selected", ran, len(c.Checks)))
	}
	if c.Note != "" {
		parts = append(parts, c.Note)
	}
	return strings.Join(parts, "; ")
}

// Select keeps the checks that answer a control of the framework.
func (f *Framework) Select(checks []*merlon.Check) []*merlon.Check {
	ids := f.Checks()
	var kept []*merlon.Check
	for _, check := range checks {
		if _, ok := slices.BinarySearch(ids, check.ID); ok {
			kept = append(kept, check)
		}
	}
	return kept
}
