package iam

import "merlon"

func documentDemandsMFA(v merlon.Value) merlon.Truth {
	d := read(v)
	if d.policy == nil {
		return d.known
	}
	return d.policy.DemandsMFA()
}

// GroupMFA reports groups that no policy asks for a second factor.
var GroupMFA = &merlon.Check{
	ID:       "aws-iam-group-mfa",
	Title:    "IAM group is not asked for MFA",
	Severity: merlon.Medium,
	OptIn:    true, // aws-iam-user-mfa asks it of those that have a password
	Targets:  []string{"aws_iam_group"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication,
	Why: `A password alone is phished or guessed. A policy of the group that denies everything to
sessions without a second factor covers all its members.`,
	Fix: `Give the group a policy that denies all but the set-up of a device unless
aws:MultiFactorAuthPresent is true.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html"},
	Aliases: []string{"AVD-AWS-0123", "aws-iam-enforce-mfa", "aws-iam-enforce-group-mfa"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		switch demandsMFA(pass, r, "group") {
		case merlon.False:
			pass.Reportf(r, "group %q has no policy that demands MFA", r.Name)
		case merlon.Unknown:
			pass.Undecidedf(r, "whether group %q is asked for MFA is not known before apply", r.Name)
		}
	},
}

// GroupMembership reports groups without members.
var GroupMembership = &merlon.Check{
	ID:       "aws-iam-group-membership",
	Title:    "IAM group has no users",
	Severity: merlon.Info,
	OptIn:    true, // members may come from another root
	Targets:  []string{"aws_iam_group", "aws_iam_group_membership"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `A group without members is permissions that nobody uses and nobody watches: a place to hide a user in.`,
	Fix:      `Delete the group, or add its members.`,
	Sources:  []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html"},
	Aliases:  []string{"CKV2_AWS_14"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if r.Type == "aws_iam_group_membership" {
			v := r.Attr("users")
			switch {
			case v.MayHaveMore():
				pass.Undecided(v)
			case v.Len() == 0:
				pass.Reportf(v, "membership %q lists no users", r.Name).About(r.Attr("group").Targets("aws_iam_group")...)
			}
			return
		}
		members := pass.Companions(r, "aws_iam_group_membership", "group")
		joined := pass.Companions(r, "aws_iam_user_group_membership", "groups")
		switch members.Any().Or(joined.Any()) {
		case merlon.False:
			pass.Reportf(r, "group %q has no members", r.Name)
		case merlon.Unknown:
			pass.Undecidedf(r, "whether group %q has members is not known before apply", r.Name)
		}
	},
}

// UserWithoutGroup reports users that are in no group.
var UserWithoutGroup = &merlon.Check{
	ID:       "aws-iam-user-without-group",
	Title:    "IAM user is in no group",
	Severity: merlon.Info,
	OptIn:    true,
	Targets:  []string{"aws_iam_user", "aws_iam_group_membership"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Permissions that come through groups are the same for the same job, and end with the
membership. A user outside all groups has permissions of its own, or none.`,
	Fix:     `Put the user in a group, or use a role in place of the user.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html"},
	Aliases: []string{"CKV2_AWS_21"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if r.Type == "aws_iam_group_membership" {
			if v := r.Attr("users"); v.Len() == 0 && !v.MayHaveMore() {
				pass.Reportf(v, "membership %q puts no user in a group", r.Name)
			}
			return
		}
		member := pass.Companions(r, "aws_iam_group_membership", "users").Any().
			Or(pass.Companions(r, "aws_iam_user_group_membership", "user").Any())
		switch member {
		case merlon.False:
			pass.Reportf(r, "user %q is in no group", r.Name)
		case merlon.Unknown:
			pass.Undecidedf(r, "whether user %q is in a group is not known before apply", r.Name)
		}
	},
}
