package storage

import (
	"merlon"
	"merlon/checks/aws/internal/backup"
	"merlon/checks/aws/internal/demand"
	"merlon/internal/iam"
)

const (
	sourceFileSystemEncryption = "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html"
	sourceAccessPoints         = "https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html"
	sourceFileSystemPolicies   = "https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html"
)

// FileSystemEncryption reports file systems that are not encrypted.
var FileSystemEncryption = demand.Setting(merlon.Check{
	ID:       "aws-efs-encryption",
	Title:    "EFS file system is not encrypted",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `Files lie on the service's disks in clear. Terraform asks for encryption only where the code does, and it
cannot be switched on later: it takes a copy of all files.`,
	Fix:     `Set encrypted = true.`,
	Sources: []string{sourceFileSystemEncryption, controls("efs")},
	Aliases: []string{"CKV_AWS_42", "AVD-AWS-0037", "AC_AWS_0097", "aws-efs-enable-at-rest-encryption"},
}, "is not encrypted",
	demand.Row{Type: "aws_efs_file_system", Noun: "file system", Path: "encrypted", Want: demand.On},
)

// FileSystemCustomerKey reports file systems under AWS's own key, or none.
var FileSystemCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-efs-customer-key",
	Title:    "EFS file system is not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `With a key of one's own, the key's policy says who may mount the file system, and leave can be taken back.`,
	Fix:      `Set encrypted = true and kms_key_id.`,
	Sources:  []string{sourceFileSystemEncryption, controls("efs")},
	Aliases:  []string{"CKV_AWS_184", "AC_AWS_0098"},
}, "names no customer-managed key",
	demand.Row{Type: "aws_efs_file_system", Noun: "file system", Path: "kms_key_id", Want: demand.CustomerKey},
)

// FileSystemBackupPlan reports file systems that nothing backs up.
var FileSystemBackupPlan = &merlon.Check{
	ID:       "aws-efs-backup-plan",
	Title:    "No AWS Backup plan covers the EFS file system",
	Severity: merlon.Low,
	OptIn:    true, // plans are often made elsewhere, and choose by tags
	Targets:  []string{"aws_efs_file_system"},
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	Why: `EFS keeps no earlier states of its own: what is deleted or encrypted by an attacker is gone. Automatic backups
are a plan too.`,
	Fix:     `Add an aws_efs_backup_policy with status ENABLED, or name the file system in an aws_backup_selection.`,
	Sources: []string{"https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html", controls("efs")},
	Aliases: []string{"CKV2_AWS_18"},
	Run: func(pass *merlon.Pass, fs *merlon.Resource) {
		has, weak := demand.Accompanied(pass, fs, demand.Link{
			Type: "aws_efs_backup_policy", Path: "file_system_id",
			Want: demand.Want(demand.At("backup_policy.status", demand.OneOf("ENABLED"))),
		})
		has = has.Or(backup.Covered(fs, "elasticfilesystem", "file-system/"))
		if f := pass.Require(has, fs, "no backup plan covers file system %q", fs.Name); f != nil {
			f.About(weak...)
		}
	},
}

// FileSystemAutomaticBackups reports file systems that do not back up by
// themselves. The console switches this on, Terraform does not.
var FileSystemAutomaticBackups = demand.Companion(merlon.Check{
	ID:       "aws-efs-automatic-backups",
	Title:    "EFS automatic backups are off",
	Severity: merlon.Low,
	OptIn:    true, // a plan of one's own is as good: aws-efs-backup-plan takes both
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	Why:      `EFS keeps no earlier states of its own: what is deleted or encrypted by an attacker is gone.`,
	Fix:      `Add an aws_efs_backup_policy with status ENABLED.`,
	Sources:  []string{"https://docs.aws.amazon.com/efs/latest/ug/automatic-backups.html", controls("efs")},
}, "does not back up by itself", demand.CompanionRow{
	Type: "aws_efs_file_system", Noun: "file system",
	Links: []demand.Link{{
		Type: "aws_efs_backup_policy", Path: "file_system_id",
		Want: demand.Want(demand.At("backup_policy.status", demand.OneOf("ENABLED"))),
	}},
})

