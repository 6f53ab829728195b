package cloudtrail

import "merlon"

const (
	sourceBest     = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html"
	sourceControls = "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html"
)

var trails = []string{"aws_cloudtrail"}

// Enabled reports trails that record nothing.
var Enabled = &merlon.Check{
	ID:       "aws-cloudtrail-enabled",
	Title:    "CloudTrail trail is switched off",
	Severity: merlon.High,
	Targets:  trails,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `A trail with logging switched off looks like a record and keeps none. Switching it off is what an intruder does first.`,
	Fix:      `Remove enable_logging, or set it to true.`,
	Sources:  []string{sourceBest},
	Aliases:  []string{"CKV_AWS_251"},
	Run: func(pass *merlon.Pass, trail *merlon.Resource) {
		v := trail.Attr("enable_logging")
		pass.Require(v.Or(merlon.True), v, "trail %q is switched off", trail.Name)
	},
}

// MultiRegion reports trails of one region.
var MultiRegion = &merlon.Check{
	ID:       "aws-cloudtrail-multi-region",
	Title:    "CloudTrail trail records one region only",
	Severity: merlon.Medium,
	Targets:  trails,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `What an intruder does in a region that nobody uses goes unrecorded, which is why intruders go there.`,
	Fix:      `Set is_multi_region_trail = true.`,
	Sources:  []string{sourceBest, sourceControls},
	Aliases:  []string{"CKV_AWS_67", "AVD-AWS-0014", "AC_AWS_0034", "AC_AWS_0448", "aws-cloudtrail-enable-all-regions"},
	Run: func(pass *merlon.Pass, trail *merlon.Resource) {
		v := trail.Attr("is_multi_region_trail")
		pass.Require(v.Truth(), v, "trail %q records one region only", trail.Name)
	},
}

// LogValidation reports trails whose files can be changed unnoticed.
var LogValidation = &merlon.Check{
	ID:       "aws-cloudtrail-log-validation",
	Title:    "CloudTrail log files are not validated",
	Severity: merlon.Medium,
	Targets:  trails,
	STRIDE:   merlon.Tampering | merlon.Repudiation,
	CIA:      merlon.Integrity,
	AAA:      merlon.Accounting,
	Why: `With validation CloudTrail signs a digest of its files every hour, so that a file that was changed or removed
afterwards is noticed. Without it the record proves nothing.`,
	Fix:     `Set enable_log_file_validation = true.`,
	Sources: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html"},
	Aliases: []string{"CKV_AWS_36", "AVD-AWS-0016", "AC_AWS_0446", "aws-cloudtrail-enable-log-validation"},
	Run: func(pass *merlon.Pass, trail *merlon.Resource) {
		v := trail.Attr("enable_log_file_validation")
		pass.Require(v.Truth(), v, "log files of trail %q are not validated", trail.Name)
	},
}

// CloudWatchLogs reports trails that no alarm can watch.
var CloudWatchLogs = &merlon.Check{
	ID:       "aws-cloudtrail-cloudwatch-logs",
	Title:    "CloudTrail does not deliver to CloudWatch Logs",
	Severity: merlon.Low,
	Targets:  trails,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why: `In S3 the record is there for afterwards. In a log group metric filters and alarms see an event minutes after
it happened.`,
	Fix: `Set cloud_watch_logs_group_arn and cloud_watch_logs_role_arn.`,
	Sources: []string{
		"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html", sourceControls,
	},
	Aliases: []string{"CKV2_AWS_10", "AVD-AWS-0162", "aws-cloudtrail-ensure-cloudwatch-integration"},
	Run: func(pass *merlon.Pass, trail *merlon.Resource) {
		v := trail.Attr("cloud_watch_logs_group_arn")
		pass.Require(given(v), v, "trail %q does not deliver to CloudWatch Logs", trail.Name)
	},
}

// SNSTopic reports trails that announce no deliveries.
var SNSTopic = &merlon.Check{
	ID:       "aws-cloudtrail-sns-topic",
	Title:    "CloudTrail announces its log files to no topic",
	Severity: merlon.Info,
	OptIn:    true, // needed where something reads the files as they come
	Targets:  trails,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `A system that analyses log files as they are delivered learns of them through a topic.`,
	Fix:      `Set sns_topic_name.`,
	Sources:  []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html"},
	Aliases:  []string{"CKV_AWS_252", "AC_AWS_0035"},
	Run: func(pass *merlon.Pass, trail *merlon.Resource) {
		v := trail.Attr("sns_topic_name")
		pass.Require(given(v), v, "trail %q announces its log files to no topic", trail.Name)
	},
}

// given says whether a name, ARN or key was given: one that is known only at
// apply because it belongs to a resource of the estate is.
func given(v merlon.Value) merlon.Truth {
	if v.IsNull() {
		return merlon.False
	}
	if text, ok := v.Text(); ok {
		return merlon.TruthOf(text != "")
	}
	if len(v.Refs()) > 0 {
		return merlon.True
	}
	// A text around an unknown part is not empty, whatever the part is.
	doc, _ := v.Document()
	if !merlon.HasPlaceholder(doc[:min(len(doc), len("⟦"))]) && doc != "" {
		return merlon.True
	}
	return merlon.Unknown
}
