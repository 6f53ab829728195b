package iam

import (
	"slices"
	"strings"

	"merlon"
	"merlon/internal/iam"
)

// PolicyFullAdmin reports policies that make their holder an administrator.
var PolicyFullAdmin = &merlon.Check{
	ID:       "aws-iam-policy-full-admin",
	Title:    "IAM policy makes its holder an administrator",
	Severity: merlon.High,
	Targets:  identityTargets,
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `A policy that allows every action on every resource hands the whole account to
whoever gets hold of one set of credentials: a leaked key, a flaw in one
application, one careless colleague.`,
	Fix: `Allow the actions that the holder needs, on the resources that it needs them for.
Keep administration in one role that people assume for the task, with MFA.`,
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1",
	},
	Aliases: []string{
		"CKV_AWS_1", "CKV_AWS_62",
		"AC_AWS_0143", "AC_AWS_0144", "AC_AWS_0146", "AC_AWS_0147", "AC_AWS_0474",
	},
	Run: inStatements("allows every action on every resource", (*iam.Policy).FullAdmin),
}

// PolicyFullIAMAccess reports policies that allow all of IAM.
var PolicyFullIAMAccess = &merlon.Check{
	ID:       "aws-iam-policy-full-iam-access",
	Title:    "IAM policy allows every IAM action",
	Severity: merlon.High,
	Targets:  identityTargets,
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `Whoever may do everything in IAM can give themselves every other permission, make
users and keys that outlive the incident, and lock the owners out.`,
	Fix: `Name the IAM actions that are needed and the users, roles or paths they may be used
on, and set a permissions boundary for what is created.`,
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
	},
	Aliases: []string{"CKV2_AWS_40"},
	Run:     inStatements("allows every IAM action", allowsAllOfIAM),
}

// allowsAllOfIAM asks whether a statement allows iam:*, by that name or as
// part of "*", on something that can be an object of IAM.
func allowsAllOfIAM(p *iam.Policy, s *iam.Statement) merlon.Truth {
	if s.Effect == iam.Deny || s.Principals.IsSet() {
		return merlon.False
	}
	actions := s.Actions.CoversActions("iam:*")
	if actions == merlon.False || p.DeniesAlways("iam:PutUserPolicy") && p.DeniesAlways("iam:CreateAccessKey") {
		return merlon.False
	}
	return actions.And(s.Constrained().Not(), namesIAM(s.Resources))
}

// namesIAM asks whether a Resource element can take in users, roles and other
// objects of IAM.
func namesIAM(s iam.Set) merlon.Truth {
	every := s.EveryResource()
	if s.Not || every == merlon.True {
		return every
	}
	for _, p := range s.Patterns {
		fields := strings.SplitN(p, ":", 4)
		if len(fields) == 4 && fields[0] == "arn" && strings.Contains("iam", strings.Trim(fields[2], "*")) {
			return merlon.True
		}
	}
	return every
}

