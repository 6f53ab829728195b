// Package roles answers what an IAM role of the estate may do, from all the
// places that give it a policy. Start with [Administrator].
package roles

import (
	"strings"

	"merlon"
	"merlon/internal/iam"
)

// Administrator asks whether a policy makes the role an administrator: all
// actions on all resources. It returns the resources that do.
func Administrator(pass *merlon.Pass, role *merlon.Resource) (merlon.Truth, []*merlon.Resource) {
	admin := merlon.False
	var by []*merlon.Resource
	take := func(t merlon.Truth, from *merlon.Resource) {
		if t != merlon.False && from != role {
			by = append(by, from)
		}
		admin = admin.Or(t)
	}
	for v := range role.All("inline_policy", "policy") {
		take(allowsAll(v), role)
	}
	// The provider knows no such argument, but people write it and mean an
	// inline policy.
	take(allowsAll(role.Attr("policy")), role)
	take(managed(role.Attr("managed_policy_arns")), role)
	for _, c := range pass.Companions(role, "aws_iam_role_policy", "role").List {
		take(allowsAll(c.Attr("policy")), c)
	}
	for _, link := range [...]struct{ typ, role, arn string }{
		{"aws_iam_role_policy_attachment", "role", "policy_arn"},
		{"aws_iam_policy_attachment", "roles", "policy_arn"},
		{"aws_iam_role_policy_attachments_exclusive", "role_name", "policy_arns"},
	} {
		for _, c := range pass.Companions(role, link.typ, link.role).List {
			take(managed(c.Attr(link.arn)), c)
		}
	}
	return admin, by
}

func allowsAll(v merlon.Value) merlon.Truth {
	policy, known := iam.FromValue(v)
	if policy == nil {
		return known.And(merlon.Unknown) // no policy, or one that is not known
	}
	admin := merlon.False
	for i := range policy.Statements {
		admin = admin.Or(policy.FullAdmin(&policy.Statements[i]))
	}
	if policy.Open {
		admin = admin.Or(merlon.Unknown)
	}
	return admin
}

// managed reads the ARNs of managed policies.
func managed(v merlon.Value) merlon.Truth {
	admin := merlon.False
	texts, complete := v.Strings()
	for _, arn := range texts {
		admin = admin.Or(merlon.TruthOf(strings.HasSuffix(arn, ":iam::aws:policy/AdministratorAccess")))
	}
	found := v.Targets("aws_iam_policy", "data.aws_iam_policy")
	for _, policy := range found {
		if policy.Mode == merlon.Data {
			isAdmin := policy.Attr("name").Is("AdministratorAccess")
			if arn, ok := policy.Attr("arn").Text(); ok {
				isAdmin = isAdmin.Or(merlon.TruthOf(strings.HasSuffix(arn, ":iam::aws:policy/AdministratorAccess")))
			}
			admin = admin.Or(isAdmin)
			continue
		}
		admin = admin.Or(allowsAll(policy.Attr("policy")))
	}
	if !complete && len(found) == 0 {
		admin = admin.Or(merlon.Unknown)
	}
	return admin
}
