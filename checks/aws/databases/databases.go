// Package databases holds the checks of data stores other than RDS:
// DocumentDB, DynamoDB and DAX, ElastiCache, MemoryDB, Neptune, Redshift, QLDB,
// Keyspaces, Timestream, and DMS, which moves data between them.
package databases

import (
	"embed"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/source"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name: "databases",
	Checks: []*merlon.Check{
		DocumentDBEncryption,
		DocumentDBGlobalEncryption,
		DocumentDBCustomerKey,
		DocumentDBLogExports,
		DocumentDBAuditParameter,
		DocumentDBTLS,
		DocumentDBDeletionProtection,
		DocumentDBShortBackups,

		DynamoDBEncryption,
		DynamoDBCustomerKey,
		DynamoDBPointInTimeRecovery,
		DynamoDBAutoScaling,
		DynamoDBDeletionProtection,
		DynamoDBBackupPlan,
		DAXEncryption,
		DAXTLS,

		ElastiCacheEncryption,
		ElastiCacheCustomerKey,
		ElastiCacheTransitEncryption,
		ElastiCachePlainConnections,
		ElastiCacheAuthentication,
		ElastiCacheBackups,
		ElastiCacheFailover,
		ElastiCacheCrossZone,
		ElastiCacheMinorUpgrades,
		ElastiCacheAncientVersion,
		ElastiCacheUnsupportedVersion,
		ElastiCacheSubnetGroup,
		ElastiCacheMemcached,
		ElastiCacheClassicSecurityGroup,
		ElastiCacheSecurityGroupDescription,

		MemoryDBCustomerKey,
		MemoryDBTLS,
		MemoryDBOpenACL,

		NeptuneEncryption,
		NeptuneCustomerKey,
		NeptuneSnapshotEncryption,
		NeptuneSnapshotCustomerKey,
		NeptunePubliclyAccessible,
		NeptuneLogExports,
		NeptuneIAMAuthentication,
		NeptuneDeletionProtection,
		NeptuneShortBackups,
		NeptuneCopyTags,
		NeptuneMultiAZ,

		RedshiftEncryption,
		RedshiftEncryptionUnstated,
		RedshiftCustomerKey,
		RedshiftPubliclyAccessible,
		RedshiftPubliclyAccessibleUnstated,
		RedshiftDefaultUserName,
		RedshiftLogging,
		RedshiftTLS,
		RedshiftVersionUpgrades,
		RedshiftDefaultDatabaseName,
		RedshiftEnhancedRouting,
		RedshiftSnapshotsOff,
		RedshiftSubnetGroup,
		RedshiftClassicSecurityGroup,
		RedshiftSecurityGroupDescription,
		RedshiftMultiAZ,
		RedshiftServerlessTLS,
		RedshiftServerlessUserName,
		RedshiftServerlessLogging,

		QLDBPermissionsMode,
		QLDBDeletionProtection,
		KeyspacesCustomerKey,
		TimestreamCustomerKey,

		DMSPubliclyAccessible,
		DMSCustomerKey,
		DMSMinorUpgrades,
		DMSEndpointTLS,
		DMSSourceLogging,
		DMSTargetLogging,
		DMSMongoDBAuthentication,
		DMSRedisTLS,
		DMSMultiAZ,
	},
	Examples: testdata,
}

// controls is the page of Security Hub's controls of a service.
var controls = source.Controls

// onUnlessRestored wants a switch to be on. Where it is not set, what is
// restored from a snapshot or copied from another cluster is as that was,
// which is not known here.
func onUnlessRestored(v merlon.Value) merlon.Truth {
	if v.IsNull() && v.Resource() != nil {
		for _, name := range []string{"snapshot_identifier", "restore_to_point_in_time", "replication_source_identifier"} {
			if demand.Given(v.Resource().Attr(name)) != merlon.False {
				return merlon.Unknown
			}
		}
	}
	return v.Truth()
}

// onUnlessBuiltFrom wants a global cluster's switch to be on. One that is built
// from a cluster takes the switch over from it.
func onUnlessBuiltFrom(v merlon.Value) merlon.Truth {
	if !v.IsNull() || v.Resource() == nil {
		return v.Truth()
	}
	from := v.Resource().Attr("source_db_cluster_identifier")
	if demand.Given(from) == merlon.False {
		return merlon.False
	}
	holds := merlon.Unknown
	for _, cluster := range from.Targets("aws_docdb_cluster", "aws_neptune_cluster") {
		holds = onUnlessRestored(cluster.Attr("storage_encrypted"))
	}
	return holds
}

// shortBackups makes a check that asks clusters of a type for backups of as
// many days as the settings say. AWS keeps them for one day where a cluster
// does not say.
func shortBackups(c merlon.Check, typ string) *merlon.Check {
	c.Severity = merlon.Low
	c.Targets = []string{typ}
	c.STRIDE = merlon.Tampering | merlon.DenialOfService
	c.CIA = merlon.Integrity | merlon.Availability
	c.Why = `What was broken before the oldest backup cannot be undone. Settings say how many days are enough, 7 unless
changed. A cluster that does not say has one day's.`
	c.Fix = `Set backup_retention_period to the days that your settings ask for, or more.`
	c.Run = func(pass *merlon.Pass, cluster *merlon.Resource) {
		v := cluster.Attr("backup_retention_period")
		days, known := v.Int()
		if v.IsNull() {
			days, known = 1, true
		}
		switch {
		case !known:
			pass.Undecided(v)
		case days < pass.Settings.BackupRetentionDays:
			pass.Reportf(v, "backups of cluster %q are kept for %d of %d days", cluster.Name, days, pass.Settings.BackupRetentionDays)
		}
	}
	return &c
}

// parameterCheck makes a check that asks parameter groups of a type about one
// parameter. The want is given a null value where the group does not set it.
func parameterCheck(c merlon.Check, typ, name, says string, want func(group *merlon.Resource, v merlon.Value) merlon.Truth) *merlon.Check {
	c.Targets = []string{typ}
	c.Run = func(pass *merlon.Pass, group *merlon.Resource) {
		maybe := group.Attr("parameter").MayHaveMore()
		for p := range group.Elements("parameter") {
			switch p.Attr("name").Is(name) {
			case merlon.True:
				v := p.Attr("value")
				pass.Require(want(group, v), v, "parameter group %q %s", group.Name, says)
				return
			case merlon.Unknown:
				maybe = true
			}
		}
		holds := want(group, merlon.Value{})
		if maybe {
			holds = merlon.Unknown
		}
		pass.Require(holds, group, "parameter group %q %s", group.Name, says)
	}
	return &c
}
