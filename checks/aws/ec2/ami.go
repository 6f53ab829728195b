package ec2

import (
	"slices"
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	amiEncryptionPage = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html"
	amiSharingPage    = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharing-amis.html"
	amiOwnersPage     = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-allowed-amis.html"
	amiWhy            = `Every instance that starts from the image has its data in clear, as has everyone whom the image is shared with.`
)

// AMIEncryption reports images with unencrypted devices. A device made from a
// snapshot is as its snapshot is.
var AMIEncryption = &merlon.Check{
	ID:       "aws-ec2-ami-encryption",
	Title:    "AMI has an unencrypted block device",
	Severity: merlon.Medium,
	Targets:  []string{"aws_ami"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      amiWhy,
	Fix:      `Set encrypted = true on each ebs_block_device, or make it from an encrypted snapshot.`,
	Sources:  []string{amiEncryptionPage},
	Aliases:  []string{"CKV_AWS_204", "AC_AWS_0005"},
	Run: func(pass *merlon.Pass, ami *merlon.Resource) {
		for device := range ami.Elements("ebs_block_device") {
			if demand.Given(device.Attr("snapshot_id")) != merlon.False && device.Attr("encrypted").IsNull() {
				continue
			}
			requireEncrypted(pass, device, "block device", device.Attr("device_name"))
		}
	},
}

// AMICopyEncryption reports copies of images that are not encrypted.
var AMICopyEncryption = &merlon.Check{
	ID:       "aws-ec2-ami-copy-encryption",
	Title:    "AMI copy is not encrypted",
	Severity: merlon.Medium,
	Targets:  []string{"aws_ami_copy"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      amiWhy + ` Copying is the moment to encrypt an image that others made.`,
	Fix:      `Set encrypted = true, with kms_key_id for a key of your own.`,
	Sources:  []string{amiEncryptionPage},
	Aliases:  []string{"CKV_AWS_235"},
	Run: func(pass *merlon.Pass, ami *merlon.Resource) {
		v := ami.Attr("encrypted")
		holds := v.Truth()
		if holds != merlon.True {
			holds = holds.Or(demand.EncryptedByDefault(pass, ami))
		}
		pass.Require(holds, v, "AMI copy %q is not encrypted", ami.Name)
	},
}

// AMICopyCMK reports copies of images without a key of the customer's own.
var AMICopyCMK = demand.Setting(merlon.Check{
	ID:       "aws-ec2-ami-copy-cmk",
	Title:    "AMI copy is not encrypted with a customer managed key",
	Severity: merlon.Low,
	OptIn:    true, // an image under AWS's own key is encrypted, and cannot be shared
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Only a key of your own says who may start instances from the image, in which accounts.`,
	Fix:      `Set kms_key_id to an aws_kms_key.`,
	Sources:  []string{amiEncryptionPage},
	Aliases:  []string{"CKV_AWS_236"},
}, "is not encrypted with a key of yours", demand.Row{Type: "aws_ami_copy", Noun: "AMI copy", Path: "kms_key_id", Want: demand.CustomerKey})

// AMIPublic reports images that everyone may start.
var AMIPublic = demand.Setting(merlon.Check{
	ID:       "aws-ec2-ami-public",
	Title:    "AMI is shared with everyone",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Every AWS account may start the image and read its disks: code, settings, and what was left behind in them.`,
	Fix:      `Remove group = "all"; name the account_id, or the organization_arn, that needs the image.`,
	Sources:  []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html", amiSharingPage},
	Aliases:  []string{"CKV_AWS_205", "AC_AWS_0006"},
}, "shares an image with everyone",
	demand.Row{Type: "aws_ami_launch_permission", Noun: "launch permission", Path: "group", Want: demand.NoneOf("all")},
	demand.Row{
		Type: "aws_imagebuilder_distribution_configuration", Noun: "distribution configuration",
		Each: "distribution.ami_distribution_configuration.launch_permission", Path: "user_groups", Want: demand.Excludes("all"),
		Says: "shares its images with everyone",
	},
)

// AMILaunchPermission reports images that are shared with other accounts.
var AMILaunchPermission = &merlon.Check{
	ID:       "aws-ec2-ami-launch-permission",
	Title:    "AMI is shared with other accounts",
	Severity: merlon.Low,
	OptIn:    true, // how organizations hand images on; trusted_accounts tells which are theirs
	Targets:  []string{"aws_ami_launch_permission"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Another account may start the image and read its disks, and copy it for good.`,
	Fix:      `Share with an organization_arn, or list the account under trusted_accounts in merlon.yaml.`,
	Sources:  []string{amiSharingPage},
	Aliases:  []string{"CKV_AWS_205", "AC_AWS_0006"},
	Run: func(pass *merlon.Pass, permission *merlon.Resource) {
		v := permission.Attr("account_id")
		account, known := v.Text()
		switch {
		case v.IsUnknown():
			pass.Undecided(v)
		case known && account != "" && !slices.Contains(pass.Settings.TrustedAccounts, account):
			pass.Reportf(v, "image is shared with account %s", account)
		}
	},
}

const amiOwnersFix = `Set owners to the account, or the alias like "amazon", that publishes the image.`

// AMIOwners reports look-ups that take an image of any publisher whose name
// fits a pattern.
var AMIOwners = &merlon.Check{
	ID:       "aws-ec2-ami-owners",
	Title:    "AMI is looked up by a name that anyone can use",
	Severity: merlon.High,
	Targets:  []string{"data.aws_ami"},
	STRIDE:   merlon.Spoofing | merlon.Tampering | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication,
	Why: `Anyone can publish an image under any name. A newer one that fits the pattern is taken in place of the right one, and
runs with the instances' roles.`,
	Fix:     amiOwnersFix,
	Sources: []string{amiOwnersPage},
	Aliases: []string{"CKV_AWS_386", "AVD-AWS-0344", "aws-ami-ensure-ami-has-owners"},
	Run: func(pass *merlon.Pass, lookup *merlon.Resource) {
		anyone, exact := anyonesImage(lookup)
		pass.Require(anyone.And(exact.Not()).Not(), lookup.Attr("owners"), "image %q is looked up by a name that anyone can use", lookup.Name)
	},
}

// AMIOwnersExactName reports the same of look-ups by one name: it has to be
// the same name, which anyone can use as well.
var AMIOwnersExactName = &merlon.Check{
	ID:       "aws-ec2-ami-owners-exact-name",
	Title:    "AMI is looked up by name without its owner",
	Severity: merlon.Low,
	Targets:  []string{"data.aws_ami"},
	STRIDE:   merlon.Spoofing | merlon.Tampering | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication,
	Why: `Names of images are unique in an account only. Someone who publishes a second image of that name has the look-up fail, or with
most_recent has his own taken.`,
	Fix:     amiOwnersFix,
	Sources: []string{amiOwnersPage},
	Aliases: []string{"AVD-AWS-0344", "aws-ami-ensure-ami-has-owners"},
	Run: func(pass *merlon.Pass, lookup *merlon.Resource) {
		anyone, exact := anyonesImage(lookup)
		if exact == merlon.True {
			pass.Require(anyone.Not(), lookup.Attr("owners"), "image %q is looked up by name without its owner", lookup.Name)
		}
	},
}

// anyonesImage says whether a look-up may find an image of any publisher, and
// whether it asks for one name.
func anyonesImage(lookup *merlon.Resource) (anyone, exact merlon.Truth) {
	named := demand.Given(lookup.Attr("owners"))
	for filter := range lookup.Elements("filter") {
		switch filter.Attr("name").String() {
		case "owner-id", "owner-alias", "image-id":
			named = named.Or(demand.Given(filter.Attr("values")))
		case "name":
			texts, complete := filter.Attr("values").Strings()
			exact = merlon.TruthOf(!slices.ContainsFunc(texts, func(t string) bool { return strings.ContainsAny(t, "*?") }))
			if !complete {
				exact = exact.And(merlon.Unknown)
			}
		}
	}
	if lookup.Attr("filter").MayHaveMore() {
		named = named.Or(merlon.Unknown)
	}
	return named.Not(), exact
}
