package s3

import (
	"strings"

	"merlon"
	"merlon/internal/classify"
	"merlon/internal/iam"
)

const sourcePolicies = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html"

var policyTargets = []string{"aws_s3_bucket", "aws_s3_bucket_policy"}

// PublicPolicy reports bucket policies that let strangers in.
var PublicPolicy = &merlon.Check{
	ID:       "aws-s3-public-policy",
	Title:    "S3 bucket policy lets everyone in",
	Severity: merlon.High,
	Targets:  policyTargets,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `A statement that allows the principal * takes in callers whom nobody named, without a login, unless a
condition says who they are or where they come from. A public access block of the bucket or the account that is on
in the code takes the effect away; buckets classified as public may be read by everyone.`,
	Fix: `Name the accounts or roles, or add a condition on aws:PrincipalOrgID, aws:SourceVpce or the like; serve public
content through CloudFront with an origin access control.`,
	Sources: []string{sourcePolicies, sourcePublicAccess},
	Aliases: []string{"CKV_AWS_70", "AC_AWS_0217", "AC_AWS_0218", "AC_AWS_0219", "AC_AWS_0220", "AC_AWS_0221", "AC_AWS_0224"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		v := r.Attr("policy")
		policy, known := iam.FromValue(v)
		if managedBeside(pass, r, "aws_s3_bucket_policy") {
			return
		}
		if policy == nil {
			if known == merlon.Unknown {
				about(pass.Undecided(v), r)
			}
			return
		}
		works := merlon.Unknown
		for i := range policy.Statements {
			s := &policy.Statements[i]
			open := s.AllowsAnyPrincipal().And(s.NarrowsCallers().Not())
			if open == merlon.False {
				continue
			}
			if works == merlon.Unknown {
				works = blocked(pass, r, "restrict_public_buckets").Or(blocked(pass, r, "block_public_policy")).Not()
			}
			changes := s.Actions.MatchesAction("s3:PutObject").Or(s.Actions.MatchesAction("s3:DeleteObject"),
				s.Actions.MatchesAction("s3:PutBucketPolicy")) == merlon.True
			if !changes && meantForPublic(pass, r) {
				continue
			}
			f := pass.Require(open.And(works).Not(), v, "policy of bucket %q allows %s to everyone", nameOf(r), actionsOf(s))
			about(f, r)
			if f != nil && changes {
				f.At(merlon.Critical)
			}
		}
	},
}

// actionsOf names the actions of a statement in a message.
func actionsOf(s *iam.Statement) string {
	text := strings.Join(s.Actions.Patterns, ", ")
	if len(s.Actions.Patterns) > 3 {
		text = strings.Join(s.Actions.Patterns[:3], ", ") + " and more"
	}
	if s.Actions.Not {
		return "all but " + text
	}
	return text
}

// meantForPublic reports whether the bucket of r says that its data are public.
func meantForPublic(pass *merlon.Pass, r *merlon.Resource) bool {
	bucket := r
	if r.Type != "aws_s3_bucket" {
		bucket = bucketOf(r)
	}
	return bucket != nil && classify.Of(bucket, pass.Settings.Classification).Class == classify.Public
}

// PolicyLockout reports bucket policies that shut everyone out.
var PolicyLockout = &merlon.Check{
	ID:       "aws-s3-policy-lockout",
	Title:    "S3 bucket policy locks out everyone but the root user",
	Severity: merlon.Medium,
	Targets:  policyTargets,
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `A statement that denies every action to everybody without a condition also denies changing the policy back.
Only the account's root user can still delete it.`,
	Fix:     `Name the actions to deny, or add a condition that leaves the administrators out.`,
	Sources: []string{sourcePolicies, "https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html"},
	Aliases: []string{"CKV_AWS_93"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		v := r.Attr("policy")
		policy, _ := iam.FromValue(v)
		if policy == nil || managedBeside(pass, r, "aws_s3_bucket_policy") {
			return
		}
		for i := range policy.Statements {
			s := &policy.Statements[i]
			if s.Effect == iam.Deny && s.Principals.Anyone() == merlon.True && !s.Principals.Not &&
				s.Actions.CoversActions("s3:*") == merlon.True && s.Constrained() == merlon.False && wholeBucket(s.Resources) {
				about(pass.Reportf(v, "policy of bucket %q locks everyone out", nameOf(r)), r)
				return
			}
		}
	},
}

