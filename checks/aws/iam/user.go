package iam

import (
	"strings"

	"merlon"
)

// UserAttachedPolicies reports policies that are given to users directly.
var UserAttachedPolicies = &merlon.Check{
	ID:       "aws-iam-user-attached-policies",
	Title:    "IAM policy is attached to a user",
	Severity: merlon.Low,
	Targets: []string{
		"aws_iam_user_policy_attachment", "aws_iam_user_policy_attachments_exclusive",
		"aws_iam_user_policy", "aws_iam_policy_attachment",
	},
	STRIDE: merlon.ElevationOfPrivilege,
	CIA:    merlon.Confidentiality,
	AAA:    merlon.Authorization,
	Why: `Permissions of single users are what nobody reviews: they stay when people change
their job. Groups and roles say what a job needs.`,
	Fix: `Attach the policy to a group that the user is in, or better to a role that the user
assumes.`,
	Sources: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-2",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html",
	},
	Aliases: []string{"CKV_AWS_40", "AVD-AWS-0143", "AC_AWS_0475", "AC_AWS_0476", "aws-iam-no-user-attached-policies"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		v := r.Attr("user")
		switch r.Type {
		case "aws_iam_policy_attachment":
			v = r.Attr("users")
			if v.Len() == 0 {
				if v.MayHaveMore() {
					pass.Undecided(v)
				}
				return
			}
		case "aws_iam_user_policy_attachments_exclusive":
			v = r.Attr("user_name")
			if r.Attr("policy_arns").Len() == 0 {
				return
			}
		}
		pass.Reportf(v, "%s gives a policy to a user directly", r.Label()).About(v.Targets("aws_iam_user")...)
	},
}

// UserAccessKey reports access keys that Terraform makes.
var UserAccessKey = &merlon.Check{
	ID:       "aws-iam-user-access-key",
	Title:    "Long-lived access key",
	Severity: merlon.Medium,
	Targets:  []string{"aws_iam_access_key"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `An access key works from everywhere until somebody deletes it. It leaks through
repositories, logs and laptops, and the secret of this one is in the state file too.`,
	Fix: `Give applications a role: of the instance, task, function or pod they run in, by OIDC
from a pipeline, by IAM Roles Anywhere from elsewhere.`,
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
	},
	Aliases: []string{"AC_AWS_0133"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if r.Attr("status").Is("Inactive") == merlon.True {
			return
		}
		f := pass.Reportf(r, "access key %q does not expire", r.Name).About(r.Attr("user").Targets("aws_iam_user")...)
		if r.Attr("pgp_key").IsNull() {
			f.WithFix("Give the application a role in place of the key. The secret of this key is in the state in clear text: treat it as known, or at least set pgp_key.")
		}
	},
}

// RootAccessKey reports access keys of the root user.
var RootAccessKey = &merlon.Check{
	ID:       "aws-iam-root-access-keys",
	Title:    "Access key of the root user",
	Severity: merlon.Critical,
	Targets:  []string{"aws_iam_access_key"},
	STRIDE:   merlon.Spoofing | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authentication,
	Why: `No policy limits the root user. A key of its is the whole account, for whoever holds
it and for as long as it exists.`,
	Fix: `Delete the key, and use a role for the task.`,
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-4",
	},
	Aliases: []string{"CKV_AWS_348", "AVD-AWS-0141", "AC_AWS_0132", "aws-iam-no-root-access-keys"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		v := r.Attr("user")
		names, _ := v.Strings()
		for _, user := range v.Targets("aws_iam_user") {
			names = append(names, user.Attr("name").String())
		}
		for _, name := range names {
			if name == "root" || name == "<root_account>" {
				pass.Reportf(v, "access key %q is of the root user", r.Name).About(v.Targets("aws_iam_user")...)
				return
			}
		}
	},
}

