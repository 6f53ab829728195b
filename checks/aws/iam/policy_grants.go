package iam

import (
	"slices"
	"strings"

	"merlon"
	"merlon/internal/iam"
)

// PassRoleWildcard reports policies that pass any role to a service.
var PassRoleWildcard = &merlon.Check{
	ID:       "aws-iam-passrole-wildcard",
	Title:    "IAM policy passes any role to AWS services",
	Severity: merlon.Medium,
	Targets:  identityTargets,
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `Whoever passes a role to a service acts through that service with the role's
permissions. Free to pass any role, they pick the strongest.`,
	Fix: `Name the roles that may be passed, by ARN, and the service they go to in a condition on
iam:PassedToService.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"},
	Aliases: []string{"AVD-AWS-0342"},
	Run:     inPolicies(passesAnyRole),
}

func passesAnyRole(p *iam.Policy) (found []problem, maybe merlon.Truth) {
	const action = "iam:PassRole"
	if p.DeniesAlways(action) {
		return nil, merlon.False
	}
	for i := range p.Statements {
		s := &p.Statements[i]
		if s.Effect == iam.Deny || s.Principals.IsSet() || s.Actions.EveryAction() == merlon.True {
			continue // an administrator's policy is PolicyFullAdmin's
		}
		match := s.Actions.MatchesAction(action)
		if match == merlon.False {
			continue
		}
		switch match.And(s.Resources.EveryOfKind("iam", "role")) {
		case merlon.True:
			f := problem{statement: i, what: "passes any role (" + action + ")"}
			if s.Constrained() == merlon.True {
				f.what += " under conditions"
				f.lessens, f.severity = true, merlon.Low
			}
			found = append(found, f)
		case merlon.Unknown:
			maybe = merlon.Unknown
		}
	}
	return found, maybe
}

// S3FullAccess reports policies that allow all of S3.
var S3FullAccess = &merlon.Check{
	ID:       "aws-iam-s3-full-access",
	Title:    "IAM policy allows every S3 action",
	Severity: merlon.High,
	Targets:  s3Targets(),
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `All of S3 is reading and deleting every object, and opening buckets to the internet as
well. An application needs a few actions on its own buckets.`,
	Fix:     `Allow the object actions that are needed (s3:GetObject, s3:PutObject) on named buckets.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html"},
	Aliases: []string{"AVD-AWS-0345"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if isAttachment(r) {
			reportManaged(pass, r, "AmazonS3FullAccess")
		}
		if _, holdsPolicy := nouns[r.Type]; holdsPolicy && r.Mode == merlon.Managed || r.Mode == merlon.Data {
			inPolicies(allowsAllOfS3)(pass, r)
		}
	},
}

func allowsAllOfS3(p *iam.Policy) (found []problem, maybe merlon.Truth) {
	if p.DeniesAlways("s3:GetObject") && p.DeniesAlways("s3:PutObject") {
		return nil, merlon.False
	}
	for i := range p.Statements {
		s := &p.Statements[i]
		if s.Effect == iam.Deny || s.Principals.IsSet() || !names(s.Actions, "s3:*") || s.Constrained() == merlon.True {
			continue
		}
		if everyBucket(s.Resources) {
			found = append(found, problem{statement: i, what: "allows every S3 action on every bucket"})
		} else {
			found = append(found, problem{
				statement: i, what: "allows every S3 action on its buckets", lessens: true, severity: merlon.Low,
			})
		}
	}
	return found, maybe
}

// names reports whether one of the patterns is that text, letter case aside.
func names(s iam.Set, pattern string) bool {
	if s.Not {
		return false
	}
	for _, p := range s.Patterns {
		if strings.EqualFold(p, pattern) {
			return true
		}
	}
	return false
}

// everyBucket reports whether a Resource element takes in every bucket.
func everyBucket(s iam.Set) bool {
	if s.EveryResource() == merlon.True {
		return true
	}
	for _, p := range s.Patterns {
		fields := strings.SplitN(p, ":", 6)
		if !s.Not && len(fields) == 6 && fields[2] == "s3" && strings.Trim(fields[5], "*/") == "" {
			return true
		}
	}
	return false
}

