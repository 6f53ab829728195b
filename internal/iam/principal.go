package iam

import (
	"maps"
	"slices"
	"strings"

	"merlon"
)

// Principals are the Principal or NotPrincipal element of a statement. Only
// policies on resources and trust policies have one.
type Principals struct {
	Not bool
	// Any is set for "*" outside a map: everybody, anonymous callers included.
	Any bool
	// AWS are accounts, roles, users; "*" among them is the same as Any.
	AWS       []string
	Service   []string
	Federated []string
	Canonical []string
	// Open is set where there may be more: the element, or its kind, is unknown.
	Open bool
}

// IsSet reports whether the statement has the element.
func (p Principals) IsSet() bool {
	return p.Not || p.Any || p.Open || len(p.AWS)+len(p.Service)+len(p.Federated)+len(p.Canonical) > 0
}

func principals(object map[string]any) (Principals, error) {
	var p Principals
	v := member(object, "Principal")
	if v == nil {
		if v = member(object, "NotPrincipal"); v == nil {
			return p, nil
		}
		p.Not = true
	}
	kinds, ok := v.(map[string]any)
	if !ok {
		// "*", or the list that AWS refuses and people write nevertheless.
		texts, err := textsOf(v)
		for _, t := range texts {
			switch {
			case t == "*":
				p.Any = true
			case merlon.HasPlaceholder(t) && isBare(t):
				p.Open = true
			case t != "":
				p.AWS = append(p.AWS, t)
			}
		}
		return p, err
	}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		texts, err := textsOf(kinds[kind])
		if err != nil {
			return p, err
		}
		p.Add(kind, texts)
	}
	return p, nil
}

// Add takes in the principals of one kind: "AWS", "Service", "Federated" or
// "CanonicalUser". The kind "*" stands for everybody, as in Terraform.
func (p *Principals) Add(kind string, names []string) {
	switch strings.ToLower(kind) {
	case "aws", "*":
		p.AWS = append(p.AWS, names...)
	case "service":
		p.Service = append(p.Service, names...)
	case "federated":
		p.Federated = append(p.Federated, names...)
	case "canonicaluser":
		p.Canonical = append(p.Canonical, names...)
	default:
		p.Open = p.Open || kind == "" || merlon.HasPlaceholder(kind)
	}
}

// Anyone asks whether the element takes in callers that nobody named: "*", an
// AWS principal "*", or one whose account is a star.
func (p Principals) Anyone() merlon.Truth {
	t := merlon.TruthOf(p.Any)
	for _, name := range p.AWS {
		t = t.Or(anyone(name))
	}
	for _, name := range p.Canonical {
		t = t.Or(anyone(name))
	}
	if p.Open {
		t = t.Or(merlon.Unknown)
	}
	if p.Not {
		// Everybody but the named ones.
		return t.Not()
	}
	return t
}

func anyone(name string) merlon.Truth {
	switch {
	case isStars(name), isStars(AccountOf(name)):
		return merlon.True
	case isBare(name):
		return merlon.Unknown
	}
	return merlon.False
}

// AccountOf is the account that an AWS principal belongs to: the principal
// itself if it is an account id, the account field if it is an ARN, else "".
func AccountOf(principal string) string {
	if len(principal) == 12 && strings.Trim(principal, "0123456789") == "" {
		return principal
	}
	fields := strings.SplitN(principal, ":", 6)
	if len(fields) == 6 && fields[0] == "arn" {
		return fields[4]
	}
	return ""
}

// IsAccount reports whether an AWS principal is a whole account: its id, or
// the ARN of its root.
func IsAccount(principal string) bool {
	if len(principal) == 12 && AccountOf(principal) == principal {
		return true
	}
	fields := strings.SplitN(principal, ":", 6)
	return len(fields) == 6 && fields[0] == "arn" && fields[2] == "iam" && fields[5] == "root"
}

// AllowsAnyPrincipal asks whether the statement allows callers that nobody
// named. Its conditions may still keep strangers out: ask
// [Statement.NarrowsCallers] too.
func (s *Statement) AllowsAnyPrincipal() merlon.Truth {
	return s.allows().And(s.Principals.Anyone())
}

// allows asks whether the statement is one that allows.
func (s *Statement) allows() merlon.Truth {
	switch s.Effect {
	case Allow:
		return merlon.True
	case Deny:
		return merlon.False
	}
	return merlon.Unknown
}
