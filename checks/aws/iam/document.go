package iam

import (
	"slices"

	"merlon"
	"merlon/internal/iam"
)

// identityTargets are where policies stand that say what an identity may do.
var identityTargets = []string{
	"aws_iam_policy",
	"aws_iam_role",
	"aws_iam_role_policy",
	"aws_iam_user_policy",
	"aws_iam_group_policy",
	"aws_ssoadmin_permission_set_inline_policy",
	documentType,
}

const documentType = "data.aws_iam_policy_document"

// A document is a policy in an attribute.
type document struct {
	at     merlon.Value
	policy *iam.Policy // nil if nothing is known of it
	known  merlon.Truth
}

// documents are the policies of a resource that say what an identity may do.
// A data source counts for itself only where no other resource of the estate
// takes its text: else the finding is about that one.
var documents = merlon.Derive(func(r *merlon.Resource) []document {
	if r.Mode == merlon.Data {
		if isConsumed(r) {
			return nil
		}
		return []document{computed(r)}
	}
	if isBoundary(r) {
		return nil
	}
	var values []merlon.Value
	switch r.Type {
	case "aws_iam_role":
		values = slices.Collect(r.All("inline_policy", "policy"))
	case "aws_ssoadmin_permission_set_inline_policy":
		values = append(values, r.Attr("inline_policy"))
	default:
		values = append(values, r.Attr("policy"))
	}
	var out []document
	for _, v := range values {
		if d := read(v); d.known != merlon.False {
			out = append(out, d)
		}
	}
	return out
})

// read is the policy in an attribute.
func read(v merlon.Value) document {
	p, known := iam.FromValue(v)
	return document{v, p, known}
}

// computed is the document that a data source makes.
func computed(r *merlon.Resource) document {
	p, known := iam.FromDocument(r)
	return document{r.Attr("json"), p, known}
}

// isBoundary reports whether a managed policy bounds what users and roles may
// do and is attached to nobody: it allows nothing by itself.
func isBoundary(r *merlon.Resource) bool {
	if r.Type != "aws_iam_policy" {
		return false
	}
	bounds := false
	for _, ref := range r.Estate().Referrers(r) {
		if ref.Attribute != "permissions_boundary" {
			return false
		}
		bounds = true
	}
	return bounds
}

// isConsumed reports whether another resource takes the text of a policy
// document, or another document builds on it: that one is reported.
func isConsumed(r *merlon.Resource) bool {
	for _, ref := range r.Estate().Referrers(r) {
		if ref.Resource == r || ref.Ref.Attribute != "json" && ref.Ref.Attribute != "minified_json" && ref.Ref.Attribute != "" {
			continue
		}
		if ref.Resource.Mode == merlon.Managed || ref.Resource.Type == r.Type {
			return true
		}
	}
	return false
}

// place is where a finding on a statement points: the statement's own block
// in a data source, where the two can be told to belong together, else the
// attribute that holds the policy.
func (d document) place(statement int) merlon.Place {
	r := d.at.Resource()
	if r.Mode != merlon.Data || d.policy == nil {
		return d.at
	}
	if iam.BuildsOnOthers(r) {
		return r
	}
	blocks := slices.Collect(r.Elements("statement"))
	if len(blocks) != len(d.policy.Statements) || r.Attr("statement").MayHaveMore() {
		return r
	}
	return blocks[statement]
}

// whole is where a finding on the policy as a whole points.
func (d document) whole() merlon.Place {
	if r := d.at.Resource(); r.Mode == merlon.Data {
		return r
	}
	return d.at
}

// sources are the policy documents whose text the value is made of, those
// that are built into other ones included.
func (d document) sources() []*merlon.Resource {
	var out []*merlon.Resource
	queue := d.at.Refs()
	if r := d.at.Resource(); r.Mode == merlon.Data {
		queue = r.Whole().Refs()
	}
	for len(queue) > 0 && len(out) < 64 {
		t := queue[0].Target
		queue = queue[1:]
		if iam.IsDocument(t) && t != d.at.Resource() && !slices.Contains(out, t) {
			out = append(out, t)
			queue = append(queue, t.Whole().Refs()...)
		}
	}
	return out
}

// relate names the policy documents that have the problem themselves as
// related to a finding on the resource that takes their text.
func (d document) relate(f *merlon.Finding, has func(*iam.Policy) bool) {
	if f == nil {
		return
	}
	for _, r := range d.sources() {
		if c := computed(r); c.policy != nil && has(c.policy) {
			f.About(r)
		}
	}
}

// nouns are what people call the resources that hold a policy.
var nouns = map[string]string{
	"aws_iam_policy":                            "policy",
	"aws_iam_role":                              "role",
	"aws_iam_role_policy":                       "role policy",
	"aws_iam_user_policy":                       "user policy",
	"aws_iam_group_policy":                      "group policy",
	"aws_ssoadmin_permission_set_inline_policy": "permission set policy",
	"aws_iam_policy_document":                   "policy document",
}

// A problem is what a check finds in a policy.
type problem struct {
	statement int // wholePolicy where it is not in one statement
	// what follows the name of the policy: "allows every action".
	what string
	// severity replaces the check's where lessens is set.
	lessens  bool
	severity merlon.Severity
}

const wholePolicy = -1

// inPolicies makes a check of a question about one policy: it asks it of each
// identity policy of the resource and reports what is found. Unknown says
// that there may be a problem, depending on what is not known yet.
func inPolicies(find func(*iam.Policy) ([]problem, merlon.Truth)) func(*merlon.Pass, *merlon.Resource) {
	has := func(p *iam.Policy) bool {
		found, _ := find(p)
		return len(found) > 0
	}
	return func(pass *merlon.Pass, r *merlon.Resource) {
		for _, d := range documents.Of(r) {
			if d.policy == nil {
				pass.Undecided(d.whole())
				continue
			}
			found, maybe := find(effective(r, d.policy))
			for _, f := range found {
				place := d.whole()
				if f.statement != wholePolicy {
					place = d.place(f.statement)
				}
				finding := pass.Reportf(place, "%s %q %s", nouns[r.Type], r.Name, f.what)
				if f.lessens {
					finding.At(f.severity)
				}
				d.relate(finding, has)
			}
			if len(found) == 0 && maybe == merlon.Unknown {
				pass.Undecidedf(d.whole(), "what %s %q allows is not known before apply", nouns[r.Type], r.Name)
			}
		}
	}
}

// inStatements is inPolicies for a question about one statement that allows.
func inStatements(what string, ask func(*iam.Policy, *iam.Statement) merlon.Truth) func(*merlon.Pass, *merlon.Resource) {
	return inPolicies(func(p *iam.Policy) (found []problem, maybe merlon.Truth) {
		for i := range p.Statements {
			switch t := ask(p, &p.Statements[i]); t {
			case merlon.True:
				found = append(found, problem{statement: i, what: what})
			case merlon.Unknown:
				maybe = merlon.Unknown
			}
		}
		return found, maybe
	})
}

// effective are the statements of a document in an attribute that speaks for
// an identity. A principal has no meaning there; in a data source it shows
// that the document is for a resource.
func effective(r *merlon.Resource, p *iam.Policy) *iam.Policy {
	if p == nil || r.Mode == merlon.Data || !slices.ContainsFunc(p.Statements, func(s iam.Statement) bool { return s.Principals.IsSet() }) {
		return p
	}
	bare := *p
	bare.Statements = slices.Clone(p.Statements)
	for i := range bare.Statements {
		bare.Statements[i].Principals = iam.Principals{}
	}
	return &bare
}
