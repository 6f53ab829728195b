package databases

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/document"
)

const sourceDMS = "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html"

// DMSPubliclyAccessible reports replication instances with a public address.
var DMSPubliclyAccessible = demand.Setting(merlon.Check{
	ID:       "aws-dms-publicly-accessible",
	Title:    "DMS replication instance has a public address",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	Why: `The instance reads whole databases and holds their passwords. With a public address only a security group
stands between it and the internet.`,
	Fix:     `Leave publicly_accessible out, or set it to false.`,
	Sources: []string{sourceDMS, controls("dms")},
	Aliases: []string{"CKV_AWS_89"},
}, "has a public address",
	demand.Row{Type: "aws_dms_replication_instance", Noun: "replication instance", Path: "publicly_accessible", Want: demand.Off},
)

// DMSCustomerKey reports instances and endpoints under AWS's own key.
var DMSCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-dms-customer-key",
	Title:    "DMS data are not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // DMS encrypts always; aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `The storage of an instance holds rows on their way, an endpoint a password. With a key of one's own, the key's
policy says who may decrypt them.`,
	Fix: `Set kms_key_arn; for an endpoint of engine s3, server_side_encryption_kms_key_id in s3_settings.`,
	Sources: []string{
		sourceDMS, "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.S3.html",
	},
	Aliases: []string{"CKV_AWS_212", "CKV_AWS_296", "CKV_AWS_298"},
}, "names no customer-managed key",
	demand.Row{Type: "aws_dms_replication_instance", Noun: "replication instance", Path: "kms_key_arn", Want: demand.CustomerKey},
	demand.Row{Type: "aws_dms_replication_config", Noun: "replication", Path: "compute_config.kms_key_id", Want: demand.CustomerKey},
	demand.Row{Type: "aws_dms_s3_endpoint", Noun: "endpoint", Path: "kms_key_arn", Want: demand.CustomerKey},
	demand.Row{
		Type: "aws_dms_endpoint", Noun: "endpoint", Path: "kms_key_arn", Want: demand.CustomerKey,
		When: demand.At("engine_name", demand.NoneOf("s3")),
	},
	// An endpoint for S3 has no password to encrypt, but writes objects.
	demand.Row{
		Type: "aws_dms_endpoint", Noun: "endpoint", Path: "s3_settings.server_side_encryption_kms_key_id", Want: demand.CustomerKey,
		When: demand.At("engine_name", demand.OneOf("s3")),
	},
)

// DMSMinorUpgrades reports replication instances without minor upgrades.
var DMSMinorUpgrades = demand.Setting(merlon.Check{
	ID:       "aws-dms-minor-upgrades",
	Title:    "DMS replication instance gets no minor upgrades",
	Severity: merlon.Low,
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Availability,
	Why: `Minor versions bring security fixes. Terraform asks for none unless the code does; AWS's own default is to
upgrade.`,
	Fix:     `Set auto_minor_version_upgrade = true.`,
	Sources: []string{"https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.EngineVersions.html", controls("dms")},
	Aliases: []string{"CKV_AWS_222"},
}, "gets no minor upgrades",
	demand.Row{Type: "aws_dms_replication_instance", Noun: "replication instance", Path: "auto_minor_version_upgrade", Want: demand.On},
)

// DMSEndpointTLS reports endpoints that reach their database in clear.
var DMSEndpointTLS = demand.Setting(merlon.Check{
	ID:       "aws-dms-endpoint-tls",
	Title:    "DMS endpoint does not use TLS",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering | merlon.Spoofing,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `The database's password and all of its rows cross the network in clear, often between two networks.`,
	Fix:      `Set ssl_mode to verify-full where the engine knows it, else to require.`,
	Sources:  []string{"https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html", controls("dms")},
	Aliases:  []string{"CKV2_AWS_49"},
}, "does not use TLS",
	demand.Row{
		Type: "aws_dms_endpoint", Noun: "endpoint", Path: "ssl_mode",
		Want: demand.OneOf("require", "verify-ca", "verify-full"),
		When: demand.Both(
			demand.At("endpoint_type", demand.OneOf("source", "target")),
			// These are reached over an API that is TLS anyway, or have settings of
			// their own for it: ssl_mode is not for them.
			demand.At("engine_name", demand.NoneOf("s3", "azuredb", "dynamodb", "kinesis", "kafka", "neptune", "redshift",
				"redshift-serverless", "elasticsearch", "opensearch", "redis", "timestream")),
		),
	},
)

