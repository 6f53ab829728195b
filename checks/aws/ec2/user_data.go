package ec2

import (
	"slices"
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/internal/secret"
)

// UserDataSecrets reports credentials in user data. It never shows them.
var UserDataSecrets = &merlon.Check{
	ID:       "aws-ec2-user-data-secrets",
	Title:    "User data contains a secret",
	Severity: merlon.Critical,
	Targets:  []string{"aws_instance", "aws_launch_template", "aws_launch_configuration", "aws_spot_instance_request"},
	STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `User data is no secret: every process on the instance reads it from the metadata service, everyone who may describe
the instance reads it from the API, and it stands in code and state.`,
	Fix:     `Revoke the credential. Give the instance a role, and read what it needs from Secrets Manager or Parameter Store at start.`,
	Sources: []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html"},
	Aliases: []string{
		"CKV_AWS_46", "AVD-AWS-0029", "AVD-AWS-0129", "AVD-AWS-0122", "AC_AWS_0168", "AC_AWS_0170",
		"aws-ec2-no-secrets-in-user-data", "aws-ec2-no-secrets-in-launch-template-user-data",
		"aws-ec2-no-sensitive-info", "aws-autoscaling-no-sensitive-info",
	},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		for _, name := range []string{"user_data", "user_data_base64"} {
			checkUserData(pass, r.Attr(name))
		}
	},
}

func checkUserData(pass *merlon.Pass, v merlon.Value) {
	for _, ref := range v.Refs() {
		if demand.CarriesSecret(ref) {
			pass.Reportf(v, "%s spells out %s of %s", v.Name(), ref.Attribute, ref.Target.Label())
			return
		}
	}
	text, known := v.Document()
	if !known {
		if v.IsUnknown() {
			pass.Undecided(v)
		}
		return
	}
	matches, _ := secret.FindEncoded(text)
	if len(matches) == 0 {
		if v.IsUnknown() {
			pass.Undecidedf(v, "parts of %s are not known before apply", v.Name())
		}
		return
	}
	var rules []string
	for _, m := range matches {
		if !slices.Contains(rules, m.Rule) {
			rules = append(rules, m.Rule)
		}
	}
	slices.Sort(rules)
	pass.Reportf(v, "%s contains a secret (%s)", v.Name(), strings.Join(rules, ", "))
}
