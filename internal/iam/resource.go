package iam

import (
	"sync"

	"merlon"
)

// FromValue reads the policy document in an attribute. The truth is True for
// a document that is known as a whole, Unknown where parts or all of it are
// not (the policy is nil if nothing is), and False where there is no document:
// the attribute is absent or empty, or its text is no policy.
//
// Where nothing is known of the text but that it is a policy document's of
// Terraform, the policy is what is known of that document's statements.
//
// A policy is parsed once and shared: it must not be changed.
func FromValue(v merlon.Value) (*Policy, merlon.Truth) {
	if v.Resource() == nil {
		return fromValue(v)
	}
	cache := policies.Of(v.Resource())
	if got, ok := cache.Load(v.Path()); ok {
		r := got.(reading)
		return r.policy, r.known
	}
	policy, known := fromValue(v)
	cache.Store(v.Path(), reading{policy, known})
	return policy, known
}

// policies are what has been read of a resource's policies, by path.
var policies = merlon.Derive(func(*merlon.Resource) *sync.Map { return &sync.Map{} })

type reading struct {
	policy *Policy
	known  merlon.Truth
}

func fromValue(v merlon.Value) (*Policy, merlon.Truth) {
	text, ok := v.Document()
	if !ok {
		if !v.IsUnknown() {
			return nil, merlon.False
		}
		return ofDocument(v)
	}
	partial := merlon.HasPlaceholder(text)
	p, err := Parse(text)
	switch {
	case err != nil && partial:
		return ofDocument(v)
	case err != nil:
		return nil, merlon.False
	case partial:
		return p, merlon.Unknown
	}
	return p, merlon.True
}

// ofDocument is the policy of the one policy document that a value refers to.
func ofDocument(v merlon.Value) (*Policy, merlon.Truth) {
	refs := v.Refs()
	if len(refs) != 1 || !IsDocument(refs[0].Target) || refs[0].Target == v.Resource() {
		return nil, merlon.Unknown
	}
	return FromDocument(refs[0].Target)
}

// IsDocument reports whether a resource is Terraform's data source for policy
// documents.
func IsDocument(r *merlon.Resource) bool {
	return r.Mode == merlon.Data && r.Type == "aws_iam_policy_document"
}

// FromDocument is the policy that such a data source makes: what its text
// says or, where that is not known, what its own statements say. The policy
// is nil and the truth Unknown if nothing is known of it.
func FromDocument(r *merlon.Resource) (*Policy, merlon.Truth) {
	text := r.Attr("json")
	if _, ok := text.Document(); ok {
		if p, known := FromValue(text); p != nil {
			return p, known
		}
	}
	return fromBlocks(r), merlon.Unknown
}

// BuildsOnOthers reports whether such a data source takes in other documents,
// so that its statements are not only its own.
func BuildsOnOthers(r *merlon.Resource) bool {
	for _, name := range []string{"source_policy_documents", "override_policy_documents", "source_json", "override_json"} {
		if r.Attr(name).IsSet() {
			return true
		}
	}
	return false
}

// fromBlocks is the policy of a data source's own statements, nil without.
func fromBlocks(r *merlon.Resource) *Policy {
	p := &Policy{Open: r.Attr("statement").MayHaveMore() || BuildsOnOthers(r)}
	for b := range r.Elements("statement") {
		if len(p.Statements) == maxStatements {
			p.Open = true
			break
		}
		p.Statements = append(p.Statements, fromBlock(b))
	}
	if len(p.Statements) == 0 {
		return nil
	}
	return p
}

func fromBlock(b merlon.Value) Statement {
	s := Statement{
		Sid:            b.Attr("sid").String(),
		Actions:        setOf(b, "actions", "not_actions"),
		Resources:      setOf(b, "resources", "not_resources"),
		OpenConditions: b.Attr("condition").MayHaveMore(),
	}
	switch effect := b.Attr("effect"); {
	case effect.IsUnknown():
		s.Effect = UnknownEffect
	case effect.IsSet() && effect.Is("Allow") == merlon.False:
		s.Effect = Deny
	}
	for c := range b.Attr("condition").Elements() {
		s.Conditions = append(s.Conditions, NewCondition(c.Attr("test").String(), c.Attr("variable").String(), patternsOf(c.Attr("values"))))
	}
	for _, name := range []string{"principals", "not_principals"} {
		for e := range b.Attr(name).Elements() {
			s.Principals.Not = name == "not_principals"
			s.Principals.Add(e.Attr("type").String(), patternsOf(e.Attr("identifiers")))
		}
		s.Principals.Open = s.Principals.Open || b.Attr(name).MayHaveMore()
	}
	return s
}

func setOf(block merlon.Value, name, notName string) Set {
	if v := block.Attr(notName); v.IsSet() {
		return Set{Patterns: patternsOf(v), Not: true}
	}
	return Set{Patterns: patternsOf(block.Attr(name))}
}

// patternsOf are the texts of a list, with a placeholder for those that are
// not known. What comes from a resource is an ARN or a name and no wildcard;
// what comes from elsewhere may be one.
func patternsOf(v merlon.Value) []string {
	texts, complete := v.Strings()
	if complete {
		return texts
	}
	unknown := merlon.Placeholder("var." + v.Name())
	if refs := v.Refs(); len(refs) > 0 {
		unknown = merlon.Placeholder(refs[0].Target.Address)
	}
	return append(texts, unknown)
}
