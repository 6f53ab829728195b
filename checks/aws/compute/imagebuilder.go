package compute

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const sourceImageBuilder = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html"

// ImageBuilderEncryption reports recipes with volumes that are not encrypted.
var ImageBuilderEncryption = &merlon.Check{
	ID:       "aws-imagebuilder-recipe-encryption",
	Title:    "Image recipe has an unencrypted volume",
	Severity: merlon.Medium,
	Targets:  []string{"aws_imagebuilder_image_recipe"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `The image's snapshots, and every instance that starts from it, are readable to whoever gets hold of a snapshot or shares it by
mistake. A volume that does not say is as the parent image is, and most are not encrypted.`,
	Fix:     `Set encrypted = true in ebs of each block_device_mapping, or turn EBS encryption by default on.`,
	Sources: []string{"https://docs.aws.amazon.com/imagebuilder/latest/userguide/create-image-recipes.html", sourceImageBuilder},
	Aliases: []string{"CKV_AWS_200"},
	Run: func(pass *merlon.Pass, recipe *merlon.Resource) {
		for ebs := range recipe.Elements("block_device_mapping", "ebs") {
			v := ebs.Attr("encrypted")
			holds := v.Truth()
			if holds != merlon.True {
				holds = holds.Or(demand.EncryptedByDefault(pass, recipe))
			}
			if v.IsNull() && demand.Given(ebs.Attr("snapshot_id")) != merlon.False {
				holds = holds.Or(merlon.Unknown) // as the snapshot is
			}
			pass.Require(holds, v, "a volume of recipe %q is not encrypted", recipe.Name)
		}
	},
}

// ImageBuilderCustomerKey reports what Image Builder makes without a key of
// the customer's own.
var ImageBuilderCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-imagebuilder-customer-key",
	Title:    "Image Builder uses no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // components are always encrypted, and images as their recipe says
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `A key of one's own says who may read components and start images, in which accounts, and can be disabled.`,
	Fix:      `Set kms_key_id to an aws_kms_key; the accounts that images are distributed to need leave to use it.`,
	Sources:  []string{sourceImageBuilder},
	Aliases:  []string{"CKV_AWS_180", "CKV_AWS_199", "CKV_AWS_200"},
}, "has no customer-managed key",
	demand.Row{Type: "aws_imagebuilder_component", Noun: "component", Path: "kms_key_id", Want: demand.CustomerKey},
	demand.Row{Type: "aws_imagebuilder_container_recipe", Noun: "container recipe", Path: "kms_key_id", Want: demand.CustomerKey},
	demand.Row{
		Type: "aws_imagebuilder_distribution_configuration", Noun: "distribution configuration",
		Each: "distribution.ami_distribution_configuration", Path: "kms_key_id", Want: demand.CustomerKey,
	},
	demand.Row{
		Type: "aws_imagebuilder_image_recipe", Noun: "image recipe",
		Each: "block_device_mapping.ebs", Path: "kms_key_id", Want: demand.CustomerKey,
	},
)
