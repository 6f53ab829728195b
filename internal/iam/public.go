package iam

import (
	"strings"

	"merlon"
)

// Public asks whether a statement of the policy lets in callers that nobody
// named: its principal is everybody, its conditions keep no stranger out, and
// no other statement denies strangers what it allows.
func (p *Policy) Public(s *Statement) merlon.Truth {
	t := s.AllowsAnyPrincipal().And(s.NarrowsCallers().Not())
	if t == merlon.False {
		return t
	}
	for i := range p.Statements {
		if d := &p.Statements[i]; d.Effect != Allow {
			t = t.And(d.allows().Or(d.deniesStrangers(s).Not()))
		}
	}
	return t
}

// deniesStrangers asks whether the statement, a Deny, takes from strangers all
// that another one allows.
func (s *Statement) deniesStrangers(allowed *Statement) merlon.Truth {
	if s.Principals.Anyone() != merlon.True {
		return merlon.False
	}
	t := merlon.True
	for _, c := range s.Conditions {
		t = t.And(c.metByStrangers())
	}
	if s.OpenConditions {
		t = t.And(merlon.Unknown)
	}
	if t == merlon.False || !s.Actions.includes(allowed.Actions, true) || !s.Resources.includes(allowed.Resources, false) {
		return merlon.False
	}
	return t
}

// maxPairs bounds the comparisons of two sets.
const maxPairs = 4096

// includes reports whether a set takes in all of another one, pattern by
// pattern.
func (s Set) includes(other Set, fold bool) bool {
	if s.Not || other.Not || !s.IsSet() || len(s.Patterns)*len(other.Patterns) > maxPairs {
		return false
	}
	for _, o := range other.Patterns {
		found := false
		for _, p := range s.Patterns {
			if fold {
				p, o = strings.ToLower(p), strings.ToLower(o)
			}
			// The same text is the same thing, known or not.
			if p == o || isStars(p) || covers(p, o) == merlon.True {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// metByStrangers asks whether callers that nobody named meet a condition: it
// asks for everybody but the named ones.
func (c Condition) metByStrangers() merlon.Truth {
	flag := c.is("Bool") && len(c.Values) == 1 && strings.EqualFold(c.Values[0], "false")
	if flag && c.HasKey("aws:PrincipalIsAWSService", "aws:ViaAWSService") {
		return merlon.True
	}
	kind, ok := callerKeys[strings.ToLower(c.Key)]
	if !ok || strings.EqualFold(c.Quantifier, "ForAnyValue") || len(c.Values) == 0 {
		return merlon.False
	}
	positive := c
	switch {
	case c.is("StringNotEquals", "StringNotEqualsIgnoreCase", "StringNotLike", "ArnNotEquals", "ArnNotLike"):
		positive.Operator = c.Operator[:len(c.Operator)-len(notTail(c.Operator))] + notTail(c.Operator)[len("Not"):]
	case c.is("NotIpAddress"):
		positive.Operator = "IpAddress"
	default:
		return merlon.False
	}
	t := merlon.True
	for _, v := range c.Values {
		t = t.And(positive.names(kind, v))
	}
	return t
}

// notTail is the part of a negated operator from its "Not" on.
func notTail(operator string) string {
	return operator[strings.Index(strings.ToLower(operator), "not"):]
}
