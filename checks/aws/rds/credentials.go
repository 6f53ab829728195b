package rds

import (
	"slices"
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceIAM     = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html"
	sourceManaged = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html"
)

// leastPassword is the least length of a generated password.
const leastPassword = 16

// Password reports master passwords that stand in the code, and short ones.
var Password = &merlon.Check{
	ID:       "aws-rds-password",
	Title:    "RDS master password is in the code, or short",
	Severity: merlon.High,
	Targets:  databases,
	STRIDE:   merlon.Spoofing | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication,
	Why: `A password in code, in a variable's default or in a tfvars file is known to everybody who can read the
repository, its history and its copies, and is rarely changed. A generated one must be long to be worth it.`,
	Fix: `Set manage_master_user_password = true and let RDS keep and rotate the password in Secrets Manager; or generate
one with random_password of 16 characters or more.`,
	Sources: []string{sourceManaged},
	Run:     checkPassword,
}

func checkPassword(pass *merlon.Pass, db *merlon.Resource) {
	if !db.IsDeclared() {
		return // a state or an account tells the password, not where it came from
	}
	for _, name := range []string{"password", "password_wo", "master_password", "master_password_wo"} {
		v := db.Attr(name)
		if text, known := v.Text(); known {
			if text != "" && demand.InCode(v) {
				pass.Reportf(v, "master password of %s %q is in the code", kind(db), db.Name)
			}
			continue
		}
		for _, generated := range v.Targets("random_password", "random_string", "ephemeral.random_password") {
			if length, ok := generated.Attr("length").Int(); ok && length < leastPassword {
				pass.Reportf(v, "master password of %s %q has %d characters only", kind(db), db.Name, length).
					At(merlon.Medium).About(generated)
			}
		}
	}
}

// DefaultUserName reports master users that attackers try first.
var DefaultUserName = &merlon.Check{
	ID:       "aws-rds-default-user-name",
	Title:    "RDS master user has a default name",
	Severity: merlon.Low,
	Targets:  databases,
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `Who guesses passwords begins with admin, postgres and root. With IAM authentication, or a password that RDS
manages, there is nothing to guess, and the name does not matter.`,
	Fix:     `Choose another user name, or use IAM authentication or manage_master_user_password.`,
	Sources: []string{sourceControls, sourceManaged},
	Run: func(pass *merlon.Pass, db *merlon.Resource) {
		v := db.Attr("username")
		if db.Type == "aws_rds_cluster" {
			v = db.Attr("master_username")
		}
		name, ok := v.Text()
		if !ok || !slices.ContainsFunc(pass.Settings.DefaultUserNames, func(s string) bool { return strings.EqualFold(s, name) }) {
			return
		}
		safe := db.Attr("iam_database_authentication_enabled").Truth().Or(db.Attr("manage_master_user_password").Truth())
		pass.Require(safe, v, "master user of %s %q has the default name %q", kind(db), db.Name, name)
	},
}

// The engines that know IAM authentication. MariaDB does from 10.6 on.
var iamEngines = []string{"mysql", "postgres", "aurora", "aurora-mysql", "aurora-postgresql"}

func iamAuthentication(id, what, typ, source string, aliases ...string) *merlon.Check {
	return &merlon.Check{
		ID:       "aws-rds-" + id + "-iam-authentication",
		Title:    "RDS " + what + " does not use IAM authentication",
		Severity: merlon.Low,
		OptIn:    true, // a managed or generated password will do
		Targets:  []string{typ},
		STRIDE:   merlon.Spoofing,
		CIA:      merlon.Confidentiality,
		AAA:      merlon.Authentication | merlon.Authorization,
		Why: `With IAM authentication clients log in with a token that lives fifteen minutes, and IAM says who may. A
password lives until somebody changes it.`,
		Fix:     `Set iam_database_authentication_enabled = true.`,
		Sources: []string{source, sourceControls},
		Aliases: append(aliases, "AVD-AWS-0176", "aws-rds-enable-iam-auth"),
		Run: func(pass *merlon.Pass, db *merlon.Resource) {
			if engine := db.Attr("engine"); engine.IsSet() && engine.Is(iamEngines...) == merlon.False {
				return
			}
			v := db.Attr("iam_database_authentication_enabled")
			pass.Require(v.Truth(), v, "%s %q does not use IAM authentication", kind(db), db.Name)
		},
	}
}

var (
	// InstanceIAMAuthentication reports instances that know passwords only.
	InstanceIAMAuthentication = iamAuthentication("instance", "instance", "aws_db_instance", sourceIAM, "CKV_AWS_161", "AC_AWS_0053")
	// ClusterIAMAuthentication reports clusters that know passwords only.
	ClusterIAMAuthentication = iamAuthentication("cluster", "cluster", "aws_rds_cluster",
		"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html", "CKV_AWS_162")
)
