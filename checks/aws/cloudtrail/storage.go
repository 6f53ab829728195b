package cloudtrail

import (
	"merlon"
	"merlon/checks/aws/s3"
)

const sourceKMS = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html"

// CustomerKey reports trails whose files S3's own key encrypts.
var CustomerKey = &merlon.Check{
	ID:       "aws-cloudtrail-customer-key",
	Title:    "CloudTrail log files are not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // the files are encrypted anyhow; the data class says who needs more
	Targets:  trails,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Log files tell who may do what and which resources there are. With a key of one's own, reading them needs
leave from the key as well as from the bucket.`,
	Fix:     `Set kms_key_id to a key whose policy lets CloudTrail use it.`,
	Sources: []string{sourceKMS},
	Aliases: []string{"CKV_AWS_35", "AVD-AWS-0015", "AC_AWS_0033", "aws-cloudtrail-encryption-customer-managed-key", "aws-cloudtrail-enable-at-rest-encryption"},
	Run: func(pass *merlon.Pass, trail *merlon.Resource) {
		v := trail.Attr("kms_key_id")
		pass.Require(given(v), v, "trail %q has no customer-managed key", trail.Name)
	},
}

// EventDataStoreCustomerKey reports event data stores under AWS's own key.
var EventDataStoreCustomerKey = &merlon.Check{
	ID:       "aws-cloudtrail-event-data-store-customer-key",
	Title:    "CloudTrail event data store is not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true,
	Targets:  []string{"aws_cloudtrail_event_data_store"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `An event data store is encrypted with a key of CloudTrail's unless it is given one. The choice cannot be changed later.`,
	Fix:      `Set kms_key_id.`,
	Sources:  []string{sourceKMS},
	Aliases:  []string{"CKV_AWS_294"},
	Run: func(pass *merlon.Pass, store *merlon.Resource) {
		v := store.Attr("kms_key_id")
		pass.Require(given(v), v, "event data store %q has no customer-managed key", store.Name)
	},
}

// PublicBucket reports trails that write to a bucket open to everyone.
var PublicBucket = &merlon.Check{
	ID:       "aws-cloudtrail-public-bucket",
	Title:    "CloudTrail writes to a bucket that is open to everyone",
	Severity: merlon.Critical,
	Targets:  trails,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering | merlon.Repudiation,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Accounting,
	Why: `The record of every API call, with the names of users, roles and resources, is a map for an intruder; if it can
be written too, he wipes his traces.`,
	Fix:     `Close the bucket: no public ACL or policy, and a public access block.`,
	Sources: []string{sourceControls, "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"},
	Aliases: []string{"AVD-AWS-0161", "aws-cloudtrail-no-public-log-access"},
	Run: func(pass *merlon.Pass, trail *merlon.Resource) {
		v := trail.Attr("s3_bucket_name")
		for _, bucket := range v.Targets("aws_s3_bucket") {
			if f := pass.Require(s3.Public(pass, bucket).Not(), v, "trail %q writes to public bucket %q", trail.Name, bucket.Name); f != nil {
				f.About(bucket)
			}
		}
	},
}

// BucketLogging reports trails that write to a bucket without access logs.
var BucketLogging = &merlon.Check{
	ID:       "aws-cloudtrail-bucket-logging",
	Title:    "CloudTrail writes to a bucket without access logging",
	Severity: merlon.Low,
	Targets:  trails,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Nobody can tell afterwards who read or deleted the log files themselves.`,
	Fix:      `Add an aws_s3_bucket_logging to the bucket that the trail writes to.`,
	Sources:  []string{sourceControls},
	Aliases:  []string{"AVD-AWS-0163", "aws-cloudtrail-require-bucket-access-logging"},
	Run: func(pass *merlon.Pass, trail *merlon.Resource) {
		v := trail.Attr("s3_bucket_name")
		for _, bucket := range v.Targets("aws_s3_bucket") {
			if f := pass.Require(s3.Logged(pass, bucket), v, "trail %q writes to bucket %q, which has no access logging", trail.Name, bucket.Name); f != nil {
				f.About(bucket)
			}
		}
	},
}
