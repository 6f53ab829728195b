package rds

import "merlon"

// switchCheck makes a check that asks for an attribute to be on.
func switchCheck(c *merlon.Check, attribute, format string) *merlon.Check {
	c.Run = func(pass *merlon.Pass, db *merlon.Resource) {
		v := db.Attr(attribute)
		pass.Require(v.Truth(), v, format, kind(db), db.Name)
	}
	return c
}

func deletionProtection(what, typ, source string, aliases ...string) *merlon.Check {
	return switchCheck(&merlon.Check{
		ID:       "aws-rds-" + what + "-deletion-protection",
		Title:    "RDS " + what + " can be deleted by one call",
		Severity: merlon.Medium,
		Targets:  []string{typ},
		STRIDE:   merlon.DenialOfService,
		CIA:      merlon.Availability,
		Why: `A terraform destroy in the wrong directory, or one API call with stolen keys, deletes the database and its
automated backups. With deletion protection it takes two.`,
		Fix:     `Set deletion_protection = true.`,
		Sources: []string{source, sourceControls},
		Aliases: aliases,
	}, "deletion_protection", "%s %q has no deletion protection")
}

func copyTags(what, typ, alias string) *merlon.Check {
	return switchCheck(&merlon.Check{
		ID:       "aws-rds-" + what + "-copy-tags",
		Title:    "RDS " + what + " does not copy its tags to snapshots",
		Severity: merlon.Info,
		OptIn:    true, // matters where tags decide about access or data class
		Targets:  []string{typ},
		STRIDE:   merlon.InformationDisclosure,
		CIA:      merlon.Confidentiality,
		AAA:      merlon.Authorization,
		Why: `Where tags say what the data are, or who may touch them, a snapshot without the tags is outside of those
rules.`,
		Fix:     `Set copy_tags_to_snapshot = true.`,
		Sources: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html", sourceControls},
		Aliases: []string{alias},
	}, "copy_tags_to_snapshot", "%s %q does not copy its tags to snapshots")
}

