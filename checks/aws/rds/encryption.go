package rds

import "merlon"

const (
	sourceEncryption = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html"
	sourceAurora     = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html"
	whyEncryption    = `Storage, backups, snapshots and replicas of an unencrypted database are readable to whoever gets hold of them,
and encryption cannot be switched on later: it takes a copy of the whole database.`
)

// InstanceEncryption reports instances with unencrypted storage.
var InstanceEncryption = &merlon.Check{
	ID:       "aws-rds-instance-encryption",
	Title:    "RDS instance storage is not encrypted",
	Severity: merlon.High,
	Targets:  instances,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      whyEncryption,
	Fix:      `Set storage_encrypted = true.`,
	Sources:  []string{sourceEncryption, sourceControls},
	Aliases:  []string{"CKV_AWS_16", "AVD-AWS-0080", "AC_AWS_0058", "aws-rds-encrypt-instance-storage-data"},
	Run: func(pass *merlon.Pass, db *merlon.Resource) {
		v := db.Attr("storage_encrypted")
		if inherits(pass, db, v) || db.Attr("engine").Is("aurora", "aurora-mysql", "aurora-postgresql") == merlon.True {
			return // the source's or the cluster's storage
		}
		pass.Require(v.Truth(), v, "storage of instance %q is not encrypted", db.Name)
	},
}

// ClusterEncryption reports clusters with unencrypted storage.
var ClusterEncryption = &merlon.Check{
	ID:       "aws-rds-cluster-encryption",
	Title:    "RDS cluster storage is not encrypted",
	Severity: merlon.High,
	Targets:  clusters,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      whyEncryption,
	Fix:      `Set storage_encrypted = true.`,
	Sources:  []string{sourceAurora, sourceControls},
	Aliases:  []string{"CKV_AWS_96", "AVD-AWS-0079", "AC_AWS_0186", "aws-rds-encrypt-cluster-storage-data"},
	Run: func(pass *merlon.Pass, cluster *merlon.Resource) {
		v := cluster.Attr("storage_encrypted")
		// Aurora Serverless v1 is always encrypted.
		if inherits(pass, cluster, v) || v.IsNull() && cluster.Attr("engine_mode").Is("serverless") == merlon.True {
			return
		}
		pass.Require(v.Truth(), v, "storage of cluster %q is not encrypted", cluster.Name)
	},
}

// inherits says whether what encrypts the database is said elsewhere: by the
// source of a replica, or by the snapshot it is restored from, whose answer is
// not known here.
func inherits(pass *merlon.Pass, db *merlon.Resource, encrypted merlon.Value) bool {
	if encrypted.IsSet() {
		return false
	}
	for _, name := range []string{"snapshot_identifier", "restore_to_point_in_time"} {
		if v := db.Attr(name); v.IsSet() {
			pass.Undecidedf(v, "whether %q is encrypted hangs on what it is restored from", db.Name)
			return true
		}
	}
	return isReplica(db)
}

