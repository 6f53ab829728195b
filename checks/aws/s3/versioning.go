package s3

import "merlon"

// Versioning reports buckets that keep no versions.
var Versioning = &merlon.Check{
	ID:       "aws-s3-versioning",
	Title:    "S3 bucket keeps no versions of its objects",
	Severity: merlon.Medium,
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	Why: `Without versions an overwritten or deleted object is gone, whether a bug, a wrong sync or ransomware did it.
Versions are also what replication and object lock build on.`,
	Fix:     `Add an aws_s3_bucket_versioning with status Enabled, and a lifecycle rule that expires old versions.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html"},
	Aliases: []string{"CKV_AWS_21", "AVD-AWS-0090", "AC_AWS_0214", "aws-s3-enable-versioning"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		a := versioning(pass, bucket, "enabled", "status")
		if a.holds == merlon.True || objectLocked(pass, bucket) {
			return
		}
		a.require(pass, "bucket %q keeps no versions", bucket.Name)
	},
}

// MFADelete reports buckets whose versions can be deleted without MFA.
var MFADelete = &merlon.Check{
	ID:       "aws-s3-mfa-delete",
	Title:    "S3 bucket lets versions be deleted without MFA",
	Severity: merlon.Low,
	OptIn:    true, // only the root user can switch it on, and lifecycle rules exclude it
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authentication,
	Why: `With MFA delete, deleting a version or suspending versioning takes the root user's second factor, which stolen
keys do not have. It cannot be had together with lifecycle rules.`,
	Fix:     `Set mfa_delete to Enabled in the aws_s3_bucket_versioning, or use object lock.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html"},
	Aliases: []string{"AVD-AWS-0170", "aws-s3-require-mfa-delete"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		versioning(pass, bucket, "mfa_delete", "mfa_delete").
			require(pass, "versions in bucket %q can be deleted without MFA", bucket.Name)
	},
}

// versioning asks for a switch of the versioning block.
func versioning(pass *merlon.Pass, bucket *merlon.Resource, inline, companion string) answer {
	return ask(pass, bucket, "versioning",
		func(v merlon.Value) (merlon.Truth, merlon.Value) { return isTrue(v, v.Attr(inline)), v.Attr(inline) },
		"aws_s3_bucket_versioning",
		func(c *merlon.Resource) (merlon.Truth, merlon.Value) {
			v := c.Attr("versioning_configuration", companion)
			return v.Is("Enabled"), v
		})
}

// objectLocked reports whether the bucket is made with object lock, which
// switches versioning on for good.
func objectLocked(pass *merlon.Pass, bucket *merlon.Resource) bool {
	return bucket.Attr("object_lock_enabled").Truth() == merlon.True ||
		bucket.Attr("object_lock_configuration", "object_lock_enabled").Is("Enabled") == merlon.True ||
		len(companions(pass, bucket, "aws_s3_bucket_object_lock_configuration", "bucket").List) > 0
}

// ObjectLock reports object lock configurations that do not lock.
var ObjectLock = &merlon.Check{
	ID:       "aws-s3-object-lock",
	Title:    "S3 object lock is configured but not enabled",
	Severity: merlon.Low,
	OptIn:    true, // S3 refuses the configuration when it is applied
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.Tampering | merlon.Repudiation,
	CIA:      merlon.Integrity | merlon.Availability,
	Why: `An object lock configuration says that objects must not be changed. With object_lock_enabled set to anything
but Enabled they can be.`,
	Fix:     `Set object_lock_enabled to Enabled.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html"},
	Aliases: []string{"CKV_AWS_143"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		for block := range bucket.Elements("object_lock_configuration") {
			v := block.Attr("object_lock_enabled")
			if v.IsNull() {
				continue // Enabled is its only value and its default
			}
			pass.Require(v.Is("Enabled"), v, "object lock of bucket %q is not enabled", bucket.Name)
		}
	},
}
