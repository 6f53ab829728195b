package delivery

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceBuild           = "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"
	sourceBuildEncryption = "https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html"
)

var hasArtifacts = demand.At("type", demand.NoneOf("NO_ARTIFACTS"))

// BuildArtifactEncryption reports projects that switch encryption of what they
// build off.
var BuildArtifactEncryption = demand.Setting(merlon.Check{
	ID:       "aws-codebuild-artifact-encryption",
	Title:    "CodeBuild stores its artifacts unencrypted",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Artifacts are the software that runs in production, often with settings in it. CodeBuild encrypts them unless it is told not to.`,
	Fix:      `Remove encryption_disabled = true.`,
	Sources:  []string{sourceBuildEncryption, sourceBuild + "#codebuild-7"},
	Aliases:  []string{"CKV_AWS_78", "AVD-AWS-0018", "aws-codebuild-enable-encryption"},
}, "stores its artifacts unencrypted",
	demand.Row{
		Type: "aws_codebuild_project", Noun: "project", Each: "artifacts", Path: "encryption_disabled", Want: demand.Off, When: hasArtifacts,
	},
	demand.Row{
		Type: "aws_codebuild_project", Noun: "project", Each: "secondary_artifacts", Path: "encryption_disabled", Want: demand.Off,
		When: hasArtifacts, Says: "stores secondary artifacts unencrypted",
	},
	demand.Row{
		Type: "aws_codebuild_report_group", Noun: "report group", Path: "export_config.s3_destination.encryption_disabled",
		Want: demand.Off, Says: "exports its reports unencrypted",
	},
)

// BuildCustomerKey reports projects without a key of the customer's own.
var BuildCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-codebuild-customer-key",
	Title:    "CodeBuild project has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // artifacts are encrypted with the key that AWS manages for S3
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `A key of one's own says who may read what was built, other accounts included, and can be disabled.`,
	Fix:      `Set encryption_key to an aws_kms_key.`,
	Sources:  []string{sourceBuildEncryption},
	Aliases:  []string{"CKV_AWS_147"},
}, "has no customer-managed key", demand.Row{
	Type: "aws_codebuild_project", Noun: "project", Path: "encryption_key", Want: demand.CustomerKey,
	When: demand.At("artifacts.type", demand.NoneOf("NO_ARTIFACTS")),
})

