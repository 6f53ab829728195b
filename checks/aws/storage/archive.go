package storage

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

// FSxCustomerKey reports FSx file systems under AWS's own key.
var FSxCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-fsx-customer-key",
	Title:    "FSx file system is not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // FSx encrypts always; aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `With a key of one's own, the key's policy says who may restore a backup, and leave can be taken back.`,
	Fix:      `Set kms_key_id; for Lustre that takes a deployment_type of PERSISTENT_1 or PERSISTENT_2.`,
	Sources: []string{
		"https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/encryption-at-rest.html",
		"https://docs.aws.amazon.com/fsx/latest/WindowsGuide/encryption-at-rest.html",
		"https://docs.aws.amazon.com/fsx/latest/LustreGuide/encryption-at-rest.html",
		"https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/encryption-at-rest.html",
	},
	Aliases: []string{"CKV_AWS_178", "CKV_AWS_179", "CKV_AWS_190", "CKV_AWS_203"},
}, "names no customer-managed key",
	demand.Row{Type: "aws_fsx_ontap_file_system", Noun: "file system", Path: "kms_key_id", Want: demand.CustomerKey},
	demand.Row{Type: "aws_fsx_windows_file_system", Noun: "file system", Path: "kms_key_id", Want: demand.CustomerKey},
	demand.Row{Type: "aws_fsx_lustre_file_system", Noun: "file system", Path: "kms_key_id", Want: demand.CustomerKey},
	demand.Row{Type: "aws_fsx_openzfs_file_system", Noun: "file system", Path: "kms_key_id", Want: demand.CustomerKey},
)

// GlacierPublicPolicy reports vault policies that let strangers in.
var GlacierPublicPolicy = demand.Policy(merlon.Check{
	ID:       "aws-glacier-public-policy",
	Title:    "Glacier vault policy lets everyone in",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why:      `A statement that allows the principal * without a condition on who calls opens the archive to every AWS account.`,
	Fix:      `Name the accounts or roles that need the vault.`,
	Sources:  []string{"https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-access-policy.html"},
	Aliases:  []string{"CKV_AWS_167"},
}, "lets everyone in", demand.Public,
	demand.PolicyRow{Type: "aws_glacier_vault", Noun: "vault", Path: "access_policy"},
	demand.PolicyRow{Type: "aws_glacier_vault_lock", Noun: "vault lock", Path: "policy"},
)

// BackupVaultCustomerKey reports vaults under AWS's own key.
var BackupVaultCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-backup-vault-customer-key",
	Title:    "Backup vault is not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // Backup encrypts always; aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `With a key of one's own, the key's policy says who may restore, leave can be taken back, and backups can be
copied to another account.`,
	Fix:     `Set kms_key_arn.`,
	Sources: []string{"https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html", controls("backup")},
	Aliases: []string{"CKV_AWS_166"},
}, "names no customer-managed key",
	demand.Row{Type: "aws_backup_vault", Noun: "vault", Path: "kms_key_arn", Want: demand.CustomerKey},
)

// BackupVaultPublicPolicy reports vault policies that let strangers in.
var BackupVaultPublicPolicy = demand.Policy(merlon.Check{
	ID:       "aws-backup-vault-public-policy",
	Title:    "Backup vault policy lets everyone in",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `A statement that allows the principal * without a condition on who calls lets strangers copy backups in, or
tamper with those that are there.`,
	Fix:     `Name the accounts, or add a condition on aws:PrincipalOrgID.`,
	Sources: []string{"https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html"},
}, "lets everyone in", demand.Public,
	demand.PolicyRow{Type: "aws_backup_vault_policy", Noun: "vault policy", Path: "policy"},
)

// fsxMultiAZ makes a check that asks file systems of a kind for a standby in a
// second zone.
func fsxMultiAZ(kind, title, typ string, types ...string) *merlon.Check {
	return demand.Setting(merlon.Check{
		ID:       "aws-fsx-" + kind + "-multi-az",
		Title:    "FSx for " + title + " stands in one availability zone",
		Severity: merlon.Low,
		OptIn:    true, // costs twice as much, and is not to be had in every region
		STRIDE:   merlon.DenialOfService,
		CIA:      merlon.Availability,
		Why:      `When the zone fails, nobody reaches the files until it is back. A file server in a second zone takes over by itself.`,
		Fix:      `Make the file system anew with deployment_type = "` + types[0] + `": it cannot be changed later.`,
		Sources:  []string{"https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html", controls("fsx")},
	}, "stands in one availability zone",
		demand.Row{Type: typ, Noun: "file system", Path: "deployment_type", Want: demand.OneOf(types...)},
	)
}

var (
	// FSxOpenZFSMultiAZ reports OpenZFS file systems in one zone.
	FSxOpenZFSMultiAZ = fsxMultiAZ("openzfs", "OpenZFS", "aws_fsx_openzfs_file_system", "MULTI_AZ_1")
	// FSxONTAPMultiAZ reports ONTAP file systems in one zone.
	FSxONTAPMultiAZ = fsxMultiAZ("ontap", "NetApp ONTAP", "aws_fsx_ontap_file_system", "MULTI_AZ_2", "MULTI_AZ_1")
	// FSxWindowsMultiAZ reports Windows file servers in one zone.
	FSxWindowsMultiAZ = fsxMultiAZ("windows", "Windows File Server", "aws_fsx_windows_file_system", "MULTI_AZ_1")
)

// fsxCopyTags makes a check that asks whether copies of a file system get its
// tags.
func fsxCopyTags(kind, title string, rows ...demand.Row) *merlon.Check {
	return demand.Setting(merlon.Check{
		ID:       "aws-fsx-" + kind + "-copy-tags",
		Title:    "FSx for " + title + " does not hand its tags on",
		Severity: merlon.Info,
		OptIn:    true, // matters only where tags decide who may do what
		STRIDE:   merlon.InformationDisclosure,
		CIA:      merlon.Confidentiality,
		AAA:      merlon.Authorization | merlon.Accounting,
		Why:      `Where permissions and backup plans go by tags, a copy without them escapes both.`,
		Fix:      `Set the switches that copy tags to true; they cannot all be changed later.`,
		Sources:  []string{"https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html", controls("fsx")},
	}, "does not copy its tags to backups", rows...)
}

var (
	// FSxOpenZFSCopyTags reports OpenZFS file systems whose copies have no tags.
	FSxOpenZFSCopyTags = fsxCopyTags("openzfs", "OpenZFS",
		demand.Row{Type: "aws_fsx_openzfs_file_system", Noun: "file system", Path: "copy_tags_to_backups", Want: demand.On},
		demand.Row{
			Type: "aws_fsx_openzfs_file_system", Noun: "file system", Path: "copy_tags_to_volumes", Want: demand.On,
			Says: "does not copy its tags to volumes",
		},
	)
	// FSxLustreCopyTags reports Lustre file systems whose backups have no tags.
	FSxLustreCopyTags = fsxCopyTags("lustre", "Lustre",
		demand.Row{
			Type: "aws_fsx_lustre_file_system", Noun: "file system", Path: "copy_tags_to_backups", Want: demand.On,
			// Scratch file systems have no backups.
			When: demand.At("deployment_type", demand.OneOf("PERSISTENT_1", "PERSISTENT_2")),
		},
	)
)
