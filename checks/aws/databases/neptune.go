package databases

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const sourceNeptuneEncryption = "https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html"

// NeptuneEncryption reports clusters with unencrypted storage.
var NeptuneEncryption = demand.Setting(merlon.Check{
	ID:       "aws-neptune-encryption",
	Title:    "Neptune cluster storage is not encrypted",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `Storage, backups and snapshots of an unencrypted cluster are readable to whoever gets hold of them, and
encryption cannot be switched on later: it takes a copy of the whole cluster.`,
	Fix:     `Set storage_encrypted = true.`,
	Sources: []string{sourceNeptuneEncryption, controls("neptune")},
	Aliases: []string{"CKV_AWS_44", "AVD-AWS-0076", "AC_AWS_0493", "aws-neptune-enable-storage-encryption"},
}, "is not encrypted",
	demand.Row{Type: "aws_neptune_cluster", Noun: "cluster", Path: "storage_encrypted", Want: onUnlessRestored},
	demand.Row{Type: "aws_neptune_global_cluster", Noun: "global cluster", Path: "storage_encrypted", Want: onUnlessBuiltFrom},
)

// NeptuneCustomerKey reports clusters under AWS's own key, or none.
var NeptuneCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-neptune-customer-key",
	Title:    "Neptune cluster is not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `With a key of one's own, the key's policy says who may restore a snapshot, and leave can be taken back.`,
	Fix:      `Set storage_encrypted = true and kms_key_arn.`,
	Sources:  []string{sourceNeptuneEncryption},
	Aliases:  []string{"CKV_AWS_347", "AVD-AWS-0128", "aws-neptune-encryption-customer-key"},
}, "names no customer-managed key",
	demand.Row{Type: "aws_neptune_cluster", Noun: "cluster", Path: "kms_key_arn", Want: demand.CustomerKey},
)

// ofCluster answers for a snapshot by its cluster: an attribute that the
// snapshot does not set itself is the cluster's.
func ofCluster(attribute string, want demand.Want) demand.Want {
	return func(v merlon.Value) merlon.Truth {
		holds := want(v)
		if v.IsNull() && v.Resource() != nil {
			for _, cluster := range v.Resource().Attr("db_cluster_identifier").Targets("aws_neptune_cluster") {
				holds = want(cluster.Attr(attribute))
			}
		}
		return holds
	}
}

var (
	// NeptuneSnapshotEncryption reports snapshots that nothing encrypts.
	NeptuneSnapshotEncryption = demand.Setting(merlon.Check{
		ID:       "aws-neptune-snapshot-encryption",
		Title:    "Nothing in the code encrypts the Neptune snapshot",
		Severity: merlon.Medium,
		OptIn:    true, // the cluster's own check reports the cause
		STRIDE:   merlon.InformationDisclosure,
		CIA:      merlon.Confidentiality,
		Why:      `A snapshot is encrypted if and only if its cluster is.`,
		Fix:      `Encrypt the cluster that the snapshot is taken of.`,
		Sources:  []string{sourceNeptuneEncryption, controls("neptune")},
		Aliases:  []string{"CKV_AWS_279"},
	}, "is encrypted by nothing in the code",
		demand.Row{
			Type: "aws_neptune_cluster_snapshot", Noun: "snapshot", Path: "storage_encrypted",
			Want: ofCluster("storage_encrypted", onUnlessRestored),
		},
	)
	// NeptuneSnapshotCustomerKey reports snapshots under AWS's own key.
	NeptuneSnapshotCustomerKey = demand.Setting(merlon.Check{
		ID:       "aws-neptune-snapshot-customer-key",
		Title:    "Neptune snapshot is not encrypted with a customer-managed key",
		Severity: merlon.Low,
		OptIn:    true, // the cluster's own check reports the cause
		STRIDE:   merlon.InformationDisclosure,
		CIA:      merlon.Confidentiality,
		AAA:      merlon.Authorization,
		Why:      `A snapshot has its cluster's key. Under a key of AWS's own it cannot be shared, and nobody can take leave back.`,
		Fix:      `Set kms_key_arn of the cluster that the snapshot is taken of.`,
		Sources:  []string{sourceNeptuneEncryption},
		Aliases:  []string{"CKV_AWS_280"},
	}, "has no customer-managed key",
		demand.Row{
			Type: "aws_neptune_cluster_snapshot", Noun: "snapshot", Path: "kms_key_id",
			Want: ofCluster("kms_key_arn", demand.CustomerKey),
		},
	)
)

// NeptunePubliclyAccessible reports instances with a public address.
var NeptunePubliclyAccessible = demand.Setting(merlon.Check{
	ID:       "aws-neptune-publicly-accessible",
	Title:    "Neptune instance has a public address",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Availability,
	AAA:      merlon.Authentication,
	Why:      `Only a security group stands between the internet and the database.`,
	Fix:      `Leave publicly_accessible out, or set it to false, and reach the database from inside its VPC.`,
	Sources:  []string{"https://docs.aws.amazon.com/neptune/latest/userguide/security-vpc.html", controls("neptune")},
	Aliases:  []string{"CKV_AWS_102"},
}, "has a public address",
	demand.Row{Type: "aws_neptune_cluster_instance", Noun: "instance", Path: "publicly_accessible", Want: demand.Off},
)