// MountTargetPublicSubnet reports mount targets in subnets for public machines.
var MountTargetPublicSubnet = &merlon.Check{
	ID:       "aws-efs-mount-target-public-subnet",
	Title:    "EFS mount target stands in a subnet that gives out public addresses",
	Severity: merlon.Low,
	OptIn:    true, // the mount target itself never gets a public address
	Targets:  []string{"aws_efs_mount_target"},
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why: `The file system shares a subnet with machines that are on the internet: one of them that is taken over needs no
way through the network to it.`,
	Fix:     `Set subnet_id to a private subnet.`,
	Sources: []string{"https://docs.aws.amazon.com/config/latest/developerguide/efs-mount-target-public-accessible.html", controls("efs")},
	Run: func(pass *merlon.Pass, target *merlon.Resource) {
		v := target.Attr("subnet_id")
		for _, subnet := range v.Targets("aws_subnet", "aws_default_subnet") {
			gives := subnet.Attr("map_public_ip_on_launch").Or(merlon.TruthOf(subnet.Type == "aws_default_subnet"))
			if f := pass.Require(gives.Not(), v, "mount target %q stands in subnet %q, which gives out public addresses", target.Name, subnet.Name); f != nil {
				f.About(subnet)
			}
		}
	},
}

// AccessPointRoot reports access points that show the whole file system.
var AccessPointRoot = demand.Setting(merlon.Check{
	ID:       "aws-efs-access-point-root",
	Title:    "EFS access point shows the whole file system",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `Without a root directory of its own the access point keeps its clients from nothing: they see the others' files.`,
	Fix:      `Add root_directory with the path of the application.`,
	Sources:  []string{sourceAccessPoints, controls("efs")},
	Aliases:  []string{"CKV_AWS_329"},
}, "shows the whole file system",
	demand.Row{
		Type: "aws_efs_access_point", Noun: "access point", Path: "root_directory.path",
		Want: func(v merlon.Value) merlon.Truth { return demand.Given(v).And(v.Is("/").Not()) },
	},
)

// AccessPointUser reports access points whose clients say who they are.
var AccessPointUser = demand.Setting(merlon.Check{
	ID:       "aws-efs-access-point-user",
	Title:    "EFS access point lets clients say which user they are",
	Severity: merlon.Medium,
	STRIDE:   merlon.Spoofing | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication | merlon.Authorization,
	Why:      `NFS believes the user number that a client sends, 0 for root included, unless the access point sets one.`,
	Fix:      `Add posix_user with the uid and gid of the application.`,
	Sources:  []string{sourceAccessPoints, controls("efs")},
	Aliases:  []string{"CKV_AWS_330"},
}, "lets clients say which user they are",
	demand.Row{Type: "aws_efs_access_point", Noun: "access point", Path: "posix_user", Want: demand.Given},
)

var fileSystemPolicies = demand.PolicyRow{Type: "aws_efs_file_system_policy", Noun: "file system policy", Path: "policy"}

// FileSystemPublicPolicy reports file system policies that let strangers in.
var FileSystemPublicPolicy = demand.Policy(merlon.Check{
	ID:       "aws-efs-public-policy",
	Title:    "EFS file system policy lets everyone in",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `A statement that allows the principal * lets in every client that reaches a mount target, without a login. The
condition that AWS calls not public, elasticfilesystem:AccessedViaMountTarget, keeps callers from elsewhere out.`,
	Fix: `Name the roles of the clients, or add a condition on elasticfilesystem:AccessedViaMountTarget or
elasticfilesystem:AccessPointArn.`,
	Sources: []string{sourceFileSystemPolicies, "https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html"},
	Aliases: []string{"AC_AWS_0464"},
}, "lets everyone in", demand.Public, fileSystemPolicies)

// FileSystemWildcardActions reports file system policies that allow all.
var FileSystemWildcardActions = demand.Policy(merlon.Check{
	ID:       "aws-efs-wildcard-actions",
	Title:    "EFS file system policy allows every action",
	Severity: merlon.Low,
	OptIn:    true, // an administrator's statement is written so
	STRIDE:   merlon.ElevationOfPrivilege | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why:      `Whoever is to mount the file system may then also delete it, and change its policy.`,
	Fix:      `Name the actions, such as elasticfilesystem:ClientMount and elasticfilesystem:ClientWrite.`,
	Sources:  []string{sourceFileSystemPolicies},
	Aliases:  []string{"AC_AWS_0464"},
}, "allows every action", func(_ *iam.Policy, s *iam.Statement) merlon.Truth {
	if s.Effect != iam.Allow {
		return merlon.False
	}
	return s.Actions.CoversActions("elasticfilesystem:*")
}, fileSystemPolicies)
