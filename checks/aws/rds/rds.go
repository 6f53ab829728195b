// Package rds holds the checks of Amazon RDS and Aurora: a database is
// encrypted, out of reach of strangers, opened by no password that others
// know, kept in backups, and leaves a trace of what is done to it.
package rds

import (
	"embed"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of RDS with their examples.
var Family = merlon.Family{
	Name: "rds",
	Checks: []*merlon.Check{
		InstanceEncryption,
		ClusterEncryption,
		GlobalClusterEncryption,
		ClusterCustomerKey,
		ClusterSnapshotEncryption,
		SnapshotCopyCustomerKey,
		ReplicatedBackupCustomerKey,
		ActivityStreamCustomerKey,
		PerformanceInsightsCustomerKey,
		PubliclyAccessible,
		PrivateSubnets,
		WideIngress,
		ClassicSecurityGroup,
		ClassicGroupEveryone,
		ClassicGroupPublic,
		ClassicGroupWide,
		PublicSnapshot,
		Password,
		DefaultUserName,
		InstanceIAMAuthentication,
		ClusterIAMAuthentication,
		TransitEncryption,
		CACertificate,
		VulnerablePostgres,
		VulnerableAurora,
		MinorUpgrades,
		MinorUpgradesUnstated,
		BackupsOff,
		OneDayBackups,
		ShortBackups,
		BackupPlan,
		InstanceBackupPlan,
		Backtrack,
		InstanceDeletionProtection,
		ClusterDeletionProtection,
		InstanceCopyTags,
		ClusterCopyTags,
		MultiAZ,
		ClusterMultiAZ,
		ClusterEvents,
		InstanceEvents,
		ParameterGroupEvents,
		SecurityGroupEvents,
		InstanceLogExports,
		ClusterLogExports,
		AuditLog,
		InstanceQueryLogging,
		ClusterQueryLogging,
		PerformanceInsights,
		EnhancedMonitoring,
	},
	Examples: testdata,
}

const sourceControls = "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"

var (
	instances        = []string{"aws_db_instance"}
	clusters         = []string{"aws_rds_cluster"}
	databases        = []string{"aws_db_instance", "aws_rds_cluster"}
	instancesOfBoth  = []string{"aws_db_instance", "aws_rds_cluster_instance"}
	instanceOrMember = map[string]string{
		"aws_db_instance": "instance", "aws_rds_cluster_instance": "cluster instance", "aws_rds_cluster": "cluster",
		"aws_rds_global_cluster": "global cluster",
	}
)

// kind is what a message calls the resource.
func kind(r *merlon.Resource) string {
	if k, ok := instanceOrMember[r.Type]; ok {
		return k
	}
	return "database"
}

// given says whether a name, ARN or key was given: one that is known only at
// apply because it belongs to a resource of the estate is.
func given(v merlon.Value) merlon.Truth {
	if v.IsNull() {
		return merlon.False
	}
	if text, ok := v.Text(); ok {
		return merlon.TruthOf(text != "")
	}
	if len(v.Refs()) > 0 {
		return merlon.True
	}
	// A text around an unknown part is not empty, whatever the part is.
	doc, _ := v.Document()
	if !merlon.HasPlaceholder(doc[:min(len(doc), len("⟦"))]) && doc != "" {
		return merlon.True
	}
	return merlon.Unknown
}

// A replica in the same region takes these settings over from its source.
func isReplica(db *merlon.Resource) bool {
	return db.Attr("replicate_source_db").IsSet() || db.Attr("replication_source_identifier").IsSet()
}
