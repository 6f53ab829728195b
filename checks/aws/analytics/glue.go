package analytics

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const sourceGlue = "https://docs.aws.amazon.com/glue/latest/dg/encryption-at-rest.html"

// GlueCatalogEncryption reports data catalogs that are not encrypted.
var GlueCatalogEncryption = demand.Setting(merlon.Check{
	ID:       "aws-glue-catalog-encryption",
	Title:    "Glue Data Catalog is not encrypted",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `The catalog tells what data there are, where they lie and what they look like.`,
	Fix:      `Set catalog_encryption_mode = "SSE-KMS" in encryption_at_rest.`,
	Sources:  []string{"https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html", sourceGlue},
	Aliases:  []string{"CKV_AWS_94"},
}, "do not encrypt the catalog",
	demand.Row{
		Type: "aws_glue_data_catalog_encryption_settings", Noun: "settings",
		Path: "data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode",
		Want: demand.OneOf("SSE-KMS", "SSE-KMS-WITH-SERVICE-ROLE"),
	},
)

// GlueConnectionPasswords reports data catalogs that give passwords away.
var GlueConnectionPasswords = demand.Setting(merlon.Check{
	ID:       "aws-glue-connection-passwords",
	Title:    "Glue gives out connection passwords in clear",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `Whoever may call glue:GetConnection reads the passwords of the databases that Glue connects to.`,
	Fix: `Set return_connection_password_encrypted = true with a key in connection_password_encryption, or keep the passwords in
Secrets Manager.`,
	Sources: []string{"https://docs.aws.amazon.com/glue/latest/dg/encrypt-connection-passwords.html", sourceGlue},
	Aliases: []string{"CKV_AWS_94"},
}, "give out connection passwords in clear",
	demand.Row{
		Type: "aws_glue_data_catalog_encryption_settings", Noun: "settings",
		Path: "data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted",
		Want: demand.On,
	},
)

// GlueSecurityConfigurationEncryption reports security configurations that
// leave something without a KMS key.
var GlueSecurityConfigurationEncryption = demand.Setting(merlon.Check{
	ID:       "aws-glue-security-configuration-encryption",
	Title:    "Glue security configuration leaves something unencrypted",
	Severity: merlon.Low,
	OptIn:    true, // S3 and CloudWatch Logs encrypt what they store by default
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `What jobs read and write is copied to targets, logs and bookmarks. A key of KMS says who may read the copies.`,
	Fix:      `Use SSE-KMS for S3 and CloudWatch, and CSE-KMS for job bookmarks.`,
	Sources:  []string{"https://docs.aws.amazon.com/glue/latest/dg/console-security-configurations.html", sourceGlue},
	Aliases:  []string{"CKV_AWS_99"},
}, "leaves targets in S3 unencrypted",
	demand.Row{
		Type: "aws_glue_security_configuration", Noun: "security configuration",
		Path: "encryption_configuration.s3_encryption.s3_encryption_mode",
		Want: demand.OneOf("SSE-S3", "SSE-KMS"),
	},
	demand.Row{
		Type: "aws_glue_security_configuration", Noun: "security configuration",
		Path: "encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode",
		Want: demand.OneOf("SSE-KMS"), Says: "leaves logs without a KMS key",
	},
	demand.Row{
		Type: "aws_glue_security_configuration", Noun: "security configuration",
		Path: "encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode",
		Want: demand.OneOf("CSE-KMS"), Says: "leaves job bookmarks without a KMS key",
	},
)

// GlueSecurityConfiguration reports jobs and crawlers that run without a
// security configuration.
var GlueSecurityConfiguration = demand.Setting(merlon.Check{
	ID:       "aws-glue-security-configuration",
	Title:    "Glue component has no security configuration",
	Severity: merlon.Low,
	OptIn:    true, // S3 and CloudWatch Logs encrypt what they store by default
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Its targets, logs and bookmarks get the default keys of the services that store them.`,
	Fix:      `Name an aws_glue_security_configuration in security_configuration.`,
	Sources:  []string{"https://docs.aws.amazon.com/glue/latest/dg/console-security-configurations.html"},
	Aliases:  []string{"CKV_AWS_195"},
}, "has no security configuration",
	demand.Row{Type: "aws_glue_crawler", Noun: "crawler", Path: "security_configuration", Want: demand.Given},
	demand.Row{Type: "aws_glue_dev_endpoint", Noun: "development endpoint", Path: "security_configuration", Want: demand.Given},
	demand.Row{Type: "aws_glue_job", Noun: "job", Path: "security_configuration", Want: demand.Given},
)

// GlueOldVersion reports Spark jobs on a version that AWS has given up. A job
// that names no version gets a supported one.
var GlueOldVersion = demand.Setting(merlon.Check{
	ID:       "aws-glue-unsupported-version",
	Title:    "Glue job runs on a version out of support",
	Severity: merlon.Medium,
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `Versions before 3.0 get no security fixes any more, and known holes of their Spark, Python and Java stay open.`,
	Fix:      `Set glue_version to a supported one, such as 5.0, and test the job.`,
	Sources: []string{
		"https://docs.aws.amazon.com/glue/latest/dg/glue-version-support-policy.html",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/glue-controls.html",
	},
}, "runs on a version out of support",
	demand.Row{
		Type: "aws_glue_job", Noun: "job", Path: "glue_version", Want: demand.NoneOf("0.9", "1.0", "2.0"),
		// Python shell jobs have versions of their own, and Ray has one.
		When: demand.At("command.name", demand.OneOfByDefault("glueetl", "gluestreaming")),
	},
)
