package storage

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
)

const sourceTransferPolicies = "https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html"

// secretPaths are where DataSync locations hold credentials.
var secretPaths = map[string]string{
	"aws_datasync_location_object_storage":          "secret_key",
	"aws_datasync_location_smb":                     "password",
	"aws_datasync_location_fsx_windows_file_system": "password",
	"aws_datasync_location_azure_blob":              "sas_configuration.token",
	"aws_datasync_location_fsx_ontap_file_system":   "protocol.smb.password",
}

// DataSyncSecret reports locations whose credentials stand in the code.
var DataSyncSecret = &merlon.Check{
	ID:       "aws-datasync-secret",
	Title:    "DataSync location's secret is in the code",
	Severity: merlon.High,
	Targets: []string{
		"aws_datasync_location_object_storage", "aws_datasync_location_smb", "aws_datasync_location_fsx_windows_file_system",
		"aws_datasync_location_azure_blob", "aws_datasync_location_fsx_ontap_file_system",
	},
	STRIDE: merlon.InformationDisclosure | merlon.Spoofing,
	CIA:    merlon.Confidentiality,
	AAA:    merlon.Authentication,
	Why: `A secret in code, in a variable's default or in a tfvars file is known to everybody who can read the repository,
its history and its copies, and opens the storage that DataSync reads.`,
	Fix:     `Keep the secret in Secrets Manager and read it with a data source, or give it as a variable without a default.`,
	Sources: []string{"https://docs.aws.amazon.com/datasync/latest/userguide/create-object-location.html"},
	Aliases: []string{"CKV_AWS_295"},
	Run: func(pass *merlon.Pass, location *merlon.Resource) {
		if pass.Estate.Source != merlon.SourceCode {
			return // a state or an account tells the secret, not where it came from
		}
		v := location.Attr(strings.Split(secretPaths[location.Type], ".")...)
		if text, known := v.Text(); known && text != "" && demand.InCode(v) {
			pass.Reportf(v, "secret of location %q is in the code", location.Name)
		}
	},
}

// TransferPublicEndpoint reports servers outside of any VPC.
var TransferPublicEndpoint = demand.Setting(merlon.Check{
	ID:       "aws-transfer-public-endpoint",
	Title:    "Transfer server has a public endpoint",
	Severity: merlon.Medium,
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Availability,
	AAA:      merlon.Authentication,
	Why: `A public endpoint, the default, takes connections from everywhere: it has no security group that could name the
partners. An endpoint in a VPC can face the internet too, and has.`,
	Fix:     `Set endpoint_type = "VPC" with endpoint_details.`,
	Sources: []string{"https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html"},
	Aliases: []string{"CKV_AWS_164"},
}, "has a public endpoint",
	demand.Row{Type: "aws_transfer_server", Noun: "server", Path: "endpoint_type", Want: demand.OneOf("VPC", "VPC_ENDPOINT")},
)

// TransferPlainFTP reports servers that speak FTP without TLS.
var TransferPlainFTP = demand.Setting(merlon.Check{
	ID:       "aws-transfer-plain-ftp",
	Title:    "Transfer server speaks plain FTP",
	Severity: merlon.Medium, // AWS offers FTP inside of a VPC only
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering | merlon.Spoofing,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication,
	Why:      `Passwords and files cross the network in clear.`,
	Fix:      `Set protocols to SFTP, FTPS or AS2.`,
	Sources:  []string{"https://docs.aws.amazon.com/transfer/latest/userguide/create-server-ftp.html", controls("transfer")},
	Aliases:  []string{"CKV_AWS_357"},
}, "speaks plain FTP",
	demand.Row{Type: "aws_transfer_server", Noun: "server", Path: "protocols", Want: demand.Excludes("FTP")},
)

