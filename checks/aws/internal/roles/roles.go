// Package roles answers what an IAM role of the estate may do, from all the
// places that give it a policy. Start with [Administrator].
package roles

import (
	"strings"

	"merlon"
	"merlon/internal/iam"
)

// A Reading says what is looked for in the policies of a role.
type Reading struct {
	// Statement reads a statement of a policy.
	Statement func(policy *iam.Policy, s *iam.Statement) merlon.Truth
	// Managed says whether a policy of AWS's own has it, by the last part of
	// its ARN: "AdministratorAccess", "job-function/Billing".
	Managed func(name string) bool
}

// administrator looks for all actions on all resources.
var administrator = Reading{
	Statement: func(policy *iam.Policy, s *iam.Statement) merlon.Truth { return policy.FullAdmin(s) },
	Managed:   func(name string) bool { return name == "AdministratorAccess" },
}

// Administrator asks whether a policy makes the role an administrator: all
// actions on all resources. It returns the resources that do.
func Administrator(pass *merlon.Pass, role *merlon.Resource) (merlon.Truth, []*merlon.Resource) {
	return Holds(pass, role, administrator)
}

// Holds asks whether a policy of the role has what the reading looks for, and
// its permissions boundary does not keep it away. It returns the resources that
// give it.
func Holds(pass *merlon.Pass, role *merlon.Resource, reading Reading) (merlon.Truth, []*merlon.Resource) {
	holds := merlon.False
	var by []*merlon.Resource
	take := func(t merlon.Truth, from *merlon.Resource) {
		if from.Partial && !role.Partial {
			t = t.And(merlon.Unknown) // it may not be made
		}
		if t != merlon.False && from != role {
			by = append(by, from)
		}
		holds = holds.Or(t)
	}
	for v := range role.All("inline_policy", "policy") {
		take(reading.document(v), role)
	}
	// The provider knows no such argument, but people write it and mean an
	// inline policy.
	take(reading.document(role.Attr("policy")), role)
	take(reading.managed(role.Attr("managed_policy_arns")), role)
	for _, c := range pass.Companions(role, "aws_iam_role_policy", "role").List {
		take(reading.document(c.Attr("policy")), c)
	}
	for _, link := range [...]struct{ typ, role, arn string }{
		{"aws_iam_role_policy_attachment", "role", "policy_arn"},
		{"aws_iam_policy_attachment", "roles", "policy_arn"},
		{"aws_iam_role_policy_attachments_exclusive", "role_name", "policy_arns"},
	} {
		for _, c := range pass.Companions(role, link.typ, link.role).List {
			take(reading.managed(c.Attr(link.arn)), c)
		}
	}
	if holds != merlon.False {
		holds = holds.And(reading.within(role.Attr("permissions_boundary")))
	}
	if holds == merlon.False {
		return merlon.False, nil
	}
	return holds, by
}

// within says whether a permissions boundary leaves what the reading looks for:
// a role may do what both its policies and its boundary allow.
func (reading Reading) within(boundary merlon.Value) merlon.Truth {
	text, known := boundary.Text()
	switch {
	case boundary.IsNull() || known && text == "":
		return merlon.True
	case known && !strings.Contains(text, awsPolicy) && len(boundary.Targets("aws_iam_policy")) == 0:
		return merlon.Unknown // a policy of the account that is not here
	}
	return reading.managed(boundary)
}

func (reading Reading) document(v merlon.Value) merlon.Truth {
	policy, known := iam.FromValue(v)
	if policy == nil {
		return known.And(merlon.Unknown) // no policy, or one that is not known
	}
	holds := merlon.False
	for i := range policy.Statements {
		holds = holds.Or(reading.Statement(policy, &policy.Statements[i]))
	}
	if policy.Open {
		holds = holds.Or(merlon.Unknown)
	}
	return holds
}

// managed reads the ARNs of managed policies.
func (reading Reading) managed(v merlon.Value) merlon.Truth {
	holds := merlon.False
	texts, complete := v.Strings()
	for _, arn := range texts {
		holds = holds.Or(reading.byARN(arn))
	}
	found := v.Targets("aws_iam_policy", "data.aws_iam_policy")
	for _, policy := range found {
		if policy.Mode == merlon.Data {
			name, _ := policy.Attr("name").Text()
			has := merlon.TruthOf(name != "" && reading.Managed(name))
			if policy.Attr("name").IsUnknown() {
				has = merlon.Unknown
			}
			if arn, ok := policy.Attr("arn").Text(); ok {
				has = has.Or(reading.byARN(arn))
			}
			holds = holds.Or(has)
			continue
		}
		holds = holds.Or(reading.document(policy.Attr("policy")))
	}
	if !complete && len(found) == 0 {
		holds = holds.Or(merlon.Unknown)
	}
	return holds
}

// awsPolicy is the part of an ARN, in every partition, that says that AWS
// itself wrote the policy.
const awsPolicy = ":iam::aws:policy/"

func (reading Reading) byARN(arn string) merlon.Truth {
	_, name, isAWS := strings.Cut(arn, awsPolicy)
	return merlon.TruthOf(isAWS && reading.Managed(name))
}