// dmsLogging makes a check that asks tasks for logs of one side. Who logs of
// everything but names no component gets all of them.
func dmsLogging(side, prefix string, components ...string) *merlon.Check {
	return &merlon.Check{
		ID:       "aws-dms-" + side + "-logging",
		Title:    "DMS task does not log its " + side + " side",
		Severity: merlon.Low,
		OptIn:    true, // the log is for finding faults; CloudTrail has who started what
		Targets:  []string{"aws_dms_replication_task"},
		STRIDE:   merlon.Repudiation,
		CIA:      merlon.Integrity,
		AAA:      merlon.Accounting,
		Why:      `Rows that are lost or changed on their way are found by nobody, and neither is the reason.`,
		Fix: `Set Logging.EnableLogging to true in replication_task_settings, and give ` + strings.Join(components, " and ") + `
LOGGER_SEVERITY_DEFAULT or more.`,
		Sources: []string{"https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.Logging.html", controls("dms")},
		Run: func(pass *merlon.Pass, task *merlon.Resource) {
			v := task.Attr("replication_task_settings")
			if v.IsUnknown() {
				pass.Undecided(v)
				return
			}
			logging := document.Of(v).Get("Logging")
			logs := logging.Get("EnableLogging").Truth()
			for component := range logging.Get("LogComponents").Elements() {
				quiet := component.Get("Severity").Is("LOGGER_SEVERITY_ERROR", "LOGGER_SEVERITY_WARNING", "LOGGER_SEVERITY_INFO")
				logs = logs.And(component.Get("Id").Is(components...).And(quiet).Not())
			}
			pass.Require(logs, v, "task %q does not log %s", task.Name, prefix)
		},
	}
}

var (
	// DMSSourceLogging reports tasks that do not log what they read.
	DMSSourceLogging = dmsLogging("source", "what it reads", "SOURCE_CAPTURE", "SOURCE_UNLOAD")
	// DMSTargetLogging reports tasks that do not log what they write.
	DMSTargetLogging = dmsLogging("target", "what it writes", "TARGET_APPLY", "TARGET_LOAD")
)

// DMSMongoDBAuthentication reports endpoints that log in to MongoDB as nobody.
var DMSMongoDBAuthentication = demand.Setting(merlon.Check{
	ID:       "aws-dms-mongodb-authentication",
	Title:    "DMS reads MongoDB without authentication",
	Severity: merlon.Medium,
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `The database lets whoever reaches it read and write everything, DMS being one of them.`,
	Fix:      `Switch authentication on in MongoDB, and set mongodb_settings.auth_type = "password".`,
	Sources:  []string{"https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.MongoDB.html", controls("dms")},
}, "reads MongoDB without authentication",
	demand.Row{
		Type: "aws_dms_endpoint", Noun: "endpoint", Path: "mongodb_settings.auth_type", Want: demand.NoneOf("no"),
		When: demand.At("engine_name", demand.OneOf("mongodb")),
	},
)

// DMSRedisTLS reports endpoints that reach Redis in clear.
var DMSRedisTLS = demand.Setting(merlon.Check{
	ID:       "aws-dms-redis-tls",
	Title:    "DMS writes to Redis without TLS",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering | merlon.Spoofing,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `The password of the cache and everything that is copied into it cross the network in clear.`,
	Fix:      `Leave redis_settings.ssl_security_protocol out, or set it to ssl-encryption.`,
	Sources:  []string{"https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.Redis.html", controls("dms")},
}, "writes to Redis without TLS",
	demand.Row{
		Type: "aws_dms_endpoint", Noun: "endpoint", Path: "redis_settings.ssl_security_protocol", Want: demand.NoneOf("plaintext"),
		When: demand.At("engine_name", demand.OneOf("redis")),
	},
)

// DMSMultiAZ reports replication instances in one zone.
var DMSMultiAZ = demand.Setting(merlon.Check{
	ID:       "aws-dms-multi-az",
	Title:    "DMS replication instance stands in one availability zone",
	Severity: merlon.Low,
	OptIn:    true, // doubles the price, and a migration is done once
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `When the zone or the host fails, replication stops until somebody makes another instance.`,
	Fix:      `Set multi_az = true.`,
	Sources:  []string{"https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html", controls("dms")},
}, "stands in one availability zone",
	demand.Row{Type: "aws_dms_replication_instance", Noun: "replication instance", Path: "multi_az", Want: demand.On},
)