var (
	// InstanceDeletionProtection reports instances that one call deletes.
	InstanceDeletionProtection = deletionProtection("instance", "aws_db_instance",
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html", "CKV_AWS_293", "AVD-AWS-0177", "aws-rds-enable-deletion-protection")
	// ClusterDeletionProtection reports clusters that one call deletes.
	ClusterDeletionProtection = deletionProtection("cluster", "aws_rds_cluster",
		"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html", "CKV_AWS_139", "AVD-AWS-0343", "aws-rds-enable-cluster-deletion-protection")
	// InstanceCopyTags reports instances whose snapshots lack their tags.
	InstanceCopyTags = copyTags("instance", "aws_db_instance", "CKV2_AWS_60")
	// ClusterCopyTags reports clusters whose snapshots lack their tags.
	ClusterCopyTags = copyTags("cluster", "aws_rds_cluster", "CKV_AWS_313")
	// MultiAZ reports instances in one zone.
	MultiAZ = switchCheck(&merlon.Check{
		ID:       "aws-rds-multi-az",
		Title:    "RDS instance stands in one availability zone",
		Severity: merlon.Low,
		OptIn:    true, // doubles the price
		Targets:  instances,
		STRIDE:   merlon.DenialOfService,
		CIA:      merlon.Availability,
		Why:      `When the zone or the host fails, the database is gone until it is restored. A standby in another zone takes over in minutes.`,
		Fix:      `Set multi_az = true.`,
		Sources:  []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html", sourceControls},
		Aliases:  []string{"CKV_AWS_157"},
	}, "multi_az", "%s %q stands in one availability zone")
	// PerformanceInsights reports instances without performance insights.
	PerformanceInsights = switchCheck(&merlon.Check{
		ID:       "aws-rds-performance-insights",
		Title:    "RDS instance has no performance insights",
		Severity: merlon.Info,
		OptIn:    true,
		Targets:  instancesOfBoth,
		STRIDE:   merlon.DenialOfService,
		CIA:      merlon.Availability,
		Why:      `Performance insights show which statements load the database, a denial of service among them.`,
		Fix:      `Set performance_insights_enabled = true.`,
		Sources:  []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.html"},
		Aliases:  []string{"CKV_AWS_353", "AVD-AWS-0133", "aws-rds-enable-performance-insights"},
	}, "performance_insights_enabled", "%s %q has no performance insights")
	// EnhancedMonitoring reports instances without the host's metrics.
	EnhancedMonitoring = switchCheck(&merlon.Check{
		ID:       "aws-rds-enhanced-monitoring",
		Title:    "RDS instance has no enhanced monitoring",
		Severity: merlon.Info,
		OptIn:    true,
		Targets:  instancesOfBoth,
		STRIDE:   merlon.DenialOfService,
		CIA:      merlon.Availability,
		Why:      `The hypervisor's metrics do not show which process of the host uses its memory and processors; the agent's do.`,
		Fix:      `Set monitoring_interval to a number of seconds, and monitoring_role_arn.`,
		Sources:  []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html", sourceControls},
		Aliases:  []string{"CKV_AWS_118"},
	}, "monitoring_interval", "%s %q has no enhanced monitoring")
)

func logExports(what, typ, source string, aliases ...string) *merlon.Check {
	return &merlon.Check{
		ID:       "aws-rds-" + what + "-log-exports",
		Title:    "RDS " + what + " exports no logs",
		Severity: merlon.Low,
		Targets:  []string{typ},
		STRIDE:   merlon.Repudiation,
		AAA:      merlon.Accounting,
		Why: `Logs that stay on the database are rotated away after days and go with it. In CloudWatch Logs they can be
kept, searched and watched.`,
		Fix:     `Set enabled_cloudwatch_logs_exports to the logs of the engine.`,
		Sources: []string{source, sourceControls},
		Aliases: aliases,
		Run: func(pass *merlon.Pass, db *merlon.Resource) {
			v := db.Attr("enabled_cloudwatch_logs_exports")
			holds := merlon.TruthOf(v.Len() > 0)
			if v.MayHaveMore() {
				holds = merlon.Unknown
			}
			pass.Require(holds, v, "%s %q exports no logs", kind(db), db.Name)
		},
	}
}

var (
	// InstanceLogExports reports instances whose logs stay where they are.
	InstanceLogExports = logExports("instance", "aws_db_instance",
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html",
		"CKV_AWS_129", "AC_AWS_0454")
	// ClusterLogExports reports clusters whose logs stay where they are.
	ClusterLogExports = logExports("cluster", "aws_rds_cluster",
		"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html",
		"CKV_AWS_324")
)

// AuditLog reports MySQL clusters without an audit log.
var AuditLog = &merlon.Check{
	ID:       "aws-rds-audit-log",
	Title:    "Aurora MySQL cluster does not export its audit log",
	Severity: merlon.Low,
	OptIn:    true, // the log must be switched on in the parameter group too
	Targets:  clusters,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `The audit log tells who logged in and what he asked for.`,
	Fix:      `Add audit to enabled_cloudwatch_logs_exports.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html", sourceControls},
	Aliases:  []string{"CKV_AWS_325"},
	Run: func(pass *merlon.Pass, cluster *merlon.Resource) {
		if engine := cluster.Attr("engine"); engine.IsSet() && engine.Is("aurora", "aurora-mysql", "mysql") == merlon.False {
			return
		}
		v := cluster.Attr("enabled_cloudwatch_logs_exports")
		texts, complete := v.Strings()
		holds := merlon.TruthOf(complete).Not().And(merlon.Unknown)
		for _, s := range texts {
			if s == "audit" {
				holds = merlon.True
			}
		}
		pass.Require(holds, v, "cluster %q does not export its audit log", cluster.Name)
	},
}