// NeptuneLogExports reports clusters that export no audit log.
var NeptuneLogExports = demand.Setting(merlon.Check{
	ID:       "aws-neptune-log-exports",
	Title:    "Neptune cluster does not export its audit log",
	Severity: merlon.Low,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `The audit log tells who queried what. On the instances it is rotated away; in CloudWatch Logs it can be kept and watched.`,
	Fix: `Add audit to enable_cloudwatch_logs_exports, and set neptune_enable_audit_log to 1 in the cluster's parameter
group.`,
	Sources: []string{"https://docs.aws.amazon.com/neptune/latest/userguide/cloudwatch-logs.html", controls("neptune")},
	Aliases: []string{"CKV_AWS_101", "AVD-AWS-0075", "AC_AWS_0494", "aws-neptune-enable-log-export"},
}, "does not export its audit log",
	demand.Row{Type: "aws_neptune_cluster", Noun: "cluster", Path: "enable_cloudwatch_logs_exports", Want: demand.Includes("audit")},
)

// NeptuneIAMAuthentication reports clusters that know no login.
var NeptuneIAMAuthentication = demand.Setting(merlon.Check{
	ID:       "aws-neptune-iam-authentication",
	Title:    "Neptune cluster answers without a login",
	Severity: merlon.Medium,
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication | merlon.Authorization,
	Why:      `Neptune has no passwords: without IAM authentication whoever reaches the port may read and change the graph.`,
	Fix:      `Set iam_database_authentication_enabled = true, and let clients sign their requests.`,
	Sources:  []string{"https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html", controls("neptune")},
	Aliases:  []string{"CKV_AWS_359"},
}, "answers without a login",
	demand.Row{Type: "aws_neptune_cluster", Noun: "cluster", Path: "iam_database_authentication_enabled", Want: demand.On},
)

// NeptuneDeletionProtection reports clusters that one call deletes.
var NeptuneDeletionProtection = demand.Setting(merlon.Check{
	ID:       "aws-neptune-deletion-protection",
	Title:    "Neptune cluster can be deleted by one call",
	Severity: merlon.Medium,
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why: `A terraform destroy in the wrong directory, or one API call with stolen keys, deletes the database and its
automated backups. With deletion protection it takes two.`,
	Fix:     `Set deletion_protection = true.`,
	Sources: []string{"https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html", controls("neptune")},
	Aliases: []string{"CKV2_AWS_58"},
}, "has no deletion protection",
	demand.Row{Type: "aws_neptune_cluster", Noun: "cluster", Path: "deletion_protection", Want: demand.On},
	demand.Row{Type: "aws_neptune_global_cluster", Noun: "global cluster", Path: "deletion_protection", Want: demand.On},
)

// NeptuneShortBackups reports clusters whose backups are kept for too few days.
var NeptuneShortBackups = shortBackups(merlon.Check{
	ID:      "aws-neptune-short-backups",
	Title:   "Neptune keeps backups for too few days",
	Sources: []string{"https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview.html", controls("neptune")},
	Aliases: []string{"CKV_AWS_361"},
}, "aws_neptune_cluster")

// NeptuneCopyTags reports clusters whose snapshots lack their tags.
var NeptuneCopyTags = demand.Setting(merlon.Check{
	ID:       "aws-neptune-copy-tags",
	Title:    "Neptune cluster does not copy its tags to snapshots",
	Severity: merlon.Info,
	OptIn:    true, // matters where tags decide about access or data class
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Where tags say what the data are, or who may touch them, a snapshot without the tags is outside of those
rules.`,
	Fix:     `Set copy_tags_to_snapshot = true.`,
	Sources: []string{controls("neptune")},
	Aliases: []string{"CKV_AWS_362"},
}, "does not copy its tags to snapshots",
	demand.Row{Type: "aws_neptune_cluster", Noun: "cluster", Path: "copy_tags_to_snapshot", Want: demand.On},
)

// NeptuneMultiAZ reports clusters of one instance.
var NeptuneMultiAZ = demand.InSeveralZones(merlon.Check{
	ID:       "aws-neptune-multi-az",
	Title:    "Neptune cluster has instances in one availability zone only",
	Severity: merlon.Low,
	OptIn:    true, // doubles the price
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why: `When the zone or the instance fails, the database is gone until Neptune has made another instance. A replica in another
zone takes over within minutes.`,
	Fix:     `Add a second aws_neptune_cluster_instance.`,
	Sources: []string{"https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview-fault-tolerance.html", controls("neptune")},
}, "aws_neptune_cluster", "aws_neptune_cluster_instance", func(merlon.Value) merlon.Truth { return merlon.True })
