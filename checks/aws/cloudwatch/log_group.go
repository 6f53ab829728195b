package cloudwatch

import "merlon"

const (
	sourceRetention = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html"
	sourceLogsKMS   = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"
)

var logGroups = []string{"aws_cloudwatch_log_group"}

// LogGroupRetention reports log groups that nobody gave a retention.
var LogGroupRetention = &merlon.Check{
	ID:       "aws-cloudwatch-log-group-retention",
	Title:    "CloudWatch log group has no retention",
	Severity: merlon.Low,
	Targets:  logGroups,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Accounting,
	Why: `Without a retention logs are kept, and paid for, for ever, with whatever personal data slipped into them. A
retention of 0 says the same, but somebody chose it.`,
	Fix:     `Set retention_in_days.`,
	Sources: []string{sourceRetention},
	Aliases: []string{"CKV_AWS_66", "AC_AWS_0041", "AC_AWS_0452"},
	Run: func(pass *merlon.Pass, group *merlon.Resource) {
		v := group.Attr("retention_in_days")
		pass.Require(merlon.TruthOf(v.IsSet()), v, "log group %q has no retention", group.Name)
	},
}

// LogGroupRetentionLength reports log groups that forget too soon.
var LogGroupRetentionLength = &merlon.Check{
	ID:       "aws-cloudwatch-log-group-retention-length",
	Title:    "CloudWatch log group keeps its logs too short",
	Severity: merlon.Low,
	OptIn:    true, // how long is a decision; the setting log_retention_days tells it
	Targets:  logGroups,
	STRIDE:   merlon.Repudiation,
	CIA:      merlon.Availability,
	AAA:      merlon.Accounting,
	Why: `Intrusions are often found months after they began. Logs that are gone by then cannot tell what happened.
Settings say how many days are enough, 365 unless changed.`,
	Fix:     `Set retention_in_days to the days that your settings ask for, or more; 0 keeps logs for ever.`,
	Sources: []string{sourceRetention, "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"},
	Aliases: []string{"CKV_AWS_338"},
	Run: func(pass *merlon.Pass, group *merlon.Resource) {
		v := group.Attr("retention_in_days")
		if v.IsUnknown() {
			pass.Undecided(v)
		}
		if days, ok := v.Int(); ok && days > 0 && days < pass.Settings.LogRetentionDays {
			pass.Reportf(v, "log group %q keeps its logs for %d days only", group.Name, days)
		}
	},
}

// LogGroupCustomerKey reports log groups under AWS's own key.
var LogGroupCustomerKey = &merlon.Check{
	ID:       "aws-cloudwatch-log-group-customer-key",
	Title:    "CloudWatch log group is not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // logs are encrypted anyhow; aws-data-confidential-key asks where the data need more
	Targets:  logGroups,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `CloudWatch Logs encrypts with a key of its own. With a key of yours, reading the logs needs leave from the key too.`,
	Fix:      `Set kms_key_id.`,
	Sources:  []string{sourceLogsKMS},
	Aliases:  []string{"CKV_AWS_158", "AVD-AWS-0017", "AC_AWS_0451"},
	Run: func(pass *merlon.Pass, group *merlon.Resource) {
		v := group.Attr("kms_key_id")
		pass.Require(given(v), v, "log group %q has no customer-managed key", group.Name)
	},
}
