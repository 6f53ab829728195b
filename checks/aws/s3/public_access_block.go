package s3

import "merlon"

const sourcePublicAccess = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"

// Four switches, one mechanism: a public access block that is written down
// with a switch off takes away what AWS does by default.
var (
	// BlockPublicACLs reports public access blocks that let public ACLs be set.
	BlockPublicACLs = accessSwitch("block_public_acls", "block-public-acls",
		"S3 public access block lets public ACLs be set",
		`Anybody who may put an object or an ACL can make data public with a canned ACL, by mistake or on purpose.`,
		"CKV_AWS_53", "AVD-AWS-0086")
	// BlockPublicPolicy reports public access blocks that let public policies be set.
	BlockPublicPolicy = accessSwitch("block_public_policy", "block-public-policy",
		"S3 public access block lets public bucket policies be set",
		`Anybody who may write the bucket's policy can open the whole bucket to the internet.`,
		"CKV_AWS_54", "AVD-AWS-0087")
	// IgnorePublicACLs reports public access blocks under which public ACLs work.
	IgnorePublicACLs = accessSwitch("ignore_public_acls", "ignore-public-acls",
		"S3 public access block lets public ACLs take effect",
		`Public ACLs that objects or the bucket already have stay in force.`,
		"CKV_AWS_55", "AVD-AWS-0091")
	// RestrictPublicBuckets reports public access blocks under which public policies work.
	RestrictPublicBuckets = accessSwitch("restrict_public_buckets", "restrict-public-buckets",
		"S3 public access block lets a public bucket policy take effect",
		`A public policy that the bucket already has serves everyone, not only the account's own principals and AWS services.`,
		"CKV_AWS_56", "AVD-AWS-0093", "aws-s3-no-public-buckets")
)

func accessSwitch(name, id, title, why string, aliases ...string) *merlon.Check {
	return &merlon.Check{
		ID:       "aws-s3-" + id,
		Title:    title,
		Severity: merlon.Medium,
		Targets:  []string{"aws_s3_bucket_public_access_block"},
		STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
		CIA:      merlon.Confidentiality | merlon.Integrity,
		AAA:      merlon.Authorization,
		Why: why + ` An aws_s3_bucket_public_access_block sets all four switches at once: one that is left out is off,
although AWS would have switched it on for a new bucket.`,
		Fix:     "Set " + name + " = true, or take the resource away and keep AWS's default.",
		Sources: []string{sourcePublicAccess},
		Aliases: aliases,
		Run: func(pass *merlon.Pass, block *merlon.Resource) {
			v := block.Attr(name)
			holds := v.Truth().Or(accountSwitch(pass, block, name))
			if f := pass.Require(holds, v, "%s is off for bucket %q", name, nameOf(block)); f != nil {
				f.About(bucketOf(block))
			}
		},
	}
}

// accountSwitch says whether the account's own public access block has the
// switch on, which covers all of its buckets.
func accountSwitch(pass *merlon.Pass, r *merlon.Resource, name string) merlon.Truth {
	on := merlon.False
	for account := range pass.Estate.OfType("aws_s3_account_public_access_block") {
		if account.Origin.Root == r.Origin.Root && sameAccount(account, r) {
			on = on.Or(account.Attr(name).Truth())
		}
	}
	return on
}

// sameAccount reports whether two resources are made through the same
// provider configuration, or in the same known account.
func sameAccount(a, b *merlon.Resource) bool {
	switch {
	case a.Provider == nil || b.Provider == nil:
		return a.Provider == b.Provider
	case a.Provider.Account != "" && b.Provider.Account != "":
		return a.Provider.Account == b.Provider.Account
	}
	return a.Provider.Alias == b.Provider.Alias
}

// blocked says whether a switch of the public access block is on for the
// bucket of r, which is the bucket or a companion of it.
func blocked(pass *merlon.Pass, r *merlon.Resource, name string) merlon.Truth {
	found := beside(pass, r, "aws_s3_bucket_public_access_block")
	on := accountSwitch(pass, r, name)
	for _, block := range found.List {
		on = on.Or(block.Attr(name).Truth())
	}
	if len(found.List) == 0 && len(found.Maybe) > 0 {
		on = on.Or(merlon.Unknown)
	}
	return on
}