// BuildLogEncryption reports projects that switch encryption of their logs off.
var BuildLogEncryption = demand.Setting(merlon.Check{
	ID:       "aws-codebuild-s3-log-encryption",
	Title:    "CodeBuild stores its logs unencrypted",
	Severity: merlon.Low,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Build logs show source code, names of systems, and now and then a secret. CodeBuild encrypts them unless it is told not to.`,
	Fix:      `Remove encryption_disabled = true from s3_logs.`,
	Sources:  []string{sourceBuild, "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_S3LogsConfig.html"},
	Aliases:  []string{"CKV_AWS_311"},
}, "stores its logs unencrypted", demand.Row{
	Type: "aws_codebuild_project", Noun: "project", Path: "logs_config.s3_logs.encryption_disabled", Want: demand.Off,
})

// BuildLogging reports projects that log to nowhere. CodeBuild logs to
// CloudWatch unless it is told not to.
var BuildLogging = &merlon.Check{
	ID:       "aws-codebuild-logging",
	Title:    "CodeBuild project logs to nowhere",
	Severity: merlon.Medium,
	Targets:  []string{"aws_codebuild_project"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `A build runs code that others wrote with the project's role. Without logs nobody can tell afterwards what it did.`,
	Fix:      `Remove status = "DISABLED" from cloudwatch_logs, or set status = "ENABLED" in s3_logs.`,
	Sources:  []string{sourceBuild, "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_LogsConfig.html"},
	Aliases:  []string{"CKV_AWS_314"},
	Run: func(pass *merlon.Pass, project *merlon.Resource) {
		cloudwatch := project.Attr("logs_config", "cloudwatch_logs", "status")
		logs := cloudwatch.Is("DISABLED").Not().Or(project.Attr("logs_config", "s3_logs", "status").Is("ENABLED"))
		pass.Require(logs, cloudwatch, "project %q logs to nowhere", project.Name)
	},
}

// BuildLoggingStated reports projects that do not say where they log.
var BuildLoggingStated = demand.Setting(merlon.Check{
	ID:       "aws-codebuild-logging-stated",
	Title:    "CodeBuild project does not say where it logs",
	Severity: merlon.Info,
	OptIn:    true, // it logs to a group of its own in CloudWatch by default
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `The log group that CodeBuild makes by itself has no retention, and stands in nobody's code.`,
	Fix:      `Name an aws_cloudwatch_log_group in cloudwatch_logs of logs_config, or a bucket in s3_logs.`,
	Sources:  []string{sourceBuild, "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_LogsConfig.html"},
	Aliases:  []string{"CKV_AWS_314"},
}, "does not say where it logs", demand.Row{
	Type: "aws_codebuild_project", Noun: "project", Path: "logs_config",
	Want: func(v merlon.Value) merlon.Truth {
		return demand.Given(v.Attr("cloudwatch_logs")).Or(demand.Given(v.Attr("s3_logs")))
	},
})

// BuildPrivileged reports projects whose containers are privileged.
var BuildPrivileged = demand.Setting(merlon.Check{
	ID:       "aws-codebuild-privileged-mode",
	Title:    "CodeBuild runs its builds in privileged mode",
	Severity: merlon.Medium,
	OptIn:    true, // building images with Docker needs it, and each build has a machine of its own
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `What a build runs has all devices of its host, and so all credentials there. Only building images with Docker needs that.`,
	Fix:      `Remove privileged_mode = true, or build images with a tool that needs no daemon.`,
	Sources:  []string{sourceBuild, "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html"},
	Aliases:  []string{"CKV_AWS_316"},
}, "runs its builds in privileged mode", demand.Row{
	Type: "aws_codebuild_project", Noun: "project", Path: "environment.privileged_mode", Want: demand.Off,
})

// BuildSecrets reports credentials among the variables of builds. It never
// shows them.
var BuildSecrets = &merlon.Check{
	ID:       "aws-codebuild-environment-secrets",
	Title:    "CodeBuild environment contains a secret",
	Severity: merlon.High,
	Targets:  []string{"aws_codebuild_project"},
	STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `Everyone who may look at the project reads its plain variables; they stand in code and state, and in the log of any build that
prints its environment.`,
	Fix: `Revoke the credential. Set type to SECRETS_MANAGER or PARAMETER_STORE, and value to the secret's name.`,
	Sources: []string{
		"https://docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html", sourceBuild + "#codebuild-2",
	},
	Run: func(pass *merlon.Pass, project *merlon.Resource) {
		for variable := range project.Elements("environment", "environment_variable") {
			if variable.Attr("type").Is("SECRETS_MANAGER", "PARAMETER_STORE") != merlon.False {
				continue
			}
			demand.ReportVariable(pass, "variable", variable.Attr("name").String(), "project", variable.Attr("value"))
		}
	},
}

// BuildSourceCredentials reports projects with a login in the address of their
// source. It never shows the address.
var BuildSourceCredentials = &merlon.Check{
	ID:       "aws-codebuild-source-credentials",
	Title:    "CodeBuild source address contains credentials",
	Severity: merlon.High,
	Targets:  []string{"aws_codebuild_project"},
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication,
	Why: `Whoever may describe the project, or reads the code, the state or a build's log, can read the repository and often change
it: whatever is built from it is theirs.`,
	Fix:     `Revoke the credential, take it out of location, and use a connection (auth with type CODECONNECTIONS).`,
	Sources: []string{sourceBuild + "#codebuild-1", "https://docs.aws.amazon.com/codebuild/latest/userguide/access-tokens.html"},
	Run: func(pass *merlon.Pass, project *merlon.Resource) {
		for _, block := range []string{"source", "secondary_sources"} {
			for v := range project.All(block, "location") {
				location, ok := v.Document()
				if !ok {
					continue
				}
				_, rest, isURL := strings.Cut(location, "://")
				login, _, has := strings.Cut(strings.SplitN(rest, "/", 2)[0], "@")
				name, password, _ := strings.Cut(login, ":")
				// A name alone says who asks, such as git, unless it is a token.
				if isURL && has && (password != "" || len(name) >= 20) {
					pass.Reportf(v, "source address of project %q contains credentials", project.Name)
				}
			}
		}
	},
}
