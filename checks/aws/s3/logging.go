package s3

import (
	"slices"
	"strings"

	"merlon"
)

const (
	sourceServerLogs = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html"
	sourceDataEvents = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-cloudtrail-logging-for-s3.html"
)

// Logging reports buckets without server access logs.
var Logging = &merlon.Check{
	ID:       "aws-s3-logging",
	Title:    "S3 bucket has no access logging",
	Severity: merlon.Low,
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.Repudiation,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Accounting,
	Why: `Without access logs nobody can tell afterwards who read or deleted which objects. Buckets that take the access
logs of others are not asked for their own: they would log their own delivery for ever.`,
	Fix:     `Add an aws_s3_bucket_logging that delivers to a bucket made for logs.`,
	Sources: []string{sourceServerLogs},
	Aliases: []string{"CKV_AWS_18", "AVD-AWS-0089", "AC_AWS_0497", "aws-s3-enable-bucket-logging"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		a := accessLogging(pass, bucket)
		if a.holds == merlon.True || takesAccessLogs(pass, bucket) {
			return
		}
		a.require(pass, "bucket %q has no access logging", bucket.Name)
	},
}

func accessLogging(pass *merlon.Pass, bucket *merlon.Resource) answer {
	return ask(pass, bucket, "logging",
		func(v merlon.Value) (merlon.Truth, merlon.Value) { return present(v), v },
		"aws_s3_bucket_logging",
		func(c *merlon.Resource) (merlon.Truth, merlon.Value) { return merlon.True, c.Attr("target_bucket") })
}

// ObjectWriteLogging reports buckets whose object writes no trail records.
var ObjectWriteLogging = dataEvents("write", "WriteOnly", "AVD-AWS-0171", "aws-s3-enable-object-write-logging")

// ObjectReadLogging reports buckets whose object reads no trail records.
var ObjectReadLogging = dataEvents("read", "ReadOnly", "AVD-AWS-0172", "aws-s3-enable-object-read-logging")

func dataEvents(what, only string, aliases ...string) *merlon.Check {
	return &merlon.Check{
		ID:       "aws-s3-object-" + what + "-logging",
		Title:    "CloudTrail does not record object " + what + "s of the S3 bucket",
		Severity: merlon.Low,
		OptIn:    true, // data events are paid for one by one, and the trail is often the organisation's
		Targets:  []string{"aws_s3_bucket"},
		STRIDE:   merlon.Repudiation,
		CIA:      merlon.Confidentiality,
		AAA:      merlon.Accounting,
		Why: `Object-level calls are data events, which a trail records only where it is told to. Access logs are delivered
late and at best effort; data events are signed, complete, and name the role session.`,
		Fix:     `Add a data event selector for AWS::S3::Object to a trail, for all buckets or for this one.`,
		Sources: []string{sourceDataEvents},
		Aliases: aliases,
		Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
			holds := merlon.False
			for trail := range pass.Estate.OfType("aws_cloudtrail") {
				if trail.Origin.Root == bucket.Origin.Root {
					holds = holds.Or(recordsObjects(trail, bucket, only))
				}
			}
			pass.Require(holds, bucket, "no trail records object %ss of bucket %q", what, bucket.Name)
		},
	}
}

// recordsObjects says whether the trail records object events of the bucket:
// all, or only reads or only writes.
func recordsObjects(trail, bucket *merlon.Resource, only string) merlon.Truth {
	holds := merlon.False
	for selector := range trail.Elements("event_selector") {
		mode := merlon.True // the default records all
		if v := selector.Attr("read_write_type"); v.IsSet() {
			mode = v.Is("All", only)
		}
		for data := range selector.Attr("data_resource").Elements() {
			covers := data.Attr("type").Is("AWS::S3::Object").And(coversBucket(data.Attr("values"), bucket))
			holds = holds.Or(mode.And(covers))
		}
	}
	for selector := range trail.Elements("advanced_event_selector") {
		holds = holds.Or(advancedSelector(selector, bucket, only))
	}
	return holds
}

// coversBucket says whether one of the ARN prefixes of a data resource covers
// all objects of the bucket.
func coversBucket(values merlon.Value, bucket *merlon.Resource) merlon.Truth {
	texts, complete := values.Strings()
	for _, s := range texts {
		if s == "arn:aws:s3" || s == "arn:aws:s3:::" {
			return merlon.True
		}
		name, rest, found := strings.Cut(strings.TrimPrefix(s, "arn:aws:s3:::"), "/")
		if found && rest == "" && name != "" && bucket.Attr("bucket").String() == name {
			return merlon.True
		}
	}
	if complete {
		return merlon.False
	}
	// The ARN of a bucket made here is not known, but that it is its own is.
	if slices.Contains(values.Targets("aws_s3_bucket"), bucket) {
		return merlon.True
	}
	if len(values.Targets("aws_s3_bucket")) > 0 {
		return merlon.False
	}
	return merlon.Unknown
}

// advancedSelector reads an advanced event selector: every field must match.
func advancedSelector(selector merlon.Value, bucket *merlon.Resource, only string) merlon.Truth {
	category, typ, holds := merlon.False, merlon.False, merlon.True
	for field := range selector.Attr("field_selector").Elements() {
		equals := field.Attr("equals")
		texts, _ := equals.Strings()
		has := func(want string) merlon.Truth {
			if slices.Contains(texts, want) {
				return merlon.True
			}
			return merlon.TruthOf(false)
		}
		switch field.Attr("field").String() {
		case "eventCategory":
			category = has("Data")
		case "resources.type":
			typ = has("AWS::S3::Object")
		case "readOnly":
			want := "false"
			if only == "ReadOnly" {
				want = "true"
			}
			holds = holds.And(has(want))
		case "resources.ARN":
			covers := coversBucket(field.Attr("starts_with"), bucket)
			if covers == merlon.False && !field.Attr("starts_with").IsSet() {
				covers = merlon.Unknown // equals, ends_with and the not_ forms: some objects
			}
			holds = holds.And(covers)
		case "eventName":
			holds = holds.And(merlon.Unknown)
		}
	}
	return holds.And(category, typ)
}
