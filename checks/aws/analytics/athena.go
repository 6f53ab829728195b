package analytics

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceAthena          = "https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html"
	sourceAthenaWorkgroup = "https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html"
)

// AthenaEncryption reports databases and workgroups that do not say how query
// results are encrypted.
var AthenaEncryption = demand.Setting(merlon.Check{
	ID:       "aws-athena-encryption",
	Title:    "Athena query results have no encryption of their own",
	Severity: merlon.Low,
	OptIn:    true, // S3 has encrypted every new object since 2023, and Security Hub gave its control up
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Results are copies of the data that were queried. Without a choice here they get whatever key the bucket uses.`,
	Fix: `Add encryption_configuration to the database, or to result_configuration of the workgroup, with SSE_KMS and the key
that the data have.`,
	Sources: []string{sourceAthena, "https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html"},
	Aliases: []string{"CKV_AWS_77", "CKV_AWS_159", "AVD-AWS-0006", "AC_AWS_0443", "aws-athena-enable-at-rest-encryption"},
}, "does not say how query results are encrypted",
	demand.Row{
		Type: "aws_athena_database", Noun: "database", Path: "encryption_configuration.encryption_option", Want: demand.Given,
	},
	demand.Row{
		Type: "aws_athena_workgroup", Noun: "workgroup",
		Path: "configuration.result_configuration.encryption_configuration.encryption_option", Want: demand.Given,
		// Results that Athena keeps itself are always encrypted.
		When: demand.At("configuration.managed_query_results_configuration.enabled", demand.Off),
	},
)

// AthenaOverride reports workgroups whose settings clients may override.
var AthenaOverride = demand.Setting(merlon.Check{
	ID:       "aws-athena-enforce-workgroup-config",
	Title:    "Athena clients may override the workgroup's settings",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Each client may send its results to a bucket of its own choice, without the key that the workgroup demands.`,
	Fix:      `Set enforce_workgroup_configuration = true, or leave it out.`,
	Sources:  []string{sourceAthenaWorkgroup},
	Aliases:  []string{"CKV_AWS_82", "AVD-AWS-0007", "aws-athena-no-encryption-override"},
}, "lets clients override its settings",
	demand.Row{
		Type: "aws_athena_workgroup", Noun: "workgroup", Path: "configuration.enforce_workgroup_configuration", Want: demand.OnByDefault,
	},
)

// AthenaWorkgroupConfig reports workgroups without settings.
var AthenaWorkgroupConfig = demand.Setting(merlon.Check{
	ID:       "aws-athena-workgroup-config",
	Title:    "Athena workgroup has no settings to enforce",
	Severity: merlon.Low,
	OptIn:    true, // one that only separates costs needs none
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Where and how results are stored is left to each client.`,
	Fix:      `Add a configuration with an output location and its encryption.`,
	Sources:  []string{sourceAthenaWorkgroup},
	Aliases:  []string{"AVD-AWS-0007", "aws-athena-no-encryption-override"},
}, "has no settings to enforce",
	demand.Row{Type: "aws_athena_workgroup", Noun: "workgroup", Path: "configuration", Want: demand.Given},
)

// AthenaMetrics reports workgroups that switch the metrics of queries off.
var AthenaMetrics = demand.Setting(merlon.Check{
	ID:       "aws-athena-metrics",
	Title:    "Athena workgroup publishes no metrics of its queries",
	Severity: merlon.Low,
	OptIn:    true, // CloudTrail has who ran which query
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Nobody sees that far more data are read than usual.`,
	Fix:      `Remove publish_cloudwatch_metrics_enabled = false.`,
	Sources: []string{
		"https://docs.aws.amazon.com/athena/latest/ug/athena-cloudwatch-metrics-enable.html",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/athena-controls.html",
	},
}, "publishes no metrics of its queries",
	demand.Row{
		Type: "aws_athena_workgroup", Noun: "workgroup", Path: "configuration.publish_cloudwatch_metrics_enabled", Want: demand.OnByDefault,
	},
)