// GlobalClusterEncryption reports global clusters with unencrypted storage.
var GlobalClusterEncryption = &merlon.Check{
	ID:       "aws-rds-global-cluster-encryption",
	Title:    "RDS global cluster storage is not encrypted",
	Severity: merlon.High,
	Targets:  []string{"aws_rds_global_cluster"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      whyEncryption,
	Fix:      `Set storage_encrypted = true, or build the global cluster from an encrypted one.`,
	Sources:  []string{sourceAurora},
	Aliases:  []string{"CKV_AWS_140"},
	Run: func(pass *merlon.Pass, global *merlon.Resource) {
		v := global.Attr("storage_encrypted")
		holds := v.Truth()
		if source := global.Attr("source_db_cluster_identifier"); v.IsNull() && source.IsSet() {
			holds = merlon.Unknown
			for _, cluster := range source.Targets("aws_rds_cluster") {
				holds = cluster.Attr("storage_encrypted").Truth()
			}
		}
		pass.Require(holds, v, "storage of global cluster %q is not encrypted", global.Name)
	},
}

// ClusterSnapshotEncryption reports cluster snapshots that nothing encrypts.
var ClusterSnapshotEncryption = &merlon.Check{
	ID:       "aws-rds-cluster-snapshot-encryption",
	Title:    "Nothing in the code encrypts the RDS cluster snapshot",
	Severity: merlon.Medium,
	OptIn:    true, // the cluster's own check reports the cause
	Targets:  []string{"aws_db_cluster_snapshot"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `A snapshot is encrypted if and only if its cluster is.`,
	Fix:      `Encrypt the cluster that the snapshot is taken of.`,
	Sources:  []string{sourceAurora, sourceControls},
	Aliases:  []string{"CKV_AWS_146"},
	Run: func(pass *merlon.Pass, snapshot *merlon.Resource) {
		v := snapshot.Attr("storage_encrypted")
		holds := v.Truth()
		if v.IsNull() {
			for _, cluster := range snapshot.Attr("db_cluster_identifier").Targets("aws_rds_cluster") {
				holds = cluster.Attr("storage_encrypted").Truth()
			}
		}
		pass.Require(holds, snapshot, "nothing encrypts snapshot %q", snapshot.Name)
	},
}

// keyCheck makes a check that asks for a key in an attribute.
func keyCheck(id, title string, targets []string, attribute, why, fix, source string, aliases ...string) *merlon.Check {
	return &merlon.Check{
		ID:       "aws-rds-" + id,
		Title:    title,
		Severity: merlon.Low,
		OptIn:    true, // aws-data-confidential-key asks for keys where the data need them
		Targets:  targets,
		STRIDE:   merlon.InformationDisclosure,
		CIA:      merlon.Confidentiality,
		AAA:      merlon.Authorization,
		Why:      why,
		Fix:      fix,
		Sources:  []string{source},
		Aliases:  aliases,
		Run: func(pass *merlon.Pass, r *merlon.Resource) {
			v := r.Attr(attribute)
			pass.Require(given(v), v, "%q names no customer-managed key", r.Name)
		},
	}
}

// The checks that ask for a key by name.
var (
	// ClusterCustomerKey reports clusters under AWS's own key, or none.
	ClusterCustomerKey = keyCheck("cluster-customer-key", "RDS cluster is not encrypted with a customer-managed key",
		clusters, "kms_key_id",
		`With a key of one's own, leave to restore a snapshot elsewhere can be taken back by the key's policy.`,
		`Set storage_encrypted = true and kms_key_id.`, sourceAurora,
		"CKV_AWS_327", "AVD-AWS-0079")
	// SnapshotCopyCustomerKey reports snapshot copies without a key.
	SnapshotCopyCustomerKey = keyCheck("snapshot-copy-customer-key", "RDS snapshot copy names no customer-managed key",
		[]string{"aws_db_snapshot_copy"}, "kms_key_id",
		`The copy of an unencrypted snapshot stays unencrypted unless the copy names a key.`,
		`Set kms_key_id.`, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html",
		"CKV_AWS_266")
	// ReplicatedBackupCustomerKey reports replicated backups without a key.
	ReplicatedBackupCustomerKey = keyCheck("replicated-backup-customer-key", "RDS replicated backups name no customer-managed key",
		[]string{"aws_db_instance_automated_backups_replication"}, "kms_key_id",
		`Backups that are replicated to another region are encrypted there with the key that is named.`,
		`Set kms_key_id to a key of the destination's region.`, "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html",
		"CKV_AWS_245")
	// ActivityStreamCustomerKey reports activity streams without a key.
	ActivityStreamCustomerKey = keyCheck("activity-stream-customer-key", "RDS activity stream names no customer-managed key",
		[]string{"aws_rds_cluster_activity_stream"}, "kms_key_id",
		`An activity stream holds the statements that were run, with the data in them.`,
		`Set kms_key_id.`, "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.Overview.html",
		"CKV_AWS_246")
)

// PerformanceInsightsCustomerKey reports performance insights under AWS's key.
var PerformanceInsightsCustomerKey = &merlon.Check{
	ID:       "aws-rds-performance-insights-customer-key",
	Title:    "RDS performance insights are not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true,
	Targets:  instancesOfBoth,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Performance insights keep the text of statements. They are encrypted with a key of AWS's unless one is named.`,
	Fix:      `Set performance_insights_kms_key_id.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.html"},
	Aliases:  []string{"CKV_AWS_354", "AVD-AWS-0078", "aws-rds-enable-performance-insights-encryption"},
	Run: func(pass *merlon.Pass, db *merlon.Resource) {
		v := db.Attr("performance_insights_kms_key_id")
		holds := db.Attr("performance_insights_enabled").Truth().Not().Or(given(v))
		pass.Require(holds, v, "performance insights of %s %q have no customer-managed key", kind(db), db.Name)
	},
}