// NoPolicy reports buckets without a policy.
var NoPolicy = &merlon.Check{
	ID:       "aws-s3-no-policy",
	Title:    "S3 bucket has no bucket policy",
	Severity: merlon.Info,
	OptIn:    true, // IAM decides alone then, and lets nobody outside of the account in
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Everybody in the account whom IAM allows S3 as a whole may use the bucket. A policy of the bucket can narrow that, and
demand TLS.`,
	Fix:     `Add an aws_s3_bucket_policy that says who may use the bucket.`,
	Sources: []string{sourcePolicies},
	Aliases: []string{"AC_AWS_0215"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		own := bucket.Attr("policy")
		has := merlon.TruthOf(own.IsSet()).Or(beside(pass, bucket, "aws_s3_bucket_policy").Any())
		pass.Require(has, bucket, "bucket %q has no policy", nameOf(bucket))
	},
}

// wholeBucket reports whether the resources take in the bucket itself, not
// only its objects.
func wholeBucket(resources iam.Set) bool {
	if resources.Not {
		return false
	}
	for _, p := range resources.Patterns {
		if !strings.Contains(p, "/") {
			return true
		}
	}
	return len(resources.Patterns) == 0
}

// SecureTransport reports buckets that answer over plain HTTP.
var SecureTransport = &merlon.Check{
	ID:       "aws-s3-secure-transport",
	Title:    "S3 bucket policy does not demand TLS",
	Severity: merlon.Low,
	OptIn:    true, // every SDK and the CLI use TLS by default
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `S3 answers over plain HTTP too. A client that is set up wrongly sends data and session tokens in clear.`,
	Fix:      `Deny s3:* to everybody where aws:SecureTransport is false.`,
	Sources: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html",
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
	},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		holds, policies := demandsTLS(pass, bucket)
		if f := pass.Require(holds, bucket, "policy of bucket %q does not demand TLS", bucket.Name); f != nil {
			f.About(policies...)
		}
	},
}

// PublicPlainHTTP reports public buckets that answer over plain HTTP.
var PublicPlainHTTP = &merlon.Check{
	ID:       "aws-s3-public-plain-http",
	Title:    "S3 bucket that is open to the public does not demand TLS",
	Severity: merlon.Medium,
	Targets:  []string{"aws_s3_bucket_acl"},
	STRIDE:   merlon.Tampering | merlon.InformationDisclosure,
	CIA:      merlon.Integrity | merlon.Confidentiality,
	Why: `What the public fetches over plain HTTP can be read and changed on its way: a download becomes malware.
Website endpoints are left out, which know nothing but HTTP.`,
	Fix:     `Deny s3:* to everybody where aws:SecureTransport is false.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html"},
	Aliases: []string{"CKV_AWS_379"},
	Run: func(pass *merlon.Pass, acl *merlon.Resource) {
		public := merlon.False
		grants, _ := grantsOf(acl)
		for _, g := range grants {
			public = public.Or(merlon.TruthOf(g.group == allUsers || g.group == allAccounts))
		}
		if public == merlon.False || isWebsite(pass, acl) {
			return
		}
		public = public.And(aclWorks(pass, acl), blocked(pass, acl, "restrict_public_buckets").Not())
		if public == merlon.False {
			return
		}
		tls, policies := demandsTLS(pass, acl)
		if f := pass.Require(public.And(tls.Not()).Not(), acl, "bucket %q is public and does not demand TLS", nameOf(acl)); f != nil {
			f.About(policies...)
			about(f, acl)
		}
	},
}

// demandsTLS says whether a policy of the bucket of r shuts plain HTTP out,
// and which policies were read.
func demandsTLS(pass *merlon.Pass, r *merlon.Resource) (merlon.Truth, []*merlon.Resource) {
	found := beside(pass, r, "aws_s3_bucket_policy")
	readers := found.List
	if r.Type == "aws_s3_bucket" && r.Attr("policy").IsSet() {
		readers = append([]*merlon.Resource{r}, readers...)
	}
	holds := merlon.False
	for _, c := range readers {
		policy, known := iam.FromValue(c.Attr("policy"))
		if policy == nil {
			if known == merlon.Unknown {
				holds = holds.Or(merlon.Unknown)
			}
			continue
		}
		holds = holds.Or(shutsOutHTTP(policy))
		if policy.Open {
			holds = holds.Or(merlon.Unknown)
		}
	}
	if len(found.List) == 0 && len(found.Maybe) > 0 {
		holds = holds.Or(merlon.Unknown)
	}
	return holds, found.List
}

// shutsOutHTTP says whether a statement denies everybody what comes over plain
// HTTP, or whether every statement that allows something demands TLS.
func shutsOutHTTP(policy *iam.Policy) merlon.Truth {
	denied, allows, demands := merlon.False, false, true
	for i := range policy.Statements {
		s := &policy.Statements[i]
		switch {
		case s.Effect == iam.Deny && s.Principals.Anyone() == merlon.True:
			if overTLS(s, "false") {
				denied = merlon.True
			} else if s.OpenConditions {
				denied = denied.Or(merlon.Unknown)
			}
		case s.Effect == iam.Allow:
			allows = true
			demands = demands && overTLS(s, "true")
		}
	}
	return denied.Or(merlon.TruthOf(allows && demands))
}

// overTLS reports whether the statement is for requests whose
// aws:SecureTransport is the given flag.
func overTLS(s *iam.Statement, flag string) bool {
	for _, c := range s.Conditions {
		if c.HasKey("aws:SecureTransport") && strings.EqualFold(c.Operator, "Bool") &&
			len(c.Values) == 1 && strings.EqualFold(c.Values[0], flag) {
			return true
		}
	}
	return false
}