// UserConsoleAccess reports users that can log in to the console.
var UserConsoleAccess = &merlon.Check{
	ID:       "aws-iam-user-console-access",
	Title:    "IAM user has a console password",
	Severity: merlon.Low,
	OptIn:    true,
	Targets:  []string{"aws_iam_user"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `A password of AWS's own is one more secret to keep, to rotate and to take away when
somebody leaves.`,
	Fix:     `Let people in through IAM Identity Center, and delete the login profile.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp"},
	Aliases: []string{"CKV2_AWS_22"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		profiles := pass.Companions(r, "aws_iam_user_login_profile", "user")
		switch profiles.Any() {
		case merlon.True:
			pass.Reportf(r, "user %q has a console password", r.Name).About(profiles.List...)
		case merlon.Unknown:
			pass.Undecidedf(r, "whether user %q has a console password is not known before apply", r.Name)
		}
	},
}

// UserSSO reports IAM users.
var UserSSO = &merlon.Check{
	ID:       "aws-iam-user-sso",
	Title:    "Access through an IAM user",
	Severity: merlon.Low,
	OptIn:    true, // users are still needed here and there
	Targets:  []string{"aws_iam_user"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication | merlon.Accounting,
	Why: `IAM users have credentials that do not expire, in each account anew. People come and
go in the company's directory, not here.`,
	Fix:     `Use IAM Identity Center for people and roles for applications.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp"},
	Aliases: []string{"CKV_AWS_273"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		pass.Reportf(r, "user %q is an IAM user", r.Name)
	},
}

// UserMFA reports console users that no policy asks for a second factor.
var UserMFA = &merlon.Check{
	ID:       "aws-iam-user-mfa",
	Title:    "Console user is not asked for MFA",
	Severity: merlon.Medium,
	Targets:  []string{"aws_iam_user_login_profile"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication,
	Why: `A password alone is phished or guessed. Only a policy that denies everything to
sessions without a second factor makes people set one up.`,
	Fix: `Put the user in a group with a policy that denies all but the set-up of a device unless
aws:MultiFactorAuthPresent is true, or use IAM Identity Center.`,
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-5",
	},
	Aliases: []string{"AVD-AWS-0145", "AC_AWS_0151", "aws-iam-enforce-user-mfa"},
	Run:     checkUserMFA,
}

func checkUserMFA(pass *merlon.Pass, profile *merlon.Resource) {
	v := profile.Attr("user")
	users := v.Targets("aws_iam_user")
	if len(users) == 0 {
		if v.IsUnknown() {
			pass.Undecided(v)
		} else {
			// A user of another root: its groups and policies are not here.
			pass.Undecidedf(v, "what user %q is allowed is not known here", v.String())
		}
		return
	}
	for _, user := range users {
		asked := demandsMFA(pass, user, "user")
		if boundary := user.Attr("permissions_boundary"); boundary.IsSet() && asked != merlon.True {
			asked = asked.Or(policyDemandsMFA(boundary))
		}
		groups, complete := groupsOf(pass, user)
		for _, group := range groups {
			asked = asked.Or(demandsMFA(pass, group, "group"))
		}
		if !complete {
			asked = asked.Or(merlon.Unknown)
		}
		switch asked {
		case merlon.False:
			pass.Reportf(profile, "user %q has a console password and no policy that demands MFA", user.Name).About(user)
		case merlon.Unknown:
			pass.Undecidedf(profile, "whether user %q is asked for MFA is not known before apply", user.Name)
		}
	}
}

// groupsOf are the groups of the estate that a user is in, and whether there
// are no other ones.
func groupsOf(pass *merlon.Pass, user *merlon.Resource) (groups []*merlon.Resource, complete bool) {
	complete = true
	add := func(c merlon.Companions, attribute string) {
		complete = complete && len(c.Maybe) == 0
		for _, m := range c.List {
			v := m.Attr(attribute)
			found := v.Targets("aws_iam_group")
			groups = append(groups, found...)
			complete = complete && v.Len() <= len(found) && !(v.MayHaveMore() && len(found) == 0)
		}
	}
	add(pass.Companions(user, "aws_iam_user_group_membership", "user"), "groups")
	add(pass.Companions(user, "aws_iam_group_membership", "users"), "group")
	return groups, complete
}

// demandsMFA asks whether one of the policies of a user or group demands a
// second factor.
func demandsMFA(pass *merlon.Pass, r *merlon.Resource, kind string) merlon.Truth {
	t := merlon.False
	inline := pass.Companions(r, "aws_iam_"+kind+"_policy", kind)
	for _, p := range inline.List {
		t = t.Or(documentDemandsMFA(p.Attr("policy")))
	}
	for typ, path := range map[string]string{
		"aws_iam_" + kind + "_policy_attachment": kind,
		"aws_iam_policy_attachment":              kind + "s",
	} {
		attached := pass.Companions(r, typ, path)
		for _, a := range attached.List {
			t = t.Or(policyDemandsMFA(a.Attr("policy_arn")))
		}
		if len(attached.Maybe) > 0 {
			t = t.Or(merlon.Unknown)
		}
	}
	exclusive := pass.Companions(r, "aws_iam_"+kind+"_policy_attachments_exclusive", kind+"_name")
	for _, a := range exclusive.List {
		t = t.Or(policyDemandsMFA(a.Attr("policy_arns")))
	}
	if len(inline.Maybe)+len(exclusive.Maybe) > 0 {
		t = t.Or(merlon.Unknown)
	}
	return t
}

// policyDemandsMFA asks it of the managed policies that a value names. AWS's
// own policies never do; those of other roots may.
func policyDemandsMFA(arns merlon.Value) merlon.Truth {
	t := merlon.False
	policies := arns.Targets("aws_iam_policy")
	for _, p := range policies {
		t = t.Or(documentDemandsMFA(p.Attr("policy")))
	}
	texts, complete := arns.Strings()
	for _, arn := range texts {
		if len(policies) == 0 && !strings.Contains(arn, ":iam::aws:policy/") {
			t = t.Or(merlon.Unknown)
		}
	}
	if !complete && len(policies) == 0 {
		t = t.Or(merlon.Unknown)
	}
	return t
}
