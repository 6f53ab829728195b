// Package storage holds the checks of file and archive storage: EFS, FSx,
// Glacier, Backup, DataSync, Transfer Family.
package storage

import (
	"embed"

	"merlon"
	"merlon/checks/aws/internal/source"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name: "storage",
	Checks: []*merlon.Check{
		FileSystemEncryption,
		FileSystemCustomerKey,
		FileSystemBackupPlan,
		FileSystemAutomaticBackups,
		MountTargetPublicSubnet,
		AccessPointRoot,
		AccessPointUser,
		FileSystemPublicPolicy,
		FileSystemWildcardActions,

		FSxCustomerKey,
		FSxOpenZFSMultiAZ,
		FSxONTAPMultiAZ,
		FSxWindowsMultiAZ,
		FSxOpenZFSCopyTags,
		FSxLustreCopyTags,
		GlacierPublicPolicy,

		BackupVaultCustomerKey,
		BackupVaultPublicPolicy,

		DataSyncSecret,
		DataSyncLogging,

		TransferPublicEndpoint,
		TransferPlainFTP,
		TransferWeakAlgorithms,
		TransferOldPolicy,
		TransferConnectorLogging,
	},
	Examples: testdata,
}

// controls is the page of Security Hub's controls of a service.
var controls = source.Controls
