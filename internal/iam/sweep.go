package iam

import (
	"iter"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"merlon"
)

// A Grant is what one statement of a policy allows too widely.
type Grant struct {
	// Statement is the index of the statement in its policy.
	Statement int
	// Actions are some of the actions, the first few that were found.
	Actions []Action
}

const (
	// maxNamed is how many actions a Grant names: more tell a reader nothing.
	maxNamed = 8
	// maxCompared bounds the comparisons of one sweep through the table of
	// actions. A policy within AWS's limits needs a small part of it.
	maxCompared = 2_000_000
)

// A Filter chooses actions of the table. It remembers what it chose for a
// list of patterns: policies repeat one another.
type Filter struct {
	keep  func(Action) bool
	found sync.Map // joined patterns -> []Action
	size  atomic.Int32
}

// maxRemembered bounds what a Filter remembers.
const maxRemembered = 4096

// NewFilter makes a Filter of a function, which must always say the same.
func NewFilter(keep func(Action) bool) *Filter { return &Filter{keep: keep} }

// Unbound finds the statements that allow known actions on every resource and
// without conditions, though AWS lets those actions be limited to some
// resources. Only actions that pass the filter count, and none that a Deny
// takes away.
func (p *Policy) Unbound(filter *Filter) []Grant {
	sweep := &sweep{left: maxCompared}
	denies := p.denies()
	var grants []Grant
	for i := range p.Statements {
		s := &p.Statements[i]
		if s.Unbounded() != merlon.True {
			continue
		}
		if actions := filter.unbound(sweep, s.Actions, denies); len(actions) > 0 {
			grants = append(grants, Grant{Statement: i, Actions: actions})
		}
	}
	return grants
}

// unbound are the first few actions of a set that the filter keeps.
func (f *Filter) unbound(sweep *sweep, set Set, denies []Set) []Action {
	key := ""
	if len(denies) == 0 && !set.Not && sweep.left == maxCompared {
		key = strings.Join(set.folded(), " ")
		if got, ok := f.found.Load(key); ok {
			return got.([]Action)
		}
	}
	var actions []Action
	for a := range sweep.actions(set) {
		if !a.Bound || !f.keep(a) || slices.Contains(actions, a) || sweep.any(denies, a) {
			continue
		}
		if actions = append(actions, a); len(actions) == maxNamed {
			break
		}
	}
	if key != "" && f.size.Add(1) <= maxRemembered {
		f.found.Store(key, slices.Clip(actions))
	}
	return actions
}

// denies are the actions that the policy denies always and to everybody.
func (p *Policy) denies() (out []Set) {
	for i := range p.Statements {
		if s := &p.Statements[i]; s.deniesAlways() {
			out = append(out, s.Actions)
		}
	}
	return out
}

// A sweep goes through the table of actions with a bound on its work.
type sweep struct{ left int }

// actions yields the known actions that a set takes in for sure, in the order
// of the patterns. An action that two patterns match comes twice.
func (w *sweep) actions(s Set) iter.Seq[Action] {
	return func(yield func(Action) bool) {
		if s.Not {
			w.others(s, yield)
			return
		}
		for _, pattern := range s.folded() {
			if merlon.HasPlaceholder(pattern) {
				continue // it takes in nothing for sure
			}
			prefix, name, ok := strings.Cut(pattern, ":")
			if !ok {
				// A star without a colon, "*" or "s3*", may reach over it.
				prefix, name = pattern, pattern
			}
			for _, svc := range among(prefix) {
				if !w.service(svc, pattern, prefix, name, ok, yield) {
					return
				}
			}
		}
	}
}

// among are the services that a prefix may stand for.
func among(prefix string) []service {
	if strings.ContainsAny(prefix, "*?") {
		return services()
	}
	if one, ok := findService(prefix); ok {
		return []service{one}
	}
	return nil
}

// service yields the actions of one service that a pattern matches. Where the
// prefix is the service's own, only the rest of the pattern is compared.
func (w *sweep) service(svc service, pattern, prefix, name string, split bool, yield func(Action) bool) bool {
	own := split && prefix == svc.prefix
	all := pattern == "*" || name == "*" && (own || prefix == "*")
	for lower, a := range svc.actions() {
		if w.left--; w.left <= 0 {
			return false
		}
		switch {
		case all:
		case own && !glob(name, lower):
			continue
		case !own && !glob(pattern, svc.prefix+":"+lower):
			continue
		}
		if !yield(a) {
			return false
		}
	}
	return true
}

// others yields what a NotAction leaves.
func (w *sweep) others(s Set, yield func(Action) bool) {
	if !s.IsSet() {
		return
	}
	for _, svc := range services() {
		for lower, a := range svc.actions() {
			if w.left <= 0 {
				return
			}
			if !w.matches(s, svc.prefix+":"+lower) && !yield(a) {
				return
			}
		}
	}
}

// matches reports whether one of the patterns matches for sure, or for a Not
// set whether one may.
func (w *sweep) matches(s Set, name string) bool {
	for _, pattern := range s.folded() {
		w.left--
		if m := matches(pattern, name); m == merlon.True || s.Not && m == merlon.Unknown {
			return true
		}
	}
	return false
}

// any reports whether one of the sets takes in the action.
func (w *sweep) any(sets []Set, a Action) bool {
	if len(sets) == 0 {
		return false
	}
	name := strings.ToLower(a.String())
	return slices.ContainsFunc(sets, func(s Set) bool { return s.IsSet() && w.matches(s, name) != s.Not })
}