// PublicAccessBlock reports buckets without a block of their own in the code.
var PublicAccessBlock = &merlon.Check{
	ID:       "aws-s3-public-access-block",
	Title:    "S3 bucket has no public access block in the code",
	Severity: merlon.Low,
	OptIn:    true, // AWS blocks public access to new buckets since April 2023
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `AWS blocks public access to new buckets, but a bucket from before April 2023, or one whose block somebody
removed by hand, is not protected by it. With the block in the code Terraform puts it back.`,
	Fix:     `Add an aws_s3_bucket_public_access_block with all four switches on.`,
	Sources: []string{sourcePublicAccess},
	Aliases: []string{"AVD-AWS-0094", "aws-s3-specify-public-access-block"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		blocks := companions(pass, bucket, "aws_s3_bucket_public_access_block", "bucket")
		pass.Require(blocks.Any(), bucket, "bucket %q has no public access block", bucket.Name)
	},
}

// PublicAccessBlockComplete reports buckets whose code does not block public
// ACLs and public policies.
var PublicAccessBlockComplete = &merlon.Check{
	ID:       "aws-s3-public-access-block-complete",
	Title:    "S3 bucket's code does not block public ACLs and public policies",
	Severity: merlon.Low,
	OptIn:    true,
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `For teams that want to read the protection of each bucket in its code rather than to rely on what AWS does
for new buckets.`,
	Fix:     `Add an aws_s3_bucket_public_access_block with block_public_acls and block_public_policy on.`,
	Sources: []string{sourcePublicAccess},
	Aliases: []string{"CKV2_AWS_6"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		holds := blocked(pass, bucket, "block_public_acls").And(blocked(pass, bucket, "block_public_policy"))
		blocks := companions(pass, bucket, "aws_s3_bucket_public_access_block", "bucket")
		if f := pass.Require(holds, bucket, "bucket %q does not block public ACLs and policies", bucket.Name); f != nil {
			f.About(blocks.List...)
		}
	},
}

// AccessPointPublicAccess reports access points that let the public in.
var AccessPointPublicAccess = &merlon.Check{
	ID:       "aws-s3-access-point-public-access",
	Title:    "S3 access point does not block public access",
	Severity: merlon.High,
	Targets:  []string{"aws_s3_access_point"},
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `An access point has a public access block of its own, which cannot be changed later. With a switch off, a
policy of the access point can open the bucket behind it to everyone.`,
	Fix:     `Leave public_access_block_configuration out, or set all its switches to true.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html"},
	Aliases: []string{"CKV_AWS_392"},
	Run: func(pass *merlon.Pass, point *merlon.Resource) {
		for block := range point.Elements("public_access_block_configuration") {
			for _, name := range accessSwitches {
				v := block.Attr(name)
				pass.Require(v.Or(merlon.True), v, "%s is off for access point %q", name, point.Name)
			}
		}
	},
}

// accessSwitches are the four switches of every public access block.
var accessSwitches = []string{"block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"}

// AccountPublicAccessBlock reports an account's public access block that has a
// switch off. Whether an account has a block at all one root cannot know.
var AccountPublicAccessBlock = &merlon.Check{
	ID:       "aws-s3-account-public-access-block",
	Title:    "S3 public access block of the account has a switch off",
	Severity: merlon.Medium,
	Targets:  []string{"aws_s3_account_public_access_block"},
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `The account's block is what holds when somebody takes away a bucket's own: with a switch off, one change to one
bucket makes it public. A switch that is left out is off.`,
	Fix:     `Set all four switches to true, and serve public files through CloudFront.`,
	Sources: []string{sourcePublicAccess, "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-1"},
	Run: func(pass *merlon.Pass, block *merlon.Resource) {
		for _, name := range accessSwitches {
			v := block.Attr(name)
			pass.Require(v.Truth(), v, "%s is off for the account", name)
		}
	},
}

// MultiRegionPublicAccess reports multi-region access points that let the
// public in.
var MultiRegionPublicAccess = &merlon.Check{
	ID:       "aws-s3-multi-region-public-access",
	Title:    "S3 multi-region access point does not block public access",
	Severity: merlon.High,
	Targets:  []string{"aws_s3control_multi_region_access_point"},
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `The access point has a public access block of its own, which cannot be changed later. With a switch off, its
policy can open the buckets behind it to everyone.`,
	Fix: `Leave public_access_block out of details, or set all its switches to true.`,
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-block-public-access.html",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-24",
	},
	Run: func(pass *merlon.Pass, point *merlon.Resource) {
		for block := range point.Attr("details").Attr("public_access_block").Elements() {
			for _, name := range accessSwitches {
				v := block.Attr(name)
				pass.Require(v.Or(merlon.True), v, "%s is off for access point %q", name, point.Name)
			}
		}
	},
}
