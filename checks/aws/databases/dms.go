package databases

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
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
