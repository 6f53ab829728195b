package rds

import (
	"merlon"
	"merlon/checks/aws/internal/backup"
)

const sourceBackups = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html"

// days is the backup retention of a database, and where it is set. Terraform
// asks for none at all for an instance that does not say, and AWS keeps a
// cluster's for one day.
func days(db *merlon.Resource) (n int, known bool, at merlon.Value) {
	at = db.Attr("backup_retention_period")
	if at.IsNull() {
		if db.Type == "aws_rds_cluster" {
			return 1, true, at
		}
		return 0, true, at
	}
	n, known = at.Int()
	return n, known, at
}

// BackupsOff reports databases whose backups are switched off.
var BackupsOff = &merlon.Check{
	ID:       "aws-rds-backups-off",
	Title:    "RDS backups are switched off",
	Severity: merlon.Medium,
	Targets:  databases,
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	Why:      `A retention of 0 switches automated backups off: after a mistake or an attack there is nothing to go back to.`,
	Fix:      `Set backup_retention_period to the days that you need.`,
	Sources:  []string{sourceBackups, sourceControls},
	Aliases:  []string{"CKV_AWS_133", "AC_AWS_0052"},
	Run: func(pass *merlon.Pass, db *merlon.Resource) {
		v := db.Attr("backup_retention_period")
		if n, ok := v.Int(); ok && n == 0 && !isReplica(db) {
			pass.Reportf(v, "backups of %s %q are switched off", kind(db), db.Name)
		}
	},
}

// OneDayBackups reports databases whose backups are kept for a day at most.
var OneDayBackups = &merlon.Check{
	ID:       "aws-rds-one-day-backups",
	Title:    "RDS keeps backups for one day at most",
	Severity: merlon.Low,
	OptIn:    true, // aws-rds-short-backups asks for as many days as the settings say
	Targets:  databases,
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	Why:      `A mistake that is noticed after the weekend cannot be undone.`,
	Fix:      `Set backup_retention_period to 2 or more.`,
	Sources:  []string{sourceBackups},
	Aliases:  []string{"AVD-AWS-0077", "AC_AWS_0495", "aws-rds-specify-backup-retention"},
	Run: func(pass *merlon.Pass, db *merlon.Resource) {
		n, known, v := days(db)
		switch {
		case isReplica(db):
		case !known:
			pass.Undecided(v)
		case n < 2:
			pass.Reportf(v, "backups of %s %q are kept for one day at most", kind(db), db.Name)
		}
	},
}

// ShortBackups reports databases whose backups are kept for too few days.
var ShortBackups = &merlon.Check{
	ID:       "aws-rds-short-backups",
	Title:    "RDS keeps backups for too few days",
	Severity: merlon.Low,
	Targets:  databases,
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	Why: `What was broken before the oldest backup cannot be undone. Settings say how many days are enough, 7 unless
changed. An instance that does not say has no backups, a cluster has one day's.`,
	Fix:     `Set backup_retention_period to the days that your settings ask for, or more.`,
	Sources: []string{sourceBackups, sourceControls},
	Run: func(pass *merlon.Pass, db *merlon.Resource) {
		n, known, v := days(db)
		switch {
		case isReplica(db), known && n == 0 && v.IsSet(): // aws-rds-backups-off
		case !known:
			pass.Undecided(v)
		case n == 0:
			pass.Reportf(v, "%s %q does not ask for backups", kind(db), db.Name)
		case n < pass.Settings.BackupRetentionDays:
			pass.Reportf(v, "backups of %s %q are kept for %d of %d days", kind(db), db.Name, n, pass.Settings.BackupRetentionDays)
		}
	},
}

// BackupPlan reports clusters that no backup plan covers.
var BackupPlan = &merlon.Check{
	ID:       "aws-rds-backup-plan",
	Title:    "No AWS Backup plan covers the RDS cluster",
	Severity: merlon.Low,
	OptIn:    true, // RDS's own backups may be enough
	Targets:  clusters,
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	Why: `AWS Backup keeps copies for as long as the plan says, in a vault of its own, in another account if wanted:
out of reach of whoever takes the database's account over.`,
	Fix:     `Name the cluster, or a tag of it, in an aws_backup_selection.`,
	Sources: []string{"https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html", sourceControls},
	Aliases: []string{"CKV2_AWS_8"},
	Run: func(pass *merlon.Pass, cluster *merlon.Resource) {
		pass.Require(backup.Covered(cluster, "rds", "cluster:"), cluster, "no backup plan covers cluster %q", cluster.Name)
	},
}

// Backtrack reports Aurora MySQL clusters that cannot be turned back.
var Backtrack = &merlon.Check{
	ID:       "aws-rds-backtrack",
	Title:    "Aurora MySQL cluster has no backtracking",
	Severity: merlon.Info,
	OptIn:    true, // costs money, and is not to be had for every version
	Targets:  clusters,
	STRIDE:   merlon.Tampering,
	CIA:      merlon.Integrity,
	Why:      `Backtracking turns a cluster back in place, in minutes, after a wrong statement.`,
	Fix:      `Set backtrack_window to a number of seconds.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html", sourceControls},
	Aliases:  []string{"CKV_AWS_326"},
	Run: func(pass *merlon.Pass, cluster *merlon.Resource) {
		if engine := cluster.Attr("engine"); engine.IsSet() && engine.Is("aurora", "aurora-mysql") == merlon.False {
			return
		}
		v := cluster.Attr("backtrack_window")
		pass.Require(v.Truth(), v, "cluster %q has no backtracking", cluster.Name)
	},
}
