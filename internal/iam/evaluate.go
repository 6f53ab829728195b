package iam

import (
	"slices"
	"strings"

	"merlon"
)

// Unbounded asks whether the statement allows what it allows on every
// resource and in every request. Statements for named principals are policies
// on a resource, where "*" is that resource: they are not unbounded.
func (s *Statement) Unbounded() merlon.Truth {
	if s.Principals.IsSet() {
		return merlon.False
	}
	return s.allows().And(s.Resources.EveryResource(), s.Constrained().Not())
}

// deniesAlways reports whether the statement denies what it names on every
// resource, in every request and to everybody.
func (s *Statement) deniesAlways() bool {
	return s.Effect == Deny && len(s.Conditions) == 0 && !s.OpenConditions && !s.Principals.Not &&
		(!s.Principals.IsSet() || s.Principals.Anyone() == merlon.True) &&
		!s.Resources.Not && s.Resources.EveryResource() == merlon.True
}

// DeniesAlways reports whether a statement of the policy denies an action on
// every resource, in every request and to everybody.
func (p *Policy) DeniesAlways(action string) bool {
	return slices.ContainsFunc(p.Statements, func(s Statement) bool {
		return s.deniesAlways() && s.Actions.MatchesAction(action) == merlon.True
	})
}

// deniesAll is DeniesAlways for all that an action pattern takes in.
func (p *Policy) deniesAll(pattern string) bool {
	return slices.ContainsFunc(p.Statements, func(s Statement) bool {
		return s.deniesAlways() && s.Actions.CoversActions(pattern) == merlon.True
	})
}

// AllowsEverywhere asks whether the policy allows an action, which a Deny does
// not take away, on every resource and without conditions.
func (p *Policy) AllowsEverywhere(action string) merlon.Truth {
	return p.allows(action, (*Statement).Unbounded)
}

// AllowsOnEvery is AllowsEverywhere where it is enough that the resources are
// all of one kind, such as every "role" of "iam".
func (p *Policy) AllowsOnEvery(action, kind string) merlon.Truth {
	service, _, _ := strings.Cut(action, ":")
	return p.allows(action, func(s *Statement) merlon.Truth {
		if s.Principals.IsSet() {
			return merlon.False
		}
		return s.allows().And(s.Resources.EveryOfKind(service, kind), s.Constrained().Not())
	})
}

func (p *Policy) allows(action string, scope func(*Statement) merlon.Truth) merlon.Truth {
	t := merlon.False
	for i := range p.Statements {
		s := &p.Statements[i]
		if s.Effect == Deny {
			continue
		}
		if m := s.Actions.MatchesAction(action); m != merlon.False {
			t = t.Or(m.And(scope(s)))
		}
	}
	if t != merlon.False && p.DeniesAlways(action) {
		return merlon.False
	}
	if p.Open {
		t = t.Or(merlon.Unknown)
	}
	return t
}

// FullAdmin asks whether a statement of the policy makes its holder an
// administrator: all actions on all resources, or all but some that leave the
// whole of IAM to the holder.
func (p *Policy) FullAdmin(s *Statement) merlon.Truth {
	actions := s.Actions.EveryAction()
	if s.Actions.Not {
		actions = s.Actions.CoversActions("iam:*")
	}
	if actions == merlon.False {
		return merlon.False
	}
	if p.deniesAll("*") || p.deniesAll("iam:*") {
		return merlon.False
	}
	return actions.And(s.Unbounded())
}
