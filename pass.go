package merlon

import (
	"fmt"
	"time"
)

// A Pass is one check at work on one resource: the only door through which a
// check looks at the estate and says something. It is not for use by several
// goroutines.
type Pass struct {
	Check    *Check
	Estate   *Estate
	Settings *Settings
	// Today is the day that expiry is judged by. Checks never ask a clock; zero
	// means that nothing has expired.
	Today time.Time

	resource *Resource
	findings []*Finding
	failure  string
	aside    bool
}

// NewPass readies a check for one resource, nil for the estate as a whole.
func NewPass(check *Check, estate *Estate, settings *Settings, r *Resource) *Pass {
	return &Pass{Check: check, Estate: estate, Settings: settings, resource: r}
}

// Findings are what the check has said so far: fails and undecideds.
func (p *Pass) Findings() []*Finding { return p.findings }

// NotApplicable says that the question is not for this resource: it counts
// neither as passed nor as asked. Silence is a pass.
func (p *Pass) NotApplicable() { p.aside = true }

// IsAside reports whether the check said [Pass.NotApplicable], and nothing else.
func (p *Pass) IsAside() bool { return p.aside && len(p.findings) == 0 }

// Failf says that the check could not do its work: the question stays open,
// and the failure is a gap. Only checks that people write as text can fail; a
// check in Go that does is a bug.
func (p *Pass) Failf(format string, args ...any) { p.failure = fmt.Sprintf(format, args...) }

// Failure is what [Pass.Failf] said, or empty.
func (p *Pass) Failure() string { return p.failure }

// A Place is what a finding can point at: a [Value] or a [*Resource].
type Place interface {
	place() (r *Resource, path string, rng Range, cause *Cause)
}

func (v Value) place() (*Resource, string, Range, *Cause) {
	return v.res, v.path, v.rng, v.Cause()
}

func (r *Resource) place() (*Resource, string, Range, *Cause) {
	return r, "", r.Origin.Header, nil
}

// Reportf says that the place has the problem. The message names the thing
// and the fact, in lower case and without a full stop; its arguments are the
// facts that tell this finding from others of the same check on the same
// attribute, so they must not carry positions or counts that move.
//
// A finding belongs to the resource that the check runs on, even where it
// points into another one, which is then related.
func (p *Pass) Reportf(at Place, format string, args ...any) *Finding {
	return p.add(Fail, at, format, args)
}

// Undecided says that the answer hangs on the place, whose value is unknown.
func (p *Pass) Undecided(at Place) *Finding {
	_, path, _, _ := at.place()
	if path == "" {
		return p.add(Undecided, at, "not known before apply", nil)
	}
	return p.add(Undecided, at, "%s is not known before apply", []any{path})
}

// Undecidedf is [Pass.Undecided] with a message.
func (p *Pass) Undecidedf(at Place, format string, args ...any) *Finding {
	return p.add(Undecided, at, format, args)
}

// Doubt begins the message of an answer that [Pass.Require] leaves open.
const Doubt = "cannot tell whether "

// Require reports unless the condition holds: a finding for False, undecided
// for Unknown, with [Doubt] before the message. It returns the finding, nil
// for True.
func (p *Pass) Require(holds Truth, at Place, format string, args ...any) *Finding {
	switch holds {
	case True:
		return nil
	case Unknown:
		return p.Undecidedf(at, Doubt+format, args...)
	}
	return p.Reportf(at, format, args...)
}

func (p *Pass) add(result Result, at Place, format string, args []any) *Finding {
	r, path, rng, cause := at.place()
	f := &Finding{
		Check:    p.Check,
		Resource: p.resource,
		Result:   result,
		Severity: p.Check.Severity,
		Message:  fmt.Sprintf(format, args...),
		Path:     path,
		Range:    rng,
		Cause:    cause.Chain(),
	}
	if f.Resource == nil {
		f.Resource = r
	}
	f.facts = make([]string, len(args))
	for i, a := range args {
		f.facts[i] = fmt.Sprint(a)
	}
	p.findings = append(p.findings, f)
	return f.About(r)
}

// Companions finds resources of a type that name r in an attribute of theirs,
// by reference or by identity; the path is dotted.
func (p *Pass) Companions(r *Resource, typ, path string) Companions {
	return p.Estate.Companions(r, typ, path)
}