// PolicyWildcardAction reports statements whose action is "*".
var PolicyWildcardAction = &merlon.Check{
	ID:       "aws-iam-policy-wildcard-action",
	Title:    "IAM policy allows every action",
	Severity: merlon.Medium,
	Targets:  identityTargets,
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `A statement whose action is "*" grants what nobody thought of, deleting and handing
on access included, and every action that AWS adds later.`,
	Fix:     `List the actions that are needed.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html"},
	Aliases: []string{"CKV_AWS_49", "CKV_AWS_63"},
	Run: inStatements(`allows the action "*"`, func(_ *iam.Policy, s *iam.Statement) merlon.Truth {
		if s.Effect == iam.Deny {
			return merlon.False
		}
		return s.Actions.EveryAction()
	}),
}

// PolicyWildcards reports statements that grant a whole service everywhere.
// Those that grant all services are PolicyFullAdmin's.
var PolicyWildcards = &merlon.Check{
	ID:       "aws-iam-policy-wildcards",
	Title:    "IAM policy allows a whole service on every resource",
	Severity: merlon.Medium,
	Targets:  identityTargets,
	STRIDE:   merlon.ElevationOfPrivilege | merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `All actions of a service on all its resources is far more than an application uses:
one flaw in it reads, changes and deletes what belongs to every other application of
the account.`,
	Fix: `Name the actions, and the resources by ARN. IAM Access Analyzer can make a policy from
what a role really used.`,
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21",
	},
	Aliases: []string{"AVD-AWS-0057", "aws-iam-no-policy-wildcards"},
	Run:     inPolicies(wholeServices),
}

func wholeServices(p *iam.Policy) (found []problem, maybe merlon.Truth) {
	for i := range p.Statements {
		s := &p.Statements[i]
		unbounded := s.Unbounded()
		if unbounded == merlon.False {
			continue
		}
		if s.Actions.Not {
			if unbounded == merlon.True {
				found = append(found, problem{statement: i, what: "allows all but some actions on every resource"})
			}
			continue
		}
		var services []string
		for _, pattern := range s.Actions.Patterns {
			service, rest, _ := strings.Cut(strings.ToLower(pattern), ":")
			if rest == "*" && service != "*" && !slices.Contains(services, service) && !p.DeniesAlways(service+":anything") {
				services = append(services, service)
			}
		}
		switch {
		case len(services) == 0:
		case unbounded == merlon.True:
			slices.Sort(services)
			found = append(found, problem{statement: i, what: "allows all of " + strings.Join(services, ", ") + " on every resource"})
		default:
			maybe = merlon.Unknown
		}
	}
	return found, maybe
}

// PolicyWildcardResource reports actions on every resource that could be
// limited to some.
var PolicyWildcardResource = &merlon.Check{
	ID:       "aws-iam-policy-wildcard-resource",
	Title:    "IAM policy allows actions on every resource that could be limited to some",
	Severity: merlon.Low,
	OptIn:    true,
	Targets:  identityTargets,
	STRIDE:   merlon.ElevationOfPrivilege | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `Some actions know no resources and need "*". For the others a star means that the
holder reaches the resources of every application of the account.`,
	Fix: `Move the actions that take resources to a statement of their own and name the
resources by ARN.`,
	Sources: []string{"https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"},
	Aliases: []string{"CKV_AWS_355", "CKV_AWS_356"},
	Run: inPolicies(tooWide("on every resource", func(iam.Action) bool {
		return true
	})),
}

// tooWide asks a policy for known actions that pass a filter and that it
// allows on every resource without need.
func tooWide(how string, keep func(iam.Action) bool) func(*iam.Policy) ([]problem, merlon.Truth) {
	filter := iam.NewFilter(keep)
	return func(p *iam.Policy) (found []problem, maybe merlon.Truth) {
		for _, g := range p.Unbound(filter) {
			found = append(found, problem{statement: g.Statement, what: "allows " + someOf(g.Actions) + " " + how})
		}
		for i := range p.Statements {
			if p.Statements[i].Unbounded() == merlon.Unknown {
				maybe = merlon.Unknown
			}
		}
		if p.Open {
			maybe = merlon.Unknown
		}
		return found, maybe
	}
}

// someOf names the first few of the actions.
func someOf(actions []iam.Action) string {
	const most = 3
	var names []string
	for _, a := range actions[:min(len(actions), most)] {
		names = append(names, a.String())
	}
	text := strings.Join(names, ", ")
	if len(actions) > most {
		text += " and more"
	}
	return text
}

// decryptsAll makes a check of policies that allow decryption with every KMS
// key. What a whole administrator may do is PolicyFullAdmin's.
func decryptsAll(id, title, control string, targets ...string) *merlon.Check {
	return &merlon.Check{
		ID:       "aws-iam-" + id,
		Title:    title + " allows decryption with every KMS key",
		Severity: merlon.Medium,
		Targets:  targets,
		STRIDE:   merlon.InformationDisclosure,
		CIA:      merlon.Confidentiality,
		AAA:      merlon.Authorization,
		Why: `Where a key's policy leaves access to IAM, as the default one does, the holder can read whatever any application of the
account has encrypted: the key no longer separates anything.`,
		Fix: `Name the keys in Resource, or tie the statement to the service that uses them with the condition kms:ViaService.`,
		Sources: []string{
			"https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html",
			"https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-" + control,
		},
		Run: inStatements("allows decryption with every KMS key", func(p *iam.Policy, s *iam.Statement) merlon.Truth {
			if s.Effect == iam.Deny || s.Principals.IsSet() || p.FullAdmin(s) == merlon.True {
				return merlon.False
			}
			decrypts := merlon.False
			for _, action := range [...]string{"kms:Decrypt", "kms:ReEncryptFrom"} {
				if !p.DeniesAlways(action) {
					decrypts = decrypts.Or(s.Actions.MatchesAction(action))
				}
			}
			return decrypts.And(s.Resources.EveryResource().Or(s.Resources.EveryOfKind("kms", "key")), s.Constrained().Not())
		}),
	}
}

var (
	// ManagedPolicyDecryptsAll reports managed policies, and documents that no
	// resource of the code takes.
	ManagedPolicyDecryptsAll = decryptsAll("policy-kms-decrypt", "IAM policy", "1", "aws_iam_policy", documentType)
	// InlinePolicyDecryptsAll reports inline policies of users, roles and groups.
	InlinePolicyDecryptsAll = decryptsAll("inline-policy-kms-decrypt", "Inline IAM policy", "2",
		"aws_iam_role", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_ssoadmin_permission_set_inline_policy")
)
