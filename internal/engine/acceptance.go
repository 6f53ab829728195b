package engine

import (
	"fmt"
	"path"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"merlon"
)

// An acceptance is a suppression at work: a directive at its spot, or an
// exception. It remembers what it was used for.
type acceptance struct {
	directive
	kind  string
	rng   merlon.Range
	spot  spot
	where *Exception // nil for a comment

	any     bool           // the names hold for every check
	star    int            // the index of the name that makes them so
	checks  map[string]int // by check id, the index of the name that means it
	used    []bool         // by name
	expired bool
	foreign bool // for another workspace
}

// resolve finds the checks that the names mean, and says which names mean
// none. It reports false if nothing is left to accept.
func (a *acceptance) resolve(known *catalogue) (problems []problem, ok bool) {
	a.used = make([]bool, len(a.names))
	a.checks = make(map[string]int)
	unknown := 0
	for i, name := range a.names {
		if name == "*" {
			a.any, a.star = true, i
			continue
		}
		found := known.resolve(name)
		if len(found) == 0 {
			unknown++
			problems = append(problems, a.unknown(name, known.nearest(name)))
		}
		for _, check := range found {
			if _, taken := a.checks[check.ID]; !taken {
				a.checks[check.ID] = i
			}
		}
	}
	if a.except && unknown > 0 {
		// Only the unknown query was to run: taken literally this would hide
		// everything else that merlon finds in the file.
		problems = append(problems, problem{"a kics-scan enable is not applied", "It names a query that merlon does not know, so it would hide all others. Use disable= instead."})
		return problems, false
	}
	return problems, unknown < len(a.names)
}

func (a *acceptance) unknown(name, suggestion string) problem {
	p := problem{
		summary: fmt.Sprintf("%s names the unknown check %q", a.what(), clip(name)),
		detail:  "It has no effect.",
	}
	if suggestion != "" {
		p.detail = fmt.Sprintf("Did you mean %q? It has no effect.", suggestion)
	} else if a.syntax != "merlon" {
		p.detail = fmt.Sprintf("Merlon has no check that covers this %s rule. It has no effect.", a.syntax)
	}
	return p
}

// what names the acceptance in a notice.
func (a *acceptance) what() string {
	switch {
	case a.where == nil:
		return "a " + a.syntax + " ignore"
	case a.kind == KindIgnoreFile, a.kind == KindBaseline:
		return "an entry of a " + a.syntax + " file"
	}
	return "an exception"
}

// means says whether the acceptance is for the check, and by which name (-1
// for all names together).
func (a *acceptance) means(check string) (name int, ok bool) {
	i, named := a.checks[check]
	switch {
	case a.except:
		return -1, !named && !a.any
	case named:
		return i, true
	case a.any:
		return a.star, true
	}
	return 0, false
}

// covers says whether the acceptance is for this finding, expiry aside.
func (a *acceptance) covers(f *merlon.Finding, s *site) bool {
	if a.where == nil {
		return s.covers(a.place, a.spot) && s.matches(a.matches, func(want, got string) bool { return want == got })
	}
	e := a.where
	return matchAddress(e.Addresses, f) && matchPaths(e.Paths, s) &&
		s.matches(e.Attributes, func(want, got string) bool { return want == got || isGlob(want) && globMatch(want, got) })
}

func (a *acceptance) use(name int) {
	if name >= 0 {
		a.used[name] = true
		return
	}
	for i := range a.used {
		a.used[i] = true
	}
}

func (a *acceptance) suppression() *merlon.Suppression {
	return &merlon.Suppression{Kind: a.kind, Syntax: a.syntax, Reason: a.reason, Owner: a.owner, Until: a.until, Range: a.rng}
}

// stale says which names did nothing although the checks they mean ran. A
// name that means opt-in checks does not have to have run those.
func (a *acceptance) stale(known *catalogue, ran map[string]bool) []problem {
	if a.except || a.kind == KindBaseline || a.place == onFile && a.any {
		return nil
	}
	var problems []problem
	for i, name := range a.names {
		if a.used[i] {
			continue
		}
		checks := known.checks
		if name != "*" {
			checks = known.resolve(name)
		}
		some, all := false, true
		for _, check := range checks {
			some = some || ran[check.ID]
			all = all && (ran[check.ID] || check.OptIn)
		}
		if some && all {
			problems = append(problems, problem{
				fmt.Sprintf("%s of %q is stale", a.what(), clip(name)),
				"It covers no finding of this run: remove it, or move it to where the finding is.",
			})
		}
	}
	return problems
}

func (a *acceptance) expiry() problem {
	p := problem{
		summary: fmt.Sprintf("%s of %q expired", a.what(), clip(strings.Join(a.names, ","))),
		detail:  fmt.Sprintf("Its last day was %s: fix what it covers, or decide anew.", a.until),
	}
	if a.owner != "" {
		p.detail = fmt.Sprintf("Its last day was %s: fix what it covers, or ask %s to decide anew.", a.until, clip(a.owner))
	}
	return p
}

// matchPaths holds without patterns, and where one matches the finding's file
// or the resource's. A pattern also stands for all that is below it.
func matchPaths(patterns []string, s *site) bool {
	if len(patterns) == 0 {
		return true
	}
	if MatchPath(patterns, s.leaf.File) {
		return true
	}
	for _, r := range s.owners {
		if MatchPath(patterns, r.Origin.Range.File) {
			return true
		}
	}
	return false
}

// MatchPath reports whether a file matches one of the doublestar patterns or
// lies below a directory that does. A malformed pattern matches nothing.
func MatchPath(patterns []string, file string) bool {
	if file == "" {
		return false
	}
	for _, pattern := range patterns {
		pattern = path.Clean(strings.TrimSpace(pattern))
		pattern = strings.TrimPrefix(pattern, "/")
		if pattern == "." {
			return true
		}
		for _, p := range []string{pattern, pattern + "/**"} {
			if ok, err := doublestar.Match(p, file); err == nil && ok {
				return true
			}
		}
	}
	return false
}

// matchAddress holds without patterns, and where one matches the address with
// or without instance keys.
func matchAddress(patterns []string, f *merlon.Finding) bool {
	if len(patterns) == 0 {
		return true
	}
	address := f.Address()
	if address == "" {
		return false
	}
	plain := merlon.StripKeys(address)
	for _, pattern := range patterns {
		if globMatch(pattern, address) || globMatch(pattern, plain) {
			return true
		}
	}
	return false
}

// fromException makes an acceptance of an exception.
func fromException(e *Exception, today time.Time) *acceptance {
	a := &acceptance{
		directive: directive{syntax: e.Syntax, names: e.Checks, reason: e.Reason, owner: e.Owner, until: e.Until},
		kind:      e.Kind, rng: e.Range, where: e,
	}
	if a.kind == "" {
		a.kind = KindConfig
	}
	if a.syntax == "" {
		a.syntax = "merlon"
	}
	a.expired = expired(a.until, today)
	return a
}
