package rds

import (
	"strconv"
	"strings"

	"merlon"
)

// parameterGroup finds the parameter group of a database in the estate, and
// the attribute that names it.
func parameterGroup(db *merlon.Resource) (merlon.Value, *merlon.Resource) {
	name, typ := "parameter_group_name", "aws_db_parameter_group"
	if db.Type == "aws_rds_cluster" {
		name, typ = "db_cluster_parameter_group_name", "aws_rds_cluster_parameter_group"
	}
	v := db.Attr(name)
	for _, group := range v.Targets(typ) {
		return v, group
	}
	return v, nil
}

// parameter is the value of a parameter in a group; null where the group does
// not set it. More says that unknown ones may.
func parameter(group *merlon.Resource, name string) (value merlon.Value, more bool) {
	all := group.Attr("parameter")
	more = all.MayHaveMore()
	for p := range all.Elements() {
		if n, ok := p.Attr("name").Text(); ok && strings.EqualFold(n, name) {
			return p.Attr("value"), false
		} else if p.Attr("name").IsUnknown() {
			more = true
		}
	}
	return value, more
}

// forcesTLS says which parameter of an engine family forces TLS, and whether
// it is on where the group does not set it.
func forcesTLS(family string) (name string, on []string, byDefault, ok bool) {
	engine := strings.TrimRight(family, "0123456789.")
	version, _ := strconv.ParseFloat(family[len(engine):], 64)
	switch {
	case engine == "postgres":
		return "rds.force_ssl", []string{"1"}, version >= 15, true
	case engine == "aurora-postgresql":
		return "rds.force_ssl", []string{"1"}, version >= 17, true
	case strings.HasPrefix(family, "sqlserver"), strings.Contains(family, "sqlserver"):
		return "rds.force_ssl", []string{"1"}, false, true
	case engine == "mysql", engine == "mariadb", engine == "aurora-mysql", engine == "aurora":
		return "require_secure_transport", []string{"1", "ON", "true"}, false, true
	case strings.HasPrefix(family, "db2-"):
		return "db2comm", []string{"SSL"}, false, true
	}
	return "", nil, false, false
}

// TransitEncryption reports parameter groups that let clients talk in clear.
var TransitEncryption = &merlon.Check{
	ID:       "aws-rds-transit-encryption",
	Title:    "RDS parameter group does not force TLS",
	Severity: merlon.Medium,
	Targets:  databases,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why: `The server offers TLS and takes clients without it. A client that was set up carelessly sends its password, and
everything it asks, in clear. Only the parameter group can refuse such clients; from PostgreSQL 15 on it does unless told otherwise.`,
	Fix: `Set rds.force_ssl = 1 (PostgreSQL, SQL Server), require_secure_transport = 1 (MySQL, MariaDB) or db2comm = SSL
in the parameter group.`,
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html",
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html",
	},
	Aliases: []string{"CKV2_AWS_69"},
	Run: func(pass *merlon.Pass, db *merlon.Resource) {
		v, group := parameterGroup(db)
		if group == nil {
			return
		}
		family, ok := group.Attr("family").Text()
		if !ok {
			return
		}
		name, on, byDefault, known := forcesTLS(family)
		if !known {
			return
		}
		holds := merlon.TruthOf(byDefault)
		if value, more := parameter(group, name); value.IsSet() {
			v, holds = value, value.Is(on...)
		} else if more {
			holds = merlon.Unknown
		}
		if f := pass.Require(holds, v, "%s of the parameter group of %s %q does not force TLS", name, kind(db), db.Name); f != nil {
			f.About(group)
		}
	},
}

func queryLogging(id, typ string, engines []string, alias string) *merlon.Check {
	return &merlon.Check{
		ID:       "aws-rds-" + id + "-query-logging",
		Title:    "RDS PostgreSQL " + id + " does not log queries",
		Severity: merlon.Low,
		OptIn:    true, // queries hold data; pgaudit may be the better log
		Targets:  []string{typ},
		STRIDE:   merlon.Repudiation,
		AAA:      merlon.Accounting,
		Why:      `Unless log_statement and log_min_duration_statement are set, nothing tells afterwards what was asked of the database.`,
		Fix:      `Set log_statement and log_min_duration_statement in the parameter group.`,
		Sources:  []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.Query_Logging.html"},
		Aliases:  []string{alias},
		Run: func(pass *merlon.Pass, db *merlon.Resource) {
			if db.Attr("engine").Is(engines...) != merlon.True {
				return
			}
			v, group := parameterGroup(db)
			holds := merlon.False
			if name, known := v.Text(); group == nil && v.IsSet() && (!known || !strings.HasPrefix(name, "default.")) {
				holds = merlon.Unknown
			}
			if group != nil {
				holds = merlon.True
				for _, name := range []string{"log_statement", "log_min_duration_statement"} {
					value, more := parameter(group, name)
					set := merlon.TruthOf(value.IsSet()).And(value.Is("none", "-1").Not())
					if value.IsNull() && more {
						set = merlon.Unknown
					}
					holds = holds.And(set)
				}
			}
			if f := pass.Require(holds, v, "%s %q does not log queries", kind(db), db.Name); f != nil {
				f.About(group)
			}
		},
	}
}

var (
	// InstanceQueryLogging reports PostgreSQL instances that log no queries.
	InstanceQueryLogging = queryLogging("instance", "aws_db_instance", []string{"postgres"}, "CKV2_AWS_30")
	// ClusterQueryLogging reports PostgreSQL clusters that log no queries.
	ClusterQueryLogging = queryLogging("cluster", "aws_rds_cluster", []string{"aurora-postgresql", "postgres"}, "CKV2_AWS_27")
)

// CACertificate reports instances whose certificate authority has expired.
var CACertificate = &merlon.Check{
	ID:       "aws-rds-ca-certificate",
	Title:    "RDS instance uses a certificate authority that has expired",
	Severity: merlon.Medium,
	Targets:  instancesOfBoth,
	STRIDE:   merlon.Spoofing | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Availability,
	Why: `rds-ca-2015 expired in 2020 and rds-ca-2019 in 2024. Clients that verify the certificate cannot connect, and
those that can do not verify.`,
	Fix:     `Set ca_cert_identifier to rds-ca-rsa2048-g1, rds-ca-rsa4096-g1 or rds-ca-ecc384-g1, or leave it out.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html"},
	Aliases: []string{"CKV_AWS_211", "AC_AWS_0057"},
	Run: func(pass *merlon.Pass, db *merlon.Resource) {
		v := db.Attr("ca_cert_identifier")
		if v.IsNull() {
			return
		}
		pass.Require(v.Is("rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"), v,
			"%s %q uses a certificate authority that has expired", kind(db), db.Name)
	},
}
