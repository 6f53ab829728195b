package s3

import "merlon"

const (
	sourceACL       = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html"
	sourceOwnership = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html"
)

var (
	aclTargets  = []string{"aws_s3_bucket", "aws_s3_bucket_acl"}
	everyone    = []string{allUsers, allAccounts}
	fixACL      = `Remove the ACL, set object_ownership to BucketOwnerEnforced, and serve what is meant for the public through CloudFront with an origin access control.`
	aliasPublic = []string{"AVD-AWS-0092", "aws-s3-no-public-access-with-acl"}
)

// PublicReadACL reports ACLs that let everyone list a bucket.
var PublicReadACL = &merlon.Check{
	ID:       "aws-s3-public-read-acl",
	Title:    "S3 bucket ACL lets everyone read",
	Severity: merlon.High,
	Targets:  aclTargets,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Everyone on the internet, or everyone who has an AWS account, which is the same, can list what is in the
bucket. An ACL counts unless a public access block or bucket-owner-enforced ownership takes its effect away, or the
bucket is classified as public.`,
	Fix:     fixACL,
	Sources: []string{sourceACL, sourcePublicAccess},
	Aliases: append([]string{"CKV_AWS_20", "AC_AWS_0210", "AC_AWS_0211", "AC_AWS_0212", "AC_AWS_0213", "AC_AWS_0496"}, aliasPublic...),
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if !meantForPublic(pass, r) {
			reportGrants(pass, r, everyone, []string{"READ", "FULL_CONTROL"}, "read")
		}
	},
}

// PublicWriteACL reports ACLs that let everyone change a bucket's objects.
var PublicWriteACL = &merlon.Check{
	ID:       "aws-s3-public-write-acl",
	Title:    "S3 bucket ACL lets everyone write",
	Severity: merlon.Critical,
	Targets:  aclTargets,
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `Everyone can put, overwrite and delete objects: plant malware under the company's name, destroy data, or run
up the bill.`,
	Fix:     fixACL,
	Sources: []string{sourceACL, sourcePublicAccess},
	Aliases: append([]string{"CKV_AWS_57"}, aliasPublic...),
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		reportGrants(pass, r, everyone, []string{"WRITE", "FULL_CONTROL"}, "write to")
	},
}

// PublicACLPermissions reports ACLs that let everyone see or change the ACL.
var PublicACLPermissions = &merlon.Check{
	ID:       "aws-s3-public-acl-permissions",
	Title:    "S3 bucket ACL lets everyone see or change the ACL itself",
	Severity: merlon.High,
	Targets:  aclTargets,
	STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `Who can read the ACL learns whom to attack; who can change it (WRITE_ACP, FULL_CONTROL) grants himself
whatever he lacks.`,
	Fix:     fixACL,
	Sources: []string{sourceACL},
	Aliases: []string{"CKV_AWS_375"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		reportGrants(pass, r, everyone, []string{"READ_ACP", "WRITE_ACP", "FULL_CONTROL"}, "see or change the ACL of")
	},
}

// AuthenticatedUsersACL reports ACLs that grant anything to every AWS account.
var AuthenticatedUsersACL = &merlon.Check{
	ID:       "aws-s3-authenticated-users-acl",
	Title:    "S3 bucket ACL grants access to every AWS account",
	Severity: merlon.High,
	OptIn:    true, // what it finds, the checks by permission find too
	Targets:  aclTargets,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `The group AuthenticatedUsers does not mean the users of this account: it is everyone who has an AWS account,
and anyone can open one.`,
	Fix:     fixACL,
	Sources: []string{sourceACL},
	Aliases: []string{"CKV2_AWS_43", "AC_AWS_0211"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		reportGrants(pass, r, []string{allAccounts},
			[]string{"READ", "WRITE", "READ_ACP", "WRITE_ACP", "FULL_CONTROL"}, "use")
	},
}

// ACLEnabled reports buckets whose ACLs are switched on again.
var ACLEnabled = &merlon.Check{
	ID:       "aws-s3-acl-enabled",
	Title:    "S3 bucket has ACLs switched on",
	Severity: merlon.Low,
	Targets:  []string{"aws_s3_bucket_ownership_controls"},
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `New buckets have no ACLs: policies alone say who may do what. Object ownership other than
BucketOwnerEnforced brings back a second, older way to grant access, object by object, that policies do not show.`,
	Fix:     `Set object_ownership to BucketOwnerEnforced and grant access by policy.`,
	Sources: []string{sourceOwnership},
	Aliases: []string{"CKV2_AWS_65"},
	Run: func(pass *merlon.Pass, controls *merlon.Resource) {
		v := controls.Attr("rule", "object_ownership")
		if v.IsNull() {
			return // the provider demands it
		}
		about(pass.Require(v.Is("BucketOwnerEnforced"), v, "ACLs are switched on for bucket %q", nameOf(controls)), controls)
	},
}
