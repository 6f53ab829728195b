package iam

import (
	"strconv"
	"strings"

	"merlon"
)

const (
	keyMFAPresent = "aws:MultiFactorAuthPresent"
	keyMFAAge     = "aws:MultiFactorAuthAge"
)

// holdsWithMFA reports whether only requests that were made with a second
// factor meet the condition. BoolIfExists does not do: requests signed with
// an access key lack the key and meet it.
func (c Condition) holdsWithMFA() bool {
	if c.MetWithoutKey() && !c.is("Null") {
		return false
	}
	switch {
	case c.HasKey(keyMFAPresent):
		return c.is("Bool", "StringEquals", "StringEqualsIgnoreCase", "StringLike") && all(c.Values, "true")
	case c.HasKey(keyMFAAge):
		return c.is("NumericLessThan", "NumericLessThanEquals") || c.is("Null") && all(c.Values, "false")
	}
	return false
}

// holdsWithoutMFA reports whether a console session that was opened without a
// second factor meets the condition.
func (c Condition) holdsWithoutMFA() bool {
	switch {
	case c.HasKey(keyMFAPresent):
		if c.is("Null") {
			return false // sessions of the console carry the key
		}
		return c.is("Bool", "StringEquals", "StringEqualsIgnoreCase", "StringLike") && all(c.Values, "false") ||
			c.is("StringNotEquals", "StringNotLike") && all(c.Values, "true")
	case c.HasKey(keyMFAAge):
		return c.is("Null") && all(c.Values, "true") ||
			c.IfExists && c.is("NumericGreaterThan", "NumericGreaterThanEquals")
	}
	return false
}

func all(values []string, want string) bool {
	for _, v := range values {
		b, err := strconv.ParseBool(strings.ToLower(v))
		if err != nil || strconv.FormatBool(b) != want {
			return false
		}
	}
	return len(values) > 0
}

// DemandsMFA asks whether whoever holds the policy can do little without a
// second factor: it denies nearly everything without one, or everything that
// it allows needs one.
func (p *Policy) DemandsMFA() merlon.Truth {
	allows, gated := 0, 0
	for i := range p.Statements {
		s := &p.Statements[i]
		if s.Effect == Deny && s.deniesWithoutMFA() {
			return merlon.True
		}
		if s.Effect != Allow {
			continue
		}
		allows++
		for _, c := range s.Conditions {
			if c.holdsWithMFA() {
				gated++
				break
			}
		}
	}
	switch {
	case p.Open:
		return merlon.Unknown
	case allows > 0 && gated == allows:
		return merlon.True
	}
	for i := range p.Statements {
		if p.Statements[i].OpenConditions {
			return merlon.Unknown
		}
	}
	return merlon.False
}

// deniesWithoutMFA reports whether a Deny takes nearly everything away from
// sessions without a second factor: all actions, or all but what it takes to
// register a device, and under no other condition.
func (s *Statement) deniesWithoutMFA() bool {
	if !s.Actions.Not && s.Actions.EveryAction() != merlon.True || s.Actions.Not && !s.Actions.IsSet() {
		return false
	}
	if s.Resources.EveryResource() != merlon.True {
		return false
	}
	for _, c := range s.Conditions {
		if !c.holdsWithoutMFA() {
			return false
		}
	}
	return len(s.Conditions) > 0 && !s.OpenConditions
}
