package iam

import (
	"slices"
	"strings"

	"merlon"
)

// attachmentTargets are the resources that give an identity a managed policy.
var attachmentTargets = []string{
	"aws_iam_policy_attachment",
	"aws_iam_role",
	"aws_iam_role_policy_attachment",
	"aws_iam_role_policy_attachments_exclusive",
	"aws_iam_user_policy_attachment",
	"aws_iam_user_policy_attachments_exclusive",
	"aws_iam_group_policy_attachment",
	"aws_iam_group_policy_attachments_exclusive",
	"aws_ssoadmin_managed_policy_attachment",
}

func isAttachment(r *merlon.Resource) bool {
	return r.Mode == merlon.Managed && slices.Contains(attachmentTargets, r.Type)
}

// policyARNs are the attributes that name managed policies.
var policyARNs = []string{"policy_arn", "policy_arns", "managed_policy_arns", "managed_policy_arn"}

// AdministratorAccessManagedPolicy reports where AdministratorAccess is given.
var AdministratorAccessManagedPolicy = &merlon.Check{
	ID:       "aws-iam-administrator-access-managed-policy",
	Title:    "AWS managed policy AdministratorAccess is attached",
	Severity: merlon.High,
	Targets:  append(slices.Clone(attachmentTargets), "data.aws_iam_policy"),
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `AdministratorAccess allows every action on every resource: one stolen session is the
whole account.`,
	Fix: `Attach policies for the task. Keep AdministratorAccess for a role that people assume
with MFA, and for break-glass use.`,
	Sources: []string{
		"https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
	},
	Aliases: []string{"CKV_AWS_274", "CKV_AWS_275"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		reportManaged(pass, r, "AdministratorAccess")
	},
}

// IAMFullAccessManagedPolicy reports where IAMFullAccess is given.
var IAMFullAccessManagedPolicy = &merlon.Check{
	ID:       "aws-iam-full-access-managed-policy",
	Title:    "AWS managed policy IAMFullAccess is attached",
	Severity: merlon.High,
	Targets:  append(slices.Clone(attachmentTargets), "data.aws_iam_policy"),
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why:      `IAMFullAccess lets its holder give themselves any other permission: it is administration by a detour.`,
	Fix:      `Allow the IAM actions that are needed, on named users and roles, within a permissions boundary.`,
	Sources: []string{
		"https://docs.aws.amazon.com/aws-managed-policy/latest/reference/IAMFullAccess.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
	},
	Aliases: []string{"CKV2_AWS_56"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		reportManaged(pass, r, "IAMFullAccess")
	},
}

// reportManaged reports a resource that attaches AWS's managed policy of that
// name, or a data source that looks it up for nobody in this estate.
func reportManaged(pass *merlon.Pass, r *merlon.Resource, policy string) {
	if r.Mode == merlon.Data {
		if at, ok := looksUp(r, policy); ok && !isAttached(pass, r) {
			pass.Reportf(at, "%s is looked up to be attached", policy)
		}
		return
	}
	for _, attribute := range policyARNs {
		v := r.Attr(attribute)
		if !v.IsSet() {
			continue
		}
		for e := range v.Elements() {
			if arn, ok := e.Text(); ok && isManagedARN(arn, policy) {
				pass.Reportf(e, "%s attaches %s", r.Label(), policy)
				return
			}
		}
		for _, t := range v.Targets() {
			if t.Mode != merlon.Data || t.Type != "aws_iam_policy" {
				continue
			}
			if _, ok := looksUp(t, policy); ok {
				pass.Reportf(v, "%s attaches %s", r.Label(), policy).About(t)
				return
			}
		}
		if _, complete := v.Strings(); !complete && len(v.Refs()) == 0 {
			pass.Undecided(v)
		}
	}
}

// isManagedARN reports whether an ARN is AWS's managed policy of that name,
// in any partition.
func isManagedARN(arn, policy string) bool {
	return strings.HasPrefix(arn, "arn:") && strings.HasSuffix(arn, ":iam::aws:policy/"+policy)
}

// looksUp reports whether a data source finds AWS's managed policy of that
// name, and by which attribute.
func looksUp(data *merlon.Resource, policy string) (merlon.Value, bool) {
	if v := data.Attr("name"); v.String() == policy {
		return v, true
	}
	if v := data.Attr("arn"); isManagedARN(v.String(), policy) {
		return v, true
	}
	return merlon.Value{}, false
}

// isAttached reports whether a resource of the estate attaches the policy.
func isAttached(pass *merlon.Pass, policy *merlon.Resource) bool {
	return slices.ContainsFunc(pass.Estate.Referrers(policy), func(ref merlon.Referrer) bool {
		return isAttachment(ref.Resource) && slices.Contains(policyARNs, ref.Attribute)
	})
}
