package rds

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/backup"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/once"
)

// ClusterMultiAZ reports Aurora clusters of one instance. Clusters of other
// engines always span zones.
var ClusterMultiAZ = demand.InSeveralZones(merlon.Check{
	ID:       "aws-rds-cluster-multi-az",
	Title:    "Aurora cluster has instances in one availability zone only",
	Severity: merlon.Low,
	OptIn:    true, // doubles the price
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why: `When the zone or the instance fails, the database is gone until Aurora has made another instance. A replica in another
zone takes over within a minute.`,
	Fix:     `Add a second aws_rds_cluster_instance.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html", sourceControls},
}, "aws_rds_cluster", "aws_rds_cluster_instance", demand.At("engine", demand.OneOf("aurora", "aurora-mysql", "aurora-postgresql")))

// InstanceBackupPlan reports instances that no backup plan covers.
var InstanceBackupPlan = &merlon.Check{
	ID:       "aws-rds-instance-backup-plan",
	Title:    "No AWS Backup plan covers the RDS instance",
	Severity: merlon.Low,
	OptIn:    true, // RDS's own backups may be enough
	Targets:  instances,
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	Why: `AWS Backup keeps copies for as long as the plan says, in a vault of its own, in another account if wanted:
out of reach of whoever takes the database's account over.`,
	Fix:     `Name the instance, or a tag of it, in an aws_backup_selection.`,
	Sources: []string{"https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html", sourceControls},
	Run: func(pass *merlon.Pass, db *merlon.Resource) {
		pass.Require(backup.Covered(db, "rds", "db:"), db, "no backup plan covers instance %q", db.Name)
	},
}

var subscriptions = once.ByRoot("aws_db_event_subscription")

// subscribes makes a check that asks the event subscriptions of a root for
// categories of one kind of source. A root without a subscription to that kind
// is not judged: it may be made elsewhere.
func subscribes(kind, title string, categories ...string) *merlon.Check {
	return &merlon.Check{
		ID:       "aws-rds-" + kind + "-events",
		Title:    "RDS event subscription leaves out important events of " + title,
		Severity: merlon.Low,
		OptIn:    true, // many teams watch by other means
		Targets:  []string{"aws_db_event_subscription"},
		STRIDE:   merlon.Repudiation | merlon.DenialOfService,
		CIA:      merlon.Availability,
		AAA:      merlon.Accounting,
		Why:      `Nobody hears of a failure, or of a change that nobody planned.`,
		Fix:      `Add to event_categories: ` + strings.Join(categories, ", ") + `. Leave enabled out.`,
		Sources:  []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html", sourceControls},
		Run: func(pass *merlon.Pass, subscription *merlon.Resource) {
			ofKind := demand.OneOf("db-" + kind)
			if ofKind(subscription.Attr("source_type")) != merlon.True {
				return
			}
			for _, category := range categories {
				hears, first := merlon.False, (*merlon.Resource)(nil)
				for _, s := range subscriptions.In(pass.Estate)[subscription.Origin.Root] {
					kinds := s.Attr("source_type")
					if first == nil && ofKind(kinds) == merlon.True {
						first = s
					}
					told := s.Attr("event_categories")
					hears = hears.Or(ofKind(kinds).Or(demand.Absent(kinds)).And(
						s.Attr("enabled").Or(merlon.True), demand.Absent(told).Or(demand.Includes(category)(told)),
						demand.Absent(s.Attr("source_ids"))))
				}
				if first == subscription { // a root answers once
					pass.Require(hears, subscription.Attr("event_categories"), "nobody is told of %q of %s", category, title)
				}
			}
		},
	}
}

var (
	// ClusterEvents reports subscriptions that leave events of clusters out.
	ClusterEvents = subscribes("cluster", "clusters", "maintenance", "failure")
	// InstanceEvents reports subscriptions that leave events of instances out.
	InstanceEvents = subscribes("instance", "instances", "maintenance", "configuration change", "failure")
	// ParameterGroupEvents reports subscriptions that leave out changes of
	// parameter groups.
	ParameterGroupEvents = subscribes("parameter-group", "parameter groups", "configuration change")
	// SecurityGroupEvents reports subscriptions that leave out events of the
	// security groups of databases.
	SecurityGroupEvents = subscribes("security-group", "security groups", "configuration change", "failure")
)
