package messaging

import (
	"slices"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/internal/iam"
)

const (
	sourceTopicEncryption = "https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html"
	sourceTopicPolicies   = "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html"
)

// TopicEncryption reports topics without server-side encryption.
var TopicEncryption = demand.Setting(merlon.Check{
	ID:       "aws-sns-topic-encryption",
	Title:    "SNS topic is not encrypted with a KMS key",
	Severity: merlon.Low,
	OptIn:    true, // SNS encrypts its disks anyway: https://docs.aws.amazon.com/sns/latest/dg/sns-data-encryption.html
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `SNS keeps messages on encrypted disks. With a KMS key the messages themselves are encrypted, and reading them
leaves a trace in CloudTrail.`,
	Fix:     `Set kms_master_key_id, to a key of your own where other services publish to the topic.`,
	Sources: []string{sourceTopicEncryption, controls("sns")},
	Aliases: []string{"CKV_AWS_26", "AVD-AWS-0095", "AC_AWS_0502", "aws-sns-enable-topic-encryption"},
}, "is not encrypted with a KMS key",
	demand.Row{Type: "aws_sns_topic", Noun: "topic", Path: "kms_master_key_id", Want: demand.Given},
)

// TopicManagedKey reports topics under the key that AWS manages.
var TopicManagedKey = demand.Setting(merlon.Check{
	ID:       "aws-sns-topic-managed-key",
	Title:    "SNS topic is encrypted with a key that AWS manages",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `The policy of the key alias/aws/sns cannot be changed: nobody can say who may decrypt, and alarms, S3 events and
other services cannot publish to the topic.`,
	Fix:     `Set kms_master_key_id to a key of your own.`,
	Sources: []string{"https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html"},
	Aliases: []string{"AVD-AWS-0136", "aws-sns-topic-encryption-use-cmk"},
}, "is encrypted with a key that AWS manages",
	demand.Row{Type: "aws_sns_topic", Noun: "topic", Path: "kms_master_key_id", Want: notManaged},
)

// notManaged wants a key, where one is given, not to be the one that AWS
// manages.
func notManaged(v merlon.Value) merlon.Truth {
	return demand.Given(v).Not().Or(demand.CustomerKey(v))
}

var topicPolicies = []demand.PolicyRow{
	{Type: "aws_sns_topic_policy", Noun: "topic policy", Path: "policy"},
	{Type: "aws_sns_topic", Noun: "topic", Path: "policy"},
}

// TopicPublicPolicy reports topic policies that let strangers in.
var TopicPublicPolicy = demand.Policy(merlon.Check{
	ID:       "aws-sns-topic-public-policy",
	Title:    "SNS topic policy lets everyone in",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `A statement that allows the principal * without a condition on who calls lets everybody with an AWS account
subscribe and read along, or publish what the subscribers then act on.`,
	Fix:     `Name the accounts, roles or services, or add a condition on aws:SourceOwner, aws:SourceArn or aws:PrincipalOrgID.`,
	Sources: []string{sourceTopicPolicies, controls("sns")},
	Aliases: []string{"CKV_AWS_169", "AC_AWS_0385"},
}, "lets everyone in", demand.Public, topicPolicies...)

// TopicOtherAccount reports topic policies that let other accounts in.
var TopicOtherAccount = &merlon.Check{
	ID:       "aws-sns-topic-other-account",
	Title:    "SNS topic policy names a principal of an account that is not known to be the owner's",
	Severity: merlon.Low,
	OptIn:    true, // to let another account in is what such a policy is for
	Targets:  []string{"aws_sns_topic_policy", "aws_sns_topic"},
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `An account number in a policy is easily the wrong one, or one that was given up. Accounts in the settings'
trusted_accounts, and the provider's own, are left out.`,
	Fix:     `Refer to the role instead of writing its ARN out, add a condition on who calls, or list the account as trusted.`,
	Sources: []string{sourceTopicPolicies},
	Aliases: []string{"CKV_AWS_385"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		v := r.Attr("policy")
		policy, known := iam.FromValue(v)
		if policy == nil {
			if known == merlon.Unknown {
				pass.Undecided(v)
			}
			return
		}
		for i := range policy.Statements {
			s := &policy.Statements[i]
			if s.Effect != iam.Allow || s.Principals.Not || s.Constrained() != merlon.False {
				continue
			}
			for _, principal := range s.Principals.AWS {
				account := iam.AccountOf(principal)
				if !isNumber(account) || slices.Contains(pass.Settings.TrustedAccounts, account) ||
					r.Provider != nil && r.Provider.Account == account {
					continue
				}
				pass.Reportf(v, "policy of %q lets account %s in", r.Name, account)
				return
			}
		}
	},
}

// isNumber reports whether the text is an account number, not a star or a
// placeholder.
func isNumber(text string) bool {
	for _, c := range text {
		if c < '0' || c > '9' {
			return false
		}
	}
	return text != ""
}
