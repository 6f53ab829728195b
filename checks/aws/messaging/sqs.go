package messaging

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/internal/iam"
)

const (
	sourceQueueEncryption = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html"
	sourceQueuePolicies   = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html"
)

// QueueEncryption reports queues that switch encryption off.
var QueueEncryption = demand.Setting(merlon.Check{
	ID:       "aws-sqs-queue-encryption",
	Title:    "SQS queue is not encrypted",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Messages lie on the service's disks in clear for up to two weeks. SQS encrypts new queues unless it is told not to.`,
	Fix:      `Leave sqs_managed_sse_enabled out or set it to true, or set kms_master_key_id.`,
	Sources:  []string{sourceQueueEncryption, controls("sqs")},
	Aliases:  []string{"CKV_AWS_27", "AVD-AWS-0096", "AC_AWS_0366", "aws-sqs-enable-queue-encryption"},
}, "is not encrypted",
	demand.Row{
		Type: "aws_sqs_queue", Noun: "queue", Path: "sqs_managed_sse_enabled",
		Want: func(v merlon.Value) merlon.Truth {
			return v.Or(merlon.True).Or(demand.Given(v.Resource().Attr("kms_master_key_id")))
		},
	},
)

// QueueEncryptionUnstated reports queues that do not ask for encryption.
var QueueEncryptionUnstated = demand.Setting(merlon.Check{
	ID:       "aws-sqs-queue-encryption-unstated",
	Title:    "SQS queue does not ask for encryption",
	Severity: merlon.Low,
	OptIn:    true, // SQS encrypts new queues since October 2022
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `SQS encrypts new queues with keys of its own, but leaves queues from before October 2022 as they were made.`,
	Fix:      `Set sqs_managed_sse_enabled = true, or kms_master_key_id.`,
	Sources: []string{
		"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html",
		sourceQueueEncryption, controls("sqs"),
	},
	Aliases: []string{"CKV_AWS_27", "AVD-AWS-0096", "AC_AWS_0366", "aws-sqs-enable-queue-encryption"},
}, "does not ask for encryption",
	demand.Row{
		Type: "aws_sqs_queue", Noun: "queue", Path: "sqs_managed_sse_enabled",
		Want: func(v merlon.Value) merlon.Truth { return merlon.TruthOf(v.IsSet()) },
		When: demand.At("kms_master_key_id", demand.Absent),
	},
)

// QueueManagedKey reports queues under the key that AWS manages.
var QueueManagedKey = demand.Setting(merlon.Check{
	ID:       "aws-sqs-queue-managed-key",
	Title:    "SQS queue is encrypted with a key that AWS manages",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `The policy of the key alias/aws/sqs cannot be changed: nobody can say who may decrypt, and SNS, EventBridge and
S3 cannot send to the queue.`,
	Fix:     `Set kms_master_key_id to a key of your own, or leave it out and use sqs_managed_sse_enabled.`,
	Sources: []string{"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html"},
	Aliases: []string{"CKV2_AWS_73", "AVD-AWS-0135", "aws-sqs-queue-encryption-use-cmk"},
}, "is encrypted with a key that AWS manages",
	demand.Row{Type: "aws_sqs_queue", Noun: "queue", Path: "kms_master_key_id", Want: notManaged},
)

var queuePolicies = []demand.PolicyRow{
	{Type: "aws_sqs_queue_policy", Noun: "queue policy", Path: "policy"},
	{Type: "aws_sqs_queue", Noun: "queue", Path: "policy"},
}

// QueueWildcardActions reports queue policies that allow every action.
var QueueWildcardActions = demand.Policy(merlon.Check{
	ID:       "aws-sqs-queue-wildcard-actions",
	Title:    "SQS queue policy allows every action",
	Severity: merlon.Medium,
	STRIDE:   merlon.ElevationOfPrivilege | merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `Whoever is to send may then also read, purge and delete the queue, and change its policy. sqs:* for principals
with names is left alone: SQS itself writes it for the owner.`,
	Fix:     `Name the actions, such as sqs:SendMessage.`,
	Sources: []string{sourceQueuePolicies},
	Aliases: []string{"CKV_AWS_72", "AVD-AWS-0097", "aws-sqs-no-wildcards-in-policy-documents"},
}, "allows every action", func(_ *iam.Policy, s *iam.Statement) merlon.Truth {
	if s.Effect != iam.Allow {
		return merlon.False
	}
	ofQueues := s.Actions.CoversActions("sqs:*").And(s.AllowsAnyPrincipal())
	return s.Actions.EveryAction().Or(ofQueues)
}, queuePolicies...)

// QueueAllActions reports queue policies that allow sqs:* to somebody.
var QueueAllActions = demand.Policy(merlon.Check{
	ID:       "aws-sqs-queue-all-actions",
	Title:    "SQS queue policy allows all actions of SQS",
	Severity: merlon.Low,
	OptIn:    true, // right for the owner's own account, and aws-sqs-queue-wildcard-actions reports it for everybody
	STRIDE:   merlon.ElevationOfPrivilege | merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why:      `Whoever is to send or to receive may then also purge and delete the queue, and change its policy.`,
	Fix:      `Name the actions, such as sqs:SendMessage.`,
	Sources:  []string{sourceQueuePolicies},
	Aliases:  []string{"AVD-AWS-0097", "aws-sqs-no-wildcards-in-policy-documents"},
}, "allows all actions of SQS", func(_ *iam.Policy, s *iam.Statement) merlon.Truth {
	return merlon.TruthOf(s.Effect == iam.Allow).And(s.Actions.CoversActions("sqs:*"))
}, queuePolicies...)

// QueuePublicPolicy reports queue policies that let strangers in.
var QueuePublicPolicy = demand.Policy(merlon.Check{
	ID:       "aws-sqs-queue-public-policy",
	Title:    "SQS queue policy lets everyone in",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `A statement that allows the principal * without a condition on who calls lets everybody send what the consumers
then act on, or read and remove messages. It takes no AWS account.`,
	Fix:     `Name the accounts, roles or services, or add a condition on aws:SourceArn or aws:PrincipalOrgID.`,
	Sources: []string{sourceQueuePolicies, controls("sqs")},
	Aliases: []string{"CKV_AWS_168", "CKV_AWS_387", "AC_AWS_0365"},
}, "lets everyone in", demand.Public, queuePolicies...)