var (
	// TransferWeakAlgorithms reports servers that take weak algorithms.
	TransferWeakAlgorithms = demand.Setting(merlon.Check{
		ID:       "aws-transfer-weak-algorithms",
		Title:    "Transfer server takes weak algorithms",
		Severity: merlon.Medium,
		STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
		CIA:      merlon.Confidentiality | merlon.Integrity,
		Why: `The security policies of 2018 and 2020 take SHA-1 and other algorithms that are broken or nearly so. Terraform
asks for that of 2018 where the code does not say.`,
		Fix:     `Set security_policy_name to the latest policy, such as TransferSecurityPolicy-2025-03.`,
		Sources: []string{sourceTransferPolicies},
		Aliases: []string{"CKV_AWS_380"},
	}, "takes weak algorithms",
		demand.Row{Type: "aws_transfer_server", Noun: "server", Path: "security_policy_name", Want: policySince("2022-01")},
	)
	// TransferOldPolicy reports servers with a policy that has been replaced.
	TransferOldPolicy = demand.Setting(merlon.Check{
		ID:       "aws-transfer-old-policy",
		Title:    "Transfer server has a security policy from before 2024",
		Severity: merlon.Low,
		OptIn:    true, // the policies since 2022 are not weak
		STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
		CIA:      merlon.Confidentiality | merlon.Integrity,
		Why:      `Each new policy drops algorithms that have become doubtful. AWS advises to follow.`,
		Fix:      `Set security_policy_name to the latest policy, such as TransferSecurityPolicy-2025-03.`,
		Sources:  []string{sourceTransferPolicies},
		Aliases:  []string{"CKV_AWS_380"},
	}, "has a security policy from before 2024",
		demand.Row{Type: "aws_transfer_server", Noun: "server", Path: "security_policy_name", Want: policySince("2024-01")},
	)
)

// policySince wants a security policy of a month or later. A policy's name ends
// with its month, "TransferSecurityPolicy-FIPS-2024-05".
func policySince(month string) demand.Want {
	return func(v merlon.Value) merlon.Truth {
		name, known := v.Text()
		switch {
		case v.IsNull():
			return merlon.False
		case !known:
			return merlon.Unknown
		}
		return merlon.TruthOf(name[max(0, len(name)-len(month)):] >= month)
	}
}

// TransferConnectorLogging reports connectors that write no logs.
var TransferConnectorLogging = demand.Setting(merlon.Check{
	ID:       "aws-transfer-connector-logging",
	Title:    "Transfer connector writes no logs",
	Severity: merlon.Low,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Nobody can tell which files were sent to the partner or fetched, when, and why it failed.`,
	Fix:      `Set logging_role to a role that may write to CloudWatch Logs.`,
	Sources:  []string{"https://docs.aws.amazon.com/transfer/latest/userguide/structured-logging.html", controls("transfer")},
}, "writes no logs",
	demand.Row{Type: "aws_transfer_connector", Noun: "connector", Path: "logging_role", Want: demand.Given},
)

// DataSyncLogging reports tasks that write no logs.
var DataSyncLogging = demand.Setting(merlon.Check{
	ID:       "aws-datasync-logging",
	Title:    "DataSync task writes no logs",
	Severity: merlon.Low,
	OptIn:    true, // the log is for finding faults; CloudTrail has who started what
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Which files were copied, skipped or found to differ is not recorded.`,
	Fix:      `Set cloudwatch_log_group_arn, and options.log_level to BASIC or TRANSFER.`,
	Sources:  []string{"https://docs.aws.amazon.com/datasync/latest/userguide/configure-logging.html", controls("datasync")},
}, "writes no logs",
	demand.Row{Type: "aws_datasync_task", Noun: "task", Path: "cloudwatch_log_group_arn", Want: demand.Given},
	demand.Row{
		// The provider asks for OFF where options are given and do not say.
		Type: "aws_datasync_task", Noun: "task", Each: "options", Path: "log_level", Want: demand.OneOf("BASIC", "TRANSFER"),
		When: func(v merlon.Value) merlon.Truth { return demand.Given(v.Resource().Attr("cloudwatch_log_group_arn")) },
	},
)
