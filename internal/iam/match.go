package iam

import (
	"strings"

	"merlon"
)

// maxPattern bounds the patterns that are compared with one another; AWS
// takes no longer ones.
const maxPattern = 2048

// glob matches text against a pattern in which a star is any run of
// characters and a question mark is any one.
func glob(pattern, text string) bool {
	p, t, star, mark := 0, 0, -1, 0
	for t < len(text) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, t
			p++
		case p < len(pattern) && (pattern[p] == text[t] || pattern[p] == '?' && text[t] != '*'):
			p++
			t++
		case star >= 0:
			mark++
			p, t = star+1, mark
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}

// matches is glob with unknown parts: a pattern that holds a placeholder may
// match, and never does for sure.
func matches(pattern, text string) merlon.Truth {
	wide, unknown := widen(pattern)
	switch {
	case !glob(wide, text):
		return merlon.False
	case unknown:
		return merlon.Unknown
	}
	return merlon.True
}

// covers reports whether a pattern matches all that the other one does.
func covers(pattern, other string) merlon.Truth {
	if len(other) > maxPattern {
		return merlon.False
	}
	return matches(pattern, other)
}

// overlap reports whether there is a text that both patterns match.
func overlap(a, b string) bool {
	a, _ = widen(a)
	b, _ = widen(b)
	if len(a) > maxPattern || len(b) > maxPattern {
		return true
	}
	// row[j]: a[i:] and b[j:] have a text in common.
	row, next := make([]bool, len(b)+1), make([]bool, len(b)+1)
	for i := len(a); i >= 0; i-- {
		for j := len(b); j >= 0; j-- {
			switch {
			case i == len(a) && j == len(b):
				row[j] = true
			case i < len(a) && a[i] == '*':
				row[j] = next[j] || j < len(b) && row[j+1]
			case j < len(b) && b[j] == '*':
				row[j] = row[j+1] || i < len(a) && next[j]
			case i == len(a) || j == len(b):
				row[j] = false
			default:
				row[j] = (a[i] == b[j] || a[i] == '?' || b[j] == '?') && next[j+1]
			}
		}
		row, next = next, row
	}
	return next[0]
}

// isStars reports whether a pattern is nothing but stars.
func isStars(pattern string) bool {
	return pattern != "" && strings.Trim(pattern, "*") == ""
}

// isBare reports whether a text is one placeholder and nothing else that may
// turn out to be a star: whoever uses the module chooses the value of a
// variable, but not the ARN that AWS gives a resource.
func isBare(pattern string) bool {
	return strings.HasPrefix(pattern, placeholderOpen) && placeholderLen(pattern) == len(pattern) &&
		!strings.Contains(pattern, "aws_")
}

// MatchesAction asks whether the element takes in an action, "s3:GetObject".
// Letter case does not matter in actions.
func (s Set) MatchesAction(action string) merlon.Truth {
	action = strings.ToLower(action)
	t := merlon.False
	for _, pattern := range s.folded() {
		t = t.Or(matches(pattern, action))
	}
	return s.sign(t)
}

// CoversActions asks whether the element takes in all that an action pattern
// ("iam:*") does, as one of its own patterns.
func (s Set) CoversActions(pattern string) merlon.Truth {
	pattern = strings.ToLower(pattern)
	t := merlon.False
	if s.Not {
		for _, p := range s.folded() {
			if overlap(p, pattern) {
				return merlon.False
			}
		}
		return merlon.TruthOf(s.IsSet())
	}
	for _, p := range s.folded() {
		t = t.Or(covers(p, pattern))
	}
	return t
}

// EveryAction asks whether the element is written as all actions: "*".
// NotAction is not: see [Set.CoversActions].
func (s Set) EveryAction() merlon.Truth {
	if s.Not {
		return merlon.False
	}
	t := merlon.False
	for _, p := range s.Patterns {
		switch {
		case isStars(p), isStars(strings.Replace(p, ":", "", 1)):
			return merlon.True
		case isBare(p):
			t = merlon.Unknown
		}
	}
	return t
}

// EveryResource asks whether the element takes in all resources: "*", or an
// ARN of stars. NotResource takes in all but some, which is as good.
func (s Set) EveryResource() merlon.Truth {
	t := merlon.False
	for _, p := range s.Patterns {
		switch {
		case isEveryARN(p):
			t = merlon.True
		case isBare(p):
			t = t.Or(merlon.Unknown)
		}
	}
	if s.Not {
		return t.Not()
	}
	return t
}

// isEveryARN reports whether a resource pattern is a star, or an ARN of which
// no field but the partition says anything: "arn:aws:*:*:*:*".
func isEveryARN(pattern string) bool {
	if isStars(pattern) {
		return true
	}
	fields := strings.Split(pattern, ":")
	if len(fields) < 2 || fields[0] != "arn" {
		return false
	}
	for _, f := range fields[2:] {
		if !isStars(f) {
			return false
		}
	}
	return len(fields) > 2 || isStars(fields[1])
}

// EveryOfKind asks whether the element takes in all resources of one kind of
// a service in an account, such as "role" of "iam": all resources at all, or
// an ARN whose last field is "*", "role*" or "role/*".
func (s Set) EveryOfKind(service, kind string) merlon.Truth {
	t := s.EveryResource()
	if s.Not || t == merlon.True {
		return t
	}
	for _, p := range s.Patterns {
		fields := strings.SplitN(p, ":", 6)
		if len(fields) < 6 || fields[0] != "arn" || !glob(fields[2], service) {
			continue
		}
		last := fields[5]
		if isStars(last) || last == kind+"*" || last == kind+"/*" || last == kind+"/**" {
			return merlon.True
		}
	}
	return t
}

// MatchesARN asks whether the element takes in one resource. The first five
// fields of an ARN match one by one: a star there does not cross a colon.
func (s Set) MatchesARN(arn string) merlon.Truth {
	t := merlon.False
	for _, p := range s.Patterns {
		t = t.Or(matchesARN(p, arn))
	}
	return s.sign(t)
}

func matchesARN(pattern, arn string) merlon.Truth {
	wide, unknown := widen(pattern)
	if unknown && isStars(wide) {
		return merlon.Unknown
	}
	pf, af := strings.SplitN(wide, ":", 6), strings.SplitN(arn, ":", 6)
	if len(af) < 6 {
		return matches(pattern, arn)
	}
	if len(pf) < 6 {
		// Too few fields for an ARN: only a star at the end can stand for the
		// rest of them.
		return merlon.TruthOf(strings.HasSuffix(wide, "*")).And(matches(pattern, arn))
	}
	for i := range pf {
		if !glob(pf[i], af[i]) {
			return merlon.False
		}
	}
	if unknown {
		return merlon.Unknown
	}
	return merlon.True
}

// sign turns the answer round for NotAction and NotResource, and answers
// False for a statement without the element.
func (s Set) sign(t merlon.Truth) merlon.Truth {
	if s.Not {
		return t.Not()
	}
	return t
}
