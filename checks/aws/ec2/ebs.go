package ec2

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	ebsEncryptionPage = "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html"
	ebsWhy            = `Data at rest is readable to whoever gets hold of a snapshot, of the API's block reads, or of the medium. Encryption
puts the key, and its log, in between.`
)

// volumeEncrypted reports whether a volume or block device is encrypted. What
// is made from a snapshot and does not say is as its snapshot is.
func volumeEncrypted(pass *merlon.Pass, device merlon.Value) merlon.Truth {
	v := device.Attr("encrypted")
	if v.IsSet() && v.Truth() != merlon.False {
		return v.Truth()
	}
	// EBS ignores encrypted = false where the account encrypts by default.
	holds := demand.EncryptedByDefault(pass, device.Resource())
	if v.IsNull() && (device.Attr("snapshot_id").IsSet() && device.Attr("snapshot_id").String() != "" || device.Attr("snapshot_id").IsUnknown()) {
		holds = holds.Or(merlon.Unknown)
	}
	return holds
}

// EBSVolumeEncryption reports volumes that are not encrypted.
var EBSVolumeEncryption = &merlon.Check{
	ID:       "aws-ec2-ebs-volume-encryption",
	Title:    "EBS volume is not encrypted",
	Severity: merlon.High,
	Targets:  []string{"aws_ebs_volume"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      ebsWhy,
	Fix:      `Set encrypted = true. An existing volume is encrypted by way of a snapshot copy.`,
	Sources:  []string{securityHub("3"), ebsEncryptionPage},
	Aliases:  []string{"CKV_AWS_3", "AVD-AWS-0026", "aws-ec2-enable-volume-encryption", "aws-ebs-enable-volume-encryption"},
	Run: func(pass *merlon.Pass, volume *merlon.Resource) {
		pass.Require(volumeEncrypted(pass, volume.Whole()), volume.Attr("encrypted"), "EBS volume %q is not encrypted", volume.Name)
	},
}

// EBSAttachedVolumeEncryption is the same question of attached volumes only.
var EBSAttachedVolumeEncryption = &merlon.Check{
	ID:       "aws-ec2-ebs-attached-volume-encryption",
	Title:    "Unencrypted EBS volume is attached to an instance",
	Severity: merlon.High,
	OptIn:    true, // aws-ec2-ebs-volume-encryption reports these and the others
	Targets:  []string{"aws_ebs_volume"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      ebsWhy,
	Fix:      `Set encrypted = true. An existing volume is encrypted by way of a snapshot copy.`,
	Sources:  []string{securityHub("3"), ebsEncryptionPage},
	Aliases:  []string{"CKV2_AWS_2"},
	Run: func(pass *merlon.Pass, volume *merlon.Resource) {
		attachments := pass.Companions(volume, "aws_volume_attachment", "volume_id")
		holds := volumeEncrypted(pass, volume.Whole()).Or(attachments.Any().Not())
		if f := pass.Require(holds, volume.Attr("encrypted"), "EBS volume %q is attached and not encrypted", volume.Name); f != nil {
			f.About(attachments.List...)
		}
	},
}

// EBSVolumeCMK reports volumes without a key of the customer's own.
var EBSVolumeCMK = &merlon.Check{
	ID:       "aws-ec2-ebs-volume-cmk",
	Title:    "EBS volume is not encrypted with a customer managed key",
	Severity: merlon.Low,
	OptIn:    true,
	Targets:  []string{"aws_ebs_volume"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Who may use the AWS managed key cannot be narrowed, and it cannot be disabled when a volume falls into wrong hands.`,
	Fix:      `Set kms_key_id to a customer managed key.`,
	Sources:  []string{ebsEncryptionPage},
	Aliases:  []string{"CKV_AWS_189", "AVD-AWS-0027", "AC_AWS_0460", "aws-ec2-volume-encryption-customer-key", "aws-ebs-encryption-customer-key"},
	Run: func(pass *merlon.Pass, volume *merlon.Resource) {
		requireCMK(pass, volume.Attr("kms_key_id"), "EBS volume", volume)
	},
}

// requireCMK reports a key that is not given, or is AWS's own.
func requireCMK(pass *merlon.Pass, v merlon.Value, what string, r *merlon.Resource) {
	text := v.String()
	switch {
	case v.IsUnknown() && len(v.Targets()) == 0:
		pass.Undecided(v)
	case v.IsUnknown():
		for _, key := range v.Targets() {
			if key.Mode == merlon.Data && key.Attr("key_id").Is("alias/aws/ebs") == merlon.True {
				pass.Reportf(v, "%s %q is encrypted with the AWS managed key", what, r.Name)
			}
		}
	case text == "":
		pass.Reportf(v, "%s %q names no customer managed key", what, r.Name)
	case strings.HasSuffix(text, "alias/aws/ebs"):
		pass.Reportf(v, "%s %q is encrypted with the AWS managed key", what, r.Name)
	}
}

// EBSDefaultEncryption reports accounts where encryption by default is off.
var EBSDefaultEncryption = &merlon.Check{
	ID:       "aws-ec2-ebs-default-encryption",
	Title:    "EBS encryption by default is off",
	Severity: merlon.Medium,
	Targets:  []string{"aws_ebs_encryption_by_default"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Every volume that somebody forgets to encrypt, and every copy, stays readable.`,
	Fix:      `Set enabled to true.`,
	Sources:  []string{securityHub("7"), ebsEncryptionPage},
	Aliases:  []string{"CKV_AWS_106", "AC_AWS_0079"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		v := r.Attr("enabled")
		pass.Require(v.Or(merlon.True), v, "EBS encryption by default is turned off")
	},
}

// EBSSnapshotEncryption reports snapshot copies without a key of the
// customer's own.
var EBSSnapshotEncryption = &merlon.Check{
	ID:       "aws-ec2-ebs-snapshot-encryption",
	Title:    "EBS snapshot copy is not encrypted with a customer managed key",
	Severity: merlon.Low,
	OptIn:    true,
	Targets:  []string{"aws_ebs_snapshot_copy"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `A copy is often made for another region or account; only a key of your own says who may read it there.`,
	Fix:      `Set encrypted to true and kms_key_id to a customer managed key of the target region.`,
	Sources:  []string{ebsEncryptionPage},
	Aliases:  []string{"CKV_AWS_183", "AC_AWS_0459"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		requireCMK(pass, r.Attr("kms_key_id"), "snapshot copy", r)
	},
}

const (
	deviceFix = `Set encrypted = true on root_block_device and each ebs_block_device, or turn EBS encryption by default on.`
	deviceWhy = ebsWhy + ` A block device that says nothing is as its image is, and most images are not encrypted.`
)

// InstanceBlockDeviceEncryption reports instances with unencrypted devices.
var InstanceBlockDeviceEncryption = &merlon.Check{
	ID:       "aws-ec2-instance-block-device-encryption",
	Title:    "Instance has an unencrypted block device",
	Severity: merlon.High,
	Targets:  []string{"aws_instance"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      deviceWhy,
	Fix:      deviceFix,
	Sources:  []string{securityHub("3"), ebsEncryptionPage},
	Aliases:  []string{"CKV_AWS_8", "AVD-AWS-0131", "aws-ec2-enable-at-rest-encryption"},
	Run:      checkDevices,
}

// LaunchConfigEncryption reports launch configurations and templates with
// unencrypted devices.
var LaunchConfigEncryption = &merlon.Check{
	ID:       "aws-ec2-launch-config-encryption",
	Title:    "Launch configuration or template has an unencrypted block device",
	Severity: merlon.High,
	Targets:  []string{"aws_launch_configuration", "aws_launch_template"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      deviceWhy,
	Fix:      deviceFix,
	Sources:  []string{securityHub("3"), ebsEncryptionPage},
	Aliases: []string{
		"CKV_AWS_8", "AVD-AWS-0008", "AC_AWS_0167",
		"aws-ec2-enable-launch-config-at-rest-encryption", "aws-autoscaling-enable-at-rest-encryption",
	},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if r.Type == "aws_launch_configuration" {
			checkDevices(pass, r)
			return
		}
		// A template is laid over others and over the image: what it does not
		// map it does not decide.
		for mapping := range r.Elements("block_device_mappings") {
			for device := range mapping.Attr("ebs").Elements() {
				requireEncrypted(pass, device, "block device", mapping.Attr("device_name"))
			}
		}
	},
}

func checkDevices(pass *merlon.Pass, r *merlon.Resource) {
	root := r.Attr("root_block_device")
	if root.IsNull() && r.Attr("launch_template").IsNull() {
		// The image decides, and it is not in the code.
		pass.Require(demand.EncryptedByDefault(pass, r), r, "root volume of %s is not set to be encrypted", r.Label())
	}
	for _, name := range []string{"root_block_device", "ebs_block_device"} {
		for device := range r.Elements(name) {
			if device.Attr("no_device").Truth() == merlon.True {
				continue
			}
			requireEncrypted(pass, device, name, device.Attr("device_name"))
		}
	}
}

func requireEncrypted(pass *merlon.Pass, device merlon.Value, what string, name merlon.Value) {
	if text := name.String(); text != "" {
		what += " " + text
	}
	pass.Require(volumeEncrypted(pass, device), device.Attr("encrypted"), "%s of %s is not encrypted", what, device.Resource().Label())
}

// SnapshotSharingAllowed reports regions whose snapshots may be made public.
var SnapshotSharingAllowed = &merlon.Check{
	ID:       "aws-ec2-snapshot-sharing-allowed",
	Title:    "EBS snapshots may be shared with everyone",
	Severity: merlon.Medium,
	Targets:  []string{"aws_ebs_snapshot_block_public_access"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `One call makes a copy of a disk public, with the data, keys and passwords on it, and strangers copy what is public
within minutes. With block-new-sharing what was public before stays so.`,
	Fix: `Set state = "block-all-sharing".`,
	Sources: []string{
		"https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html", securityHub("182"),
	},
	Run: func(pass *merlon.Pass, setting *merlon.Resource) {
		v := setting.Attr("state")
		if v.Is("block-new-sharing") == merlon.True {
			pass.Reportf(v, "snapshots that are public already stay public").At(merlon.Low)
			return
		}
		pass.Require(v.Is("block-all-sharing"), v, "snapshots may be made public")
	},
}
