package s3

import (
	"strings"

	"merlon"
)

const sourceLifecycle = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html"

// Replication reports buckets without a copy elsewhere.
var Replication = &merlon.Check{
	ID:       "aws-s3-replication",
	Title:    "S3 bucket is not replicated",
	Severity: merlon.Low,
	OptIn:    true, // S3 keeps several copies in a region; a second region is a choice
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why: `S3 stores an object in several zones of one region. Where a region's outage, or an account's loss, must not
take the data away, a copy in another region or account is needed.`,
	Fix:     `Add an aws_s3_bucket_replication_configuration with an enabled rule.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html"},
	Aliases: []string{"CKV_AWS_144"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		enabled := func(rules merlon.Value) (merlon.Truth, merlon.Value) {
			holds, at := merlon.False, rules
			for rule := range rules.Elements() {
				at = rule.Attr("status")
				holds = holds.Or(at.Is("Enabled"))
			}
			if holds == merlon.True && rules.MayHaveMore() {
				holds = merlon.Unknown
			}
			return holds, at
		}
		ask(pass, bucket, "replication_configuration",
			func(v merlon.Value) (merlon.Truth, merlon.Value) { return enabled(v.Attr("rules")) },
			"aws_s3_bucket_replication_configuration",
			func(c *merlon.Resource) (merlon.Truth, merlon.Value) { return enabled(c.Attr("rule")) },
		).require(pass, "bucket %q is not replicated", bucket.Name)
	},
}

// Lifecycle reports buckets in which everything stays for ever.
var Lifecycle = &merlon.Check{
	ID:       "aws-s3-lifecycle",
	Title:    "S3 bucket has no lifecycle configuration",
	Severity: merlon.Info,
	OptIn:    true, // how long data are kept is the owner's decision
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality | merlon.Availability,
	Why:      `Data that nobody needs any more cost money and can still leak.`,
	Fix:      `Add an aws_s3_bucket_lifecycle_configuration that expires or archives old objects and versions.`,
	Sources:  []string{sourceLifecycle},
	Aliases:  []string{"CKV2_AWS_61"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		exists := func(c *merlon.Resource) (merlon.Truth, merlon.Value) { return merlon.True, c.Attr("rule") }
		a := ask(pass, bucket, "lifecycle_rule",
			func(v merlon.Value) (merlon.Truth, merlon.Value) { return present(v), v },
			"aws_s3_bucket_lifecycle_configuration", exists)
		if a.holds == merlon.True ||
			len(companions(pass, bucket, "aws_s3_bucket_intelligent_tiering_configuration", "bucket").List) > 0 {
			return
		}
		a.require(pass, "bucket %q has no lifecycle configuration", bucket.Name)
	},
}

// AbortIncompleteUploads reports lifecycle configurations that leave parts of
// broken uploads lying.
var AbortIncompleteUploads = &merlon.Check{
	ID:       "aws-s3-abort-incomplete-uploads",
	Title:    "S3 lifecycle configuration leaves incomplete uploads in the bucket",
	Severity: merlon.Info,
	OptIn:    true, // a matter of cost
	Targets:  []string{"aws_s3_bucket_lifecycle_configuration"},
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why: `The parts of a multipart upload that was never finished are stored and paid for until somebody aborts it, and
no listing shows them. A rule that looks at a prefix or at tags covers only some of them.`,
	Fix:     `Add an enabled rule without a filter that has abort_incomplete_multipart_upload.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html"},
	Aliases: []string{"CKV_AWS_300"},
	Run: func(pass *merlon.Pass, config *merlon.Resource) {
		holds := merlon.False
		for rule := range config.Elements("rule") {
			holds = holds.Or(present(rule.Attr("abort_incomplete_multipart_upload")).
				And(rule.Attr("status").Is("Enabled"), coversAll(rule)))
		}
		if holds == merlon.False && config.Attr("rule").MayHaveMore() {
			holds = merlon.Unknown
		}
		about(pass.Require(holds, config, "incomplete uploads to bucket %q stay for ever", nameOf(config)), config)
	},
}

// coversAll says whether a lifecycle rule is for every object of its bucket.
func coversAll(rule merlon.Value) merlon.Truth {
	holds := emptyText(rule.Attr("prefix"))
	for filter := range rule.Attr("filter").Elements() {
		for _, name := range []string{"and", "tag", "object_size_greater_than", "object_size_less_than"} {
			if v := filter.Attr(name); v.IsSet() {
				return merlon.False
			}
		}
		holds = holds.And(emptyText(filter.Attr("prefix")))
	}
	return holds
}

func emptyText(v merlon.Value) merlon.Truth {
	if v.IsNull() {
		return merlon.True
	}
	return v.Is("")
}

// EventNotifications reports buckets that tell nobody of changes.
var EventNotifications = &merlon.Check{
	ID:       "aws-s3-event-notifications",
	Title:    "S3 bucket has no event notifications",
	Severity: merlon.Info,
	OptIn:    true, // needed where something listens
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `With event notifications other systems learn of new and deleted objects at once.`,
	Fix:      `Add an aws_s3_bucket_notification to a topic, queue, function or EventBridge.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html"},
	Aliases:  []string{"CKV2_AWS_62"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		found := companions(pass, bucket, "aws_s3_bucket_notification", "bucket")
		pass.Require(found.Any(), bucket, "bucket %q has no event notifications", bucket.Name)
	},
}

// Website reports buckets that serve a website themselves.
var Website = &merlon.Check{
	ID:       "aws-s3-website",
	Title:    "S3 bucket hosts a website",
	Severity: merlon.Low,
	OptIn:    true, // a website may be just what is wanted
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why: `The website endpoint speaks plain HTTP only, and works only if the bucket's objects are public. CloudFront with
an origin access control serves the same pages over HTTPS from a private bucket.`,
	Fix:     `Serve the bucket through CloudFront and remove the website configuration.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html"},
	Aliases: []string{"AC_AWS_0208"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		if isWebsite(pass, bucket) {
			pass.Reportf(bucket, "bucket %q hosts a website", bucket.Name)
		}
	},
}

// isWebsite reports whether the bucket of r serves a website.
func isWebsite(pass *merlon.Pass, r *merlon.Resource) bool {
	bucket := r
	if r.Type != "aws_s3_bucket" {
		bucket = bucketOf(r)
	}
	return bucket != nil && present(bucket.Attr("website")) == merlon.True ||
		len(beside(pass, r, "aws_s3_bucket_website_configuration").List) > 0
}

// DottedName reports bucket names that break TLS.
var DottedName = &merlon.Check{
	ID:       "aws-s3-dotted-name",
	Title:    "S3 bucket name is no single DNS label",
	Severity: merlon.Low,
	OptIn:    true, // a bucket's name cannot be changed
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Integrity,
	Why: `S3's certificate is for *.s3.amazonaws.com, which covers one label. For a bucket with a dot in its name the
address in host style fails TLS verification, and people switch the verification off.`,
	Fix:     `Name new buckets with lower-case letters, digits and hyphens only.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"},
	Aliases: []string{"AVD-AWS-0320"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		v := bucket.Attr("bucket")
		name, ok := v.Text()
		if !ok && v.IsUnknown() {
			pass.Undecided(v)
		}
		if ok && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			pass.Reportf(v, "bucket name %q is no single DNS label", name)
		}
	},
}
