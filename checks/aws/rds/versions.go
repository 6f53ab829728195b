package rds

import (
	"strconv"
	"strings"

	"merlon"
)

// https://aws.amazon.com/security/security-bulletins/AWS-2022-004/
const sourceLogFDW = "https://aws.amazon.com/security/security-bulletins/AWS-2022-004/"

func vulnerable(id, title, engine string, isOld func([]int) bool, aliases ...string) *merlon.Check {
	return &merlon.Check{
		ID:       "aws-rds-" + id,
		Title:    title,
		Severity: merlon.High,
		Targets:  databases,
		STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
		CIA:      merlon.Confidentiality,
		Why: `In these versions a database user with the rds_superuser role can read files of the host through the log_fdw
extension, credentials of an AWS-internal service among them.`,
		Fix:     `Upgrade to a supported version.`,
		Sources: []string{sourceLogFDW},
		Aliases: aliases,
		Run: func(pass *merlon.Pass, db *merlon.Resource) {
			if db.Attr("engine").Is(engine) != merlon.True {
				return
			}
			v := db.Attr("engine_version")
			text, ok := v.Text()
			if !ok {
				return
			}
			if version, ok := parseVersion(text); ok && isOld(version) {
				pass.Reportf(v, "version %s of %s %q lets users read files of the host", text, kind(db), db.Name)
			}
		},
	}
}

// parseVersion reads "13.2" or "9.6.21"; a major version alone says too little.
func parseVersion(text string) ([]int, bool) {
	parts := strings.Split(text, ".")
	if len(parts) < 2 {
		return nil, false
	}
	var version []int
	for _, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil {
			return nil, false
		}
		version = append(version, n)
	}
	return version, true
}

var (
	// VulnerablePostgres reports instances of PostgreSQL with the log_fdw flaw.
	VulnerablePostgres = vulnerable("vulnerable-postgres",
		"RDS for PostgreSQL version lets users read files of the host", "postgres",
		func(v []int) bool {
			last := map[int]int{10: 16, 11: 11, 12: 6, 13: 2}
			if v[0] == 9 && v[1] == 6 {
				return len(v) > 2 && v[2] <= 21
			}
			minor, listed := last[v[0]]
			return v[0] < 10 || listed && v[1] <= minor
		}, "CKV_AWS_250")
	// VulnerableAurora reports Aurora PostgreSQL with the log_fdw flaw.
	VulnerableAurora = vulnerable("vulnerable-aurora-postgres",
		"Aurora PostgreSQL version lets users read files of the host", "aurora-postgresql",
		func(v []int) bool {
			last := map[int]int{10: 13, 11: 8}
			minor, listed := last[v[0]]
			return v[0] < 10 || listed && v[1] <= minor
		}, "CKV_AWS_388", "CKV_AWS_250")
)

func minorUpgrades(id, title, why string, optIn bool, def merlon.Truth, aliases ...string) *merlon.Check {
	return &merlon.Check{
		ID:       "aws-rds-" + id,
		Title:    title,
		Severity: merlon.Low,
		OptIn:    optIn,
		Targets:  instancesOfBoth,
		STRIDE:   merlon.ElevationOfPrivilege,
		CIA:      merlon.Confidentiality | merlon.Availability,
		Why:      why,
		Fix:      `Set auto_minor_version_upgrade = true.`,
		Sources:  []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html", sourceControls},
		Aliases:  aliases,
		Run: func(pass *merlon.Pass, db *merlon.Resource) {
			v := db.Attr("auto_minor_version_upgrade")
			pass.Require(v.Or(def), v, "%s %q does not ask for minor upgrades", kind(db), db.Name)
		},
	}
}

var (
	// MinorUpgrades reports instances that refuse minor upgrades.
	MinorUpgrades = minorUpgrades("minor-upgrades", "RDS instance refuses minor upgrades",
		`Minor versions bring security fixes. An instance that refuses them waits for somebody to remember it.`,
		false, merlon.True, "AC_AWS_0056")
	// MinorUpgradesUnstated reports instances that do not say that they take
	// minor upgrades.
	MinorUpgradesUnstated = minorUpgrades("minor-upgrades-unstated", "RDS instance does not ask for minor upgrades",
		`RDS upgrades instances that say nothing. For teams that want it written down.`,
		true, merlon.False, "CKV_AWS_226")
)
