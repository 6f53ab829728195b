package governance

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/once"
)

const sourceGuardDuty = "https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html"

// GuardDutyEnabled reports detectors that are turned off.
var GuardDutyEnabled = demand.Setting(merlon.Check{
	ID:       "aws-guardduty-enabled",
	Title:    "GuardDuty is turned off",
	Severity: merlon.Medium,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Nobody looks for stolen credentials, mining, scans and calls to known attackers in the account's logs.`,
	Fix:      `Remove enable = false; a detector is on by default.`,
	Sources:  []string{sourceGuardDuty, "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html"},
	Aliases:  []string{"CKV_AWS_238", "AC_AWS_0131"},
}, "is turned off", demand.Row{Type: "aws_guardduty_detector", Noun: "detector", Path: "enable", Want: demand.OnByDefault})

// GuardDutyOrganization reports detectors that take in no account of the
// organization by themselves.
var GuardDutyOrganization = demand.Companion(merlon.Check{
	ID:       "aws-guardduty-organization",
	Title:    "GuardDuty does not take in the organization's accounts",
	Severity: merlon.Low,
	OptIn:    true, // only the administrator account of an organization can
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `A new account of the organization is watched by nobody until somebody thinks of it.`,
	Fix:      `Add an aws_guardduty_organization_configuration with auto_enable_organization_members = "ALL".`,
	Sources:  []string{"https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html"},
	Aliases:  []string{"CKV2_AWS_3"},
}, "does not take in the organization's accounts", demand.CompanionRow{
	Type: "aws_guardduty_detector", Noun: "detector",
	Links: []demand.Link{{
		Type: "aws_guardduty_organization_configuration", Path: "detector_id",
		Want: func(c merlon.Value) merlon.Truth {
			return c.Attr("auto_enable").Truth().Or(c.Attr("auto_enable_organization_members").Is("ALL", "NEW"))
		},
	}},
})

var analyzers = once.ByRoot("aws_accessanalyzer_analyzer")

// AccessAnalyzer reports roots that look after an account and set no analyzer
// up.
var AccessAnalyzer = &merlon.Check{
	ID:       "aws-accessanalyzer-enabled",
	Title:    "Account has no Access Analyzer",
	Severity: merlon.Low,
	OptIn:    true, // whether there is none anywhere one root cannot know
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why: `The analyzer finds buckets, keys, roles, queues and secrets that somebody outside may use. It is asked of roots that
look after an account: those with GuardDuty, Config, Security Hub, a password policy and the like.`,
	Fix:     `Add an aws_accessanalyzer_analyzer in each region, of type ACCOUNT or ORGANIZATION.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html"},
	Aliases: []string{"AVD-AWS-0175", "aws-accessanalyzer-enable-access-analyzer"},
	Targets: baselineTypes, // and so it is not asked, and does not pass, where no root looks after an account
	Run: func(pass *merlon.Pass, baseline *merlon.Resource) {
		// A root answers once, by the first of its resources.
		if baselines.In(pass.Estate)[baseline.Origin.Root] != baseline {
			return
		}
		analyzes := merlon.False
		for _, analyzer := range analyzers.In(pass.Estate)[baseline.Origin.Root] {
			// An analyzer of unused access answers another question.
			finds := analyzer.Attr("type").Is("ACCOUNT_UNUSED_ACCESS", "ORGANIZATION_UNUSED_ACCESS").Not()
			if analyzer.Partial {
				finds = finds.And(merlon.Unknown)
			}
			analyzes = analyzes.Or(finds)
		}
		pass.Require(analyzes, baseline, "the account has no Access Analyzer")
	},
}