// UnauthorizedBucketAccess reports policies that read and write all buckets.
var UnauthorizedBucketAccess = &merlon.Check{
	ID:       "aws-iam-unauthorized-bucket-access",
	Title:    "IAM policy reads and writes every bucket",
	Severity: merlon.High,
	Targets:  identityTargets,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `With s3:Get* and s3:Put* on every bucket the holder reads and replaces the data of
every application, and can be tricked into writing to a bucket that an attacker made
under a name the holder expects.`,
	Fix: `Name the buckets, and the object actions that are needed on them.`,
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
		"https://www.aquasec.com/blog/shadow-roles-aws-defaults-lead-to-service-takeover/",
	},
	Aliases: []string{"AVD-AWS-0346"},
	Run: inStatements("allows s3:Get* and s3:Put* on every bucket", func(p *iam.Policy, s *iam.Statement) merlon.Truth {
		if s.Effect == iam.Deny || s.Principals.IsSet() || !everyBucket(s.Resources) {
			return merlon.False
		}
		if names(s.Actions, "s3:*") || s.Actions.EveryAction() == merlon.True {
			return merlon.False // S3FullAccess and PolicyFullAdmin say so
		}
		if p.DeniesAlways("s3:GetObject") || p.DeniesAlways("s3:PutObject") {
			return merlon.False
		}
		return s.Actions.CoversActions("s3:get*").And(s.Actions.CoversActions("s3:put*"), s.Constrained().Not())
	}),
}

// PolicyAnyPrincipal reports policy documents for a resource that let
// everybody in.
var PolicyAnyPrincipal = &merlon.Check{
	ID:       "aws-iam-policy-any-principal",
	Title:    "Policy document lets any AWS principal in",
	Severity: merlon.High,
	Targets:  []string{documentType},
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication | merlon.Authorization,
	Why: `The principal "*" is everybody: every AWS account there is, and for most services
callers without an account too.`,
	Fix: `Name the accounts, roles or services, or keep strangers out by a condition on
aws:PrincipalOrgID, aws:SourceAccount, aws:SourceArn or aws:SourceVpce.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"},
	Aliases: []string{"CKV_AWS_283"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if hasOwnCheck(pass, r) {
			return
		}
		d := computed(r)
		if d.policy == nil {
			pass.Undecided(r)
			return
		}
		for i := range d.policy.Statements {
			s := &d.policy.Statements[i]
			switch d.policy.Public(s) {
			case merlon.True:
				pass.Reportf(d.place(i), "policy document %q allows any AWS principal", r.Name)
			case merlon.Unknown:
				pass.Undecidedf(d.place(i), "whom policy document %q allows is not known before apply", r.Name)
			}
		}
	},
}

// judgedElsewhere are the types that have a check of their own for this.
var judgedElsewhere = []string{
	"aws_backup_vault_policy", "aws_ecr_registry_policy", "aws_ecr_repository_policy", "aws_efs_file_system_policy",
	"aws_elasticsearch_domain", "aws_elasticsearch_domain_policy", "aws_glacier_vault", "aws_glacier_vault_lock",
	"aws_iam_role", "aws_kms_key", "aws_kms_key_policy", "aws_opensearch_domain", "aws_opensearch_domain_policy",
	"aws_s3_bucket", "aws_s3_bucket_policy", "aws_secretsmanager_secret", "aws_secretsmanager_secret_policy",
	"aws_sns_topic", "aws_sns_topic_policy", "aws_sqs_queue", "aws_sqs_queue_policy",
}

// hasOwnCheck reports whether all that take a document's text are resources
// whose own check says who gets in.
func hasOwnCheck(pass *merlon.Pass, r *merlon.Resource) bool {
	judged := false
	for _, ref := range pass.Estate.Referrers(r) {
		if ref.Resource.Mode != merlon.Managed || !slices.Contains(judgedElsewhere, ref.Resource.Type) {
			return false
		}
		judged = true
	}
	return judged
}

// s3Targets are where policies stand and where managed ones are attached.
func s3Targets() []string {
	out := slices.Clone(identityTargets)
	for _, t := range attachmentTargets {
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}
