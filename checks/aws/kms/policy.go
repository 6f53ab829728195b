package kms

import (
	"merlon"
	"merlon/internal/iam"
)

// PolicyWildcardPrincipal reports keys that everybody may use.
var PolicyWildcardPrincipal = &merlon.Check{
	ID:       "aws-kms-policy-wildcard-principal",
	Title:    "KMS key policy allows any principal",
	Severity: merlon.High,
	Targets: []string{
		"aws_kms_key", "aws_kms_key_policy", "aws_kms_replica_key",
		"aws_kms_external_key", "aws_kms_replica_external_key",
	},
	STRIDE: merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:    merlon.Confidentiality | merlon.Availability,
	AAA:    merlon.Authorization,
	Why: `A key policy that names everybody lets every AWS account use the key, and with kms:*
take it over or delete it, and with it all data that it protects.`,
	Fix: `Name the principals, or add a condition on kms:CallerAccount or aws:PrincipalOrgID.`,
	Sources: []string{
		"https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
		"https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html",
	},
	Aliases: []string{"CKV_AWS_33", "AC_AWS_0162", "AC_AWS_0482"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		v := r.Attr("policy")
		p, known := iam.FromValue(v)
		if p == nil {
			if known == merlon.Unknown {
				pass.Undecided(v)
			}
			return
		}
		maybe := p.Open
		for i := range p.Statements {
			s := &p.Statements[i]
			switch p.Public(s) {
			case merlon.True:
				pass.Reportf(v, "policy of key %q allows any principal", r.Name).
					About(r.Attr("key_id").Targets("aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key")...)
				return
			case merlon.Unknown:
				maybe = true
			}
		}
		if maybe {
			pass.Undecidedf(v, "whom the policy of key %q allows is not known before apply", r.Name)
		}
	},
}

// PolicyDefined reports keys that are left with AWS's default policy.
var PolicyDefined = &merlon.Check{
	ID:       "aws-kms-policy-defined",
	Title:    "KMS key has the default key policy",
	Severity: merlon.Low,
	OptIn:    true,
	Targets:  []string{"aws_kms_key"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `The default key policy leaves it to the account's IAM policies who may use the key:
whoever has kms:* on every resource there has this key too.`,
	Fix:     `Write a key policy that names who administers the key and who uses it.`,
	Sources: []string{"https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"},
	Aliases: []string{"CKV2_AWS_64", "AC_AWS_0481"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if v := r.Attr("policy"); v.IsUnknown() || v.IsSet() && v.String() != "" {
			return
		}
		switch pass.Companions(r, "aws_kms_key_policy", "key_id").Any() {
		case merlon.False:
			pass.Reportf(r, "key %q has the default key policy", r.Name)
		case merlon.Unknown:
			pass.Undecidedf(r, "whether key %q has a policy is not known before apply", r.Name)
		}
	},
}
