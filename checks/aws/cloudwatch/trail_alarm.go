package cloudwatch

import (
	"strings"

	"merlon"
)

const sourceCIS = "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"

// A watched event is one that the CIS AWS Foundations Benchmark wants an alarm
// for: what it is called, and the words of CloudTrail's records that a metric
// filter for it must look for.
type watched struct {
	id, what string
	words    []string
	alias    string
}

var watchedEvents = []watched{
	{"unauthorized-calls", "API calls that are refused", []string{"UnauthorizedOperation", "AccessDenied"}, "AVD-AWS-0147"},
	{"sign-in-without-mfa", "sign-in to the console without MFA", []string{"ConsoleLogin", "MFAUsed"}, "AVD-AWS-0148"},
	{"root-use", "use of the root user", []string{"userIdentity.type", "Root"}, "AVD-AWS-0149"},
	{
		"iam-policy-changes", "changes of IAM policies",
		[]string{"CreatePolicy", "DeletePolicy", "AttachRolePolicy", "AttachUserPolicy", "PutRolePolicy", "PutUserPolicy"}, "AVD-AWS-0150",
	},
	{"cloudtrail-changes", "changes of CloudTrail", []string{"CreateTrail", "UpdateTrail", "DeleteTrail", "StopLogging"}, "AVD-AWS-0151"},
	{"sign-in-failures", "failed sign-in to the console", []string{"ConsoleLogin", "Failed authentication"}, "AVD-AWS-0152"},
	{"key-deletion", "disabling or deletion of KMS keys", []string{"DisableKey", "ScheduleKeyDeletion"}, "AVD-AWS-0153"},
	{"bucket-policy-changes", "changes of bucket policies", []string{"PutBucketPolicy", "PutBucketAcl", "DeleteBucketPolicy"}, "AVD-AWS-0154"},
	{"config-changes", "changes of AWS Config", []string{"StopConfigurationRecorder", "DeleteDeliveryChannel"}, "AVD-AWS-0155"},
	{
		"security-group-changes", "changes of security groups",
		[]string{"AuthorizeSecurityGroupIngress", "RevokeSecurityGroupIngress", "CreateSecurityGroup", "DeleteSecurityGroup"}, "AVD-AWS-0156",
	},
	{
		"network-acl-changes", "changes of network ACLs",
		[]string{"CreateNetworkAcl", "DeleteNetworkAcl", "ReplaceNetworkAclEntry"}, "AVD-AWS-0157",
	},
	{
		"gateway-changes", "changes of network gateways",
		[]string{"CreateCustomerGateway", "AttachInternetGateway", "DeleteInternetGateway"}, "AVD-AWS-0158",
	},
	{
		"route-table-changes", "changes of route tables",
		[]string{"CreateRoute", "ReplaceRoute", "DeleteRoute", "DisassociateRouteTable"}, "AVD-AWS-0159",
	},
	{"vpc-changes", "changes of VPCs", []string{"CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "VpcPeeringConnection"}, "AVD-AWS-0160"},
	{
		"organization-changes", "changes of the organization",
		[]string{"organizations.amazonaws.com", "LeaveOrganization", "DeletePolicy"}, "AVD-AWS-0174",
	},
}

// trailAlarms are the checks for the events of the benchmark, one each.
func trailAlarms() []*merlon.Check {
	var checks []*merlon.Check
	for _, e := range watchedEvents {
		checks = append(checks, &merlon.Check{
			ID:       "aws-cloudwatch-trail-alarm-" + e.id,
			Title:    "No alarm on " + e.what,
			Severity: merlon.Low,
			OptIn:    true, // for accounts that watch by metric filters; GuardDuty and Security Hub see most of it
			Targets:  []string{"aws_cloudtrail"},
			STRIDE:   merlon.Repudiation,
			AAA:      merlon.Accounting,
			Why: `The trail delivers its records to a log group, and nothing there looks for ` + e.what + `. The benchmark asks for
a metric filter and an alarm, so that somebody learns of it within minutes.`,
			Fix: `Add an aws_cloudwatch_log_metric_filter on the trail's log group whose pattern names ` + strings.Join(e.words, ", ") +
				`, and an aws_cloudwatch_metric_alarm on its metric.`,
			Sources: []string{sourceCIS},
			Aliases: []string{e.alias},
			Run:     func(pass *merlon.Pass, trail *merlon.Resource) { checkTrailAlarm(pass, trail, e) },
		})
	}
	return checks
}

// checkTrailAlarm asks trails of all regions that write to a log group here.
func checkTrailAlarm(pass *merlon.Pass, trail *merlon.Resource, event watched) {
	v := trail.Attr("cloud_watch_logs_group_arn")
	groups := v.Targets("aws_cloudwatch_log_group")
	if len(groups) == 0 || trail.Attr("is_multi_region_trail").Truth() == merlon.False ||
		trail.Attr("enable_logging").Or(merlon.True) == merlon.False {
		pass.NotApplicable() // the checks of the trail itself say what is wrong with it
		return
	}
	alarmed := merlon.False
	for _, group := range groups {
		filters := pass.Companions(group, "aws_cloudwatch_log_metric_filter", "log_group_name")
		for _, filter := range filters.List {
			alarmed = alarmed.Or(looksFor(filter, event.words).And(alarmOn(pass, filter)))
		}
		if len(filters.Maybe) > 0 {
			alarmed = alarmed.Or(merlon.Unknown)
		}
	}
	if f := pass.Require(alarmed, v, "no alarm on %s in the log group of trail %q", event.what, trail.Name); f != nil {
		f.About(groups...)
	}
}

// looksFor says whether the filter's pattern has all of the words.
func looksFor(filter *merlon.Resource, words []string) merlon.Truth {
	v := filter.Attr("pattern")
	pattern, ok := v.Text()
	if !ok {
		return merlon.TruthOf(v.IsUnknown()).And(merlon.Unknown)
	}
	for _, w := range words {
		if !strings.Contains(pattern, w) {
			return merlon.False
		}
	}
	return merlon.True
}

// alarmOn says whether an alarm watches the filter's metric.
func alarmOn(pass *merlon.Pass, filter *merlon.Resource) merlon.Truth {
	t := merlon.False
	for metric := range filter.Elements("metric_transformation") {
		for alarm := range pass.Estate.OfType("aws_cloudwatch_metric_alarm") {
			t = t.Or(watches(alarm, metric))
		}
	}
	return t
}
