package delivery

import (
	"strconv"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/document"
)

const sourceApprovals = "https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html"

// TwoApprovals reports approval rules that one person can meet.
var TwoApprovals = &merlon.Check{
	ID:       "aws-codecommit-two-approvals",
	Title:    "CodeCommit approval rule takes fewer than two approvals",
	Severity: merlon.Low,
	OptIn:    true, // how many is a decision of each team
	Targets:  []string{"aws_codecommit_approval_rule_template"},
	STRIDE:   merlon.Tampering,
	CIA:      merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `One stolen or careless account is enough to pass a change.`,
	Fix:      `Set NumberOfApprovalsNeeded to 2 or more in each statement of content.`,
	Sources:  []string{sourceApprovals},
	Aliases:  []string{"CKV_AWS_257"},
	Run: func(pass *merlon.Pass, template *merlon.Resource) {
		v := template.Attr("content")
		rules := document.Of(v)
		enough, some := merlon.True, false
		for statement := range rules.Get("Statements").Elements() {
			some = true
			needed := statement.Get("NumberOfApprovalsNeeded")
			n, ok := needed.Number()
			switch {
			case needed.IsUnknown():
				enough = enough.And(merlon.Unknown)
			case !ok:
				text, err := strconv.Atoi(needed.Text())
				enough = enough.And(merlon.TruthOf(err == nil && text >= 2))
			default:
				enough = enough.And(merlon.TruthOf(n >= 2))
			}
		}
		if !some {
			enough = merlon.TruthOf(rules.IsUnknown() || rules.Get("Statements").IsUnknown()).And(merlon.Unknown)
		}
		pass.Require(enough, v, "template %q takes fewer than two approvals", template.Name)
	},
}

// ApprovalRule reports repositories whose changes nobody has to approve.
var ApprovalRule = demand.Companion(merlon.Check{
	ID:       "aws-codecommit-approval-rule",
	Title:    "CodeCommit repository has no approval rule",
	Severity: merlon.Low,
	OptIn:    true, // templates are often attached elsewhere
	STRIDE:   merlon.Tampering,
	CIA:      merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `Whoever may push changes what is built and deployed, without a second pair of eyes.`,
	Fix:      `Attach an aws_codecommit_approval_rule_template by an aws_codecommit_approval_rule_template_association.`,
	Sources:  []string{sourceApprovals},
	Aliases:  []string{"CKV2_AWS_37"},
}, "has no approval rule", demand.CompanionRow{
	Type: "aws_codecommit_repository", Noun: "repository",
	Links: []demand.Link{{Type: "aws_codecommit_approval_rule_template_association", Path: "repository_name"}},
})

// PipelineCustomerKey reports pipelines without a key of the customer's own.
var PipelineCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-codepipeline-customer-key",
	Title:    "CodePipeline artifacts have no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // artifacts are encrypted with the key that AWS manages for S3
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `A key of one's own says who may read and write what is on its way to production, and can be disabled.`,
	Fix:      `Add an encryption_key block with an aws_kms_key to each artifact_store.`,
	Sources:  []string{"https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html"},
	Aliases:  []string{"CKV_AWS_219"},
}, "keeps artifacts without a customer-managed key", demand.Row{
	Type: "aws_codepipeline", Noun: "pipeline", Each: "artifact_store", Path: "encryption_key.id", Want: demand.CustomerKey,
})

// ArtifactDomainCustomerKey reports package domains without a key of the
// customer's own.
var ArtifactDomainCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-codeartifact-customer-key",
	Title:    "CodeArtifact domain has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // packages are always encrypted
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `A key of one's own says who may read the packages, and can be disabled.`,
	Fix:      `Set encryption_key to an aws_kms_key when the domain is made; a change makes a new domain.`,
	Sources:  []string{"https://docs.aws.amazon.com/codeartifact/latest/ug/domain-create.html"},
	Aliases:  []string{"CKV_AWS_221"},
}, "has no customer-managed key", demand.Row{
	Type: "aws_codeartifact_domain", Noun: "domain", Path: "encryption_key", Want: demand.CustomerKey,
})

// ReviewerCustomerKey reports associations of CodeGuru Reviewer without a key
// of the customer's own.
var ReviewerCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-codeguru-customer-key",
	Title:    "CodeGuru Reviewer has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // what it keeps is always encrypted
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `The reviewer copies source code. A key of one's own says who may read the copy, and can be disabled.`,
	Fix:      `Add kms_key_details with encryption_option = "CUSTOMER_MANAGED_CMK" and a kms_key_id.`,
	Sources:  []string{"https://docs.aws.amazon.com/codeguru/latest/reviewer-api/API_KMSKeyDetails.html"},
	Aliases:  []string{"CKV_AWS_381"},
}, "has no customer-managed key", demand.Row{
	Type: "aws_codegurureviewer_repository_association", Noun: "association",
	Path: "kms_key_details.encryption_option", Want: demand.OneOf("CUSTOMER_MANAGED_CMK"),
})
