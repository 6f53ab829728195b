package governance

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/source"
)

const enablerType = "aws_inspector2_enabler"

// inspects makes a check that asks the enablers of an account and region for
// one resource type. What one leaves out another may have.
func inspects(id, title, typ string) *merlon.Check {
	scans := demand.Includes(typ)
	return &merlon.Check{
		ID:       "aws-inspector-" + id,
		Title:    "Inspector does not scan " + title,
		Severity: merlon.Low,
		OptIn:    true, // paid for by what is scanned, and switched on elsewhere in an organization
		Targets:  []string{enablerType},
		STRIDE:   merlon.ElevationOfPrivilege,
		CIA:      merlon.Confidentiality | merlon.Integrity,
		Why:      `Software with known holes stays where it is until an attacker finds it.`,
		Fix:      `Add ` + typ + ` to resource_types.`,
		Sources: []string{
			"https://docs.aws.amazon.com/inspector/latest/user/scanning-resources.html", source.Controls("inspector"),
		},
		Run: func(pass *merlon.Pass, enabler *merlon.Resource) {
			v := enabler.Attr("resource_types")
			holds := scans(v)
			if holds == merlon.True {
				return
			}
			for other := range demand.InPlaceOf(pass, enabler, enablerType) {
				holds = holds.Or(scans(other.Attr("resource_types")))
			}
			pass.Require(holds, v, "Inspector %q does not scan %s", enabler.Name, title)
		},
	}
}

var (
	// InspectorEC2 reports enablers that leave instances out.
	InspectorEC2 = inspects("ec2", "EC2 instances", "EC2")
	// InspectorECR reports enablers that leave container images out.
	InspectorECR = inspects("ecr", "container images", "ECR")
	// InspectorLambda reports enablers that leave functions out.
	InspectorLambda = inspects("lambda", "Lambda functions", "LAMBDA")
	// InspectorLambdaCode reports enablers that leave the code of functions out.
	InspectorLambdaCode = inspects("lambda-code", "the code of Lambda functions", "LAMBDA_CODE")
)

// MaciePaused reports accounts where Macie is paused.
var MaciePaused = demand.Setting(merlon.Check{
	ID:       "aws-macie-paused",
	Title:    "Macie is paused",
	Severity: merlon.Low,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Nobody looks for buckets that become public or shared, or for personal data in them.`,
	Fix:      `Remove status = "PAUSED".`,
	Sources:  []string{"https://docs.aws.amazon.com/macie/latest/user/suspend-macie.html", source.Controls("macie")},
}, "is paused",
	demand.Row{Type: "aws_macie2_account", Noun: "Macie", Path: "status", Want: demand.NoneOf("PAUSED")},
)

// serviceSetting is a row that asks a setting of Systems Manager for a value.
// It is named by its path or by an ARN that ends with it.
func serviceSetting(id, value string) demand.Row {
	return demand.Row{
		Type: "aws_ssm_service_setting", Noun: "setting", Path: "setting_value", Want: demand.OneOf(value),
		When: demand.At("setting_id", endsWith(id)),
	}
}

func endsWith(suffix string) demand.Want {
	return func(v merlon.Value) merlon.Truth {
		text, known := v.Document()
		if !known {
			return merlon.TruthOf(v.IsUnknown()).And(merlon.Unknown)
		}
		return merlon.TruthOf(strings.HasSuffix(text, suffix))
	}
}

// DocumentSharingAllowed reports accounts that allow documents to be public.
var DocumentSharingAllowed = demand.Setting(merlon.Check{
	ID:       "aws-ssm-document-sharing-allowed",
	Title:    "SSM documents may be shared with everyone",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `One call makes a document public, with the names, commands and now and then secrets in it.`,
	Fix:      `Set setting_value = "Disable".`,
	Sources: []string{
		"https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html", sourceSSM,
	},
}, "allows public documents", serviceSetting("/ssm/documents/console/public-sharing-permission", "Disable"))

// AutomationLogging reports accounts whose automations log to nowhere.
var AutomationLogging = demand.Setting(merlon.Check{
	ID:       "aws-ssm-automation-logging",
	Title:    "SSM automations do not log their scripts' output",
	Severity: merlon.Low,
	OptIn:    true, // for finding faults; CloudTrail has who ran what
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `What scripts of runbooks printed is lost with the execution.`,
	Fix:      `Set setting_value = "CloudWatch".`,
	Sources: []string{
		"https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-logging.html", sourceSSM,
	},
}, "does not send automation output to CloudWatch", serviceSetting("/ssm/automation/customer-script-log-destination", "CloudWatch"))
