package compute

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const sourceDLM = "https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html"

// encryptsCopies wants the encryption_configuration of an event's copies to be
// on. The provider calls the switch encrypted; encryption is what people write
// who went by the name of the block.
func encryptsCopies(v merlon.Value) merlon.Truth {
	return v.Attr("encrypted").Truth().Or(v.Attr("encryption").Truth())
}

// LifecycleCopyEncryption reports policies that copy snapshots unencrypted.
var LifecycleCopyEncryption = demand.Setting(merlon.Check{
	ID:       "aws-dlm-copy-encryption",
	Title:    "Lifecycle policy copies snapshots unencrypted to another region",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `A copy of an unencrypted snapshot stays unencrypted: whoever it is shared with, by intent or by mistake, reads the whole
volume.`,
	Fix: `Set encrypted = true in each cross_region_copy_rule, and in encryption_configuration of each cross_region_copy.`,
	Sources: []string{
		sourceDLM, "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
	},
	Aliases: []string{"CKV_AWS_253", "CKV_AWS_255"},
}, "copies snapshots unencrypted",
	demand.Row{
		Type: "aws_dlm_lifecycle_policy", Noun: "policy", Each: "policy_details.action.cross_region_copy",
		Path: "encryption_configuration", Want: encryptsCopies,
	},
	demand.Row{
		Type: "aws_dlm_lifecycle_policy", Noun: "policy", Each: "policy_details.schedule.cross_region_copy_rule",
		Path: "encrypted", Want: demand.On,
	},
)

// LifecycleCopyCustomerKey reports policies that copy snapshots without a key
// of the customer's own.
var LifecycleCopyCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-dlm-copy-customer-key",
	Title:    "Lifecycle policy copies snapshots without a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // encrypted copies get the region's default key
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Under the key that AWS manages, copies cannot be restored in another account, and nothing but IAM says who reads them.`,
	Fix:      `Set cmk_arn to an aws_kms_key of the target region.`,
	Sources:  []string{sourceDLM},
	Aliases:  []string{"CKV_AWS_254", "CKV_AWS_256"},
}, "copies snapshots without a key of yours",
	demand.Row{
		Type: "aws_dlm_lifecycle_policy", Noun: "policy", Each: "policy_details.action.cross_region_copy",
		Path: "encryption_configuration.cmk_arn", Want: demand.CustomerKey,
	},
	demand.Row{
		Type: "aws_dlm_lifecycle_policy", Noun: "policy", Each: "policy_details.schedule.cross_region_copy_rule",
		Path: "cmk_arn", Want: demand.CustomerKey,
	},
)
