package governance

import (
	"strconv"
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/internal/iam"
)

const (
	sourceSecrets  = "https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html"
	sourceRotation = "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html"
	sourcePolicy   = "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html"
)

// SecretCustomerKey reports secrets without a key of the customer's own.
var SecretCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-secretsmanager-customer-key",
	Title:    "Secret has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // secrets are always encrypted; aws-data-confidential-key asks it of confidential data
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Everybody in the account whom IAM lets read the secret may use AWS's key. One's own key has a say too, and other accounts may be given it.`,
	Fix:      `Set kms_key_id to an aws_kms_key.`,
	Sources:  []string{"https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html"},
	Aliases:  []string{"CKV_AWS_149", "AVD-AWS-0098", "AC_AWS_0500", "aws-ssm-secret-use-customer-key"},
}, "has no customer-managed key", demand.Row{
	Type: "aws_secretsmanager_secret", Noun: "secret", Path: "kms_key_id", Want: demand.CustomerKey,
})

// SecretRotation reports secrets that stay what they are.
var SecretRotation = demand.Companion(merlon.Check{
	ID:       "aws-secretsmanager-rotation",
	Title:    "Secret is not rotated",
	Severity: merlon.Low,
	OptIn:    true, // many secrets are others' to change
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `A secret that leaked once works for ever. Rotation ends that, and shows that a change is possible when it has to be.`,
	Fix:      `Add an aws_secretsmanager_secret_rotation for the secret.`,
	Sources:  []string{sourceRotation, sourceSecrets + "#secretsmanager-1"},
	Aliases:  []string{"CKV2_AWS_57"},
}, "is not rotated", demand.CompanionRow{
	Type: "aws_secretsmanager_secret", Noun: "secret", Own: "rotation_lambda_arn",
	Links: []demand.Link{{Type: "aws_secretsmanager_secret_rotation", Path: "secret_id"}},
})

// SecretRotationPeriod reports rotations that come too seldom.
var SecretRotationPeriod = &merlon.Check{
	ID:       "aws-secretsmanager-rotation-period",
	Title:    "Secret is rotated less often than every 90 days",
	Severity: merlon.Low,
	OptIn:    true, // how often is a decision of each team
	Targets:  []string{"aws_secretsmanager_secret_rotation", "aws_secretsmanager_secret"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `Between two rotations a secret that leaked works.`,
	Fix:      `Set automatically_after_days to 90 or less, or a schedule_expression that comes as often.`,
	Sources:  []string{"https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html", sourceSecrets + "#secretsmanager-4"},
	Aliases:  []string{"CKV_AWS_304"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		for rules := range r.Elements("rotation_rules") {
			v := rules.Attr("schedule_expression")
			often := comesOften(v)
			if v.IsNull() {
				v = rules.Attr("automatically_after_days")
				often = demand.AtLeast(91, 0)(v).Not()
			}
			pass.Require(often, v, "secret of %q is rotated less often than every 90 days", r.Name)
		}
	},
}

// comesOften reads a rate or cron expression: whether it comes at least every
// 90 days, or every third month.
func comesOften(v merlon.Value) merlon.Truth {
	text, known := v.Text()
	if !known {
		return merlon.TruthOf(v.IsUnknown()).And(merlon.Unknown)
	}
	kind, rest, _ := strings.Cut(strings.TrimSpace(text), "(")
	fields := strings.Fields(strings.TrimSuffix(rest, ")"))
	switch {
	case kind == "rate" && len(fields) == 2:
		n, err := strconv.Atoi(fields[0])
		limit := 90
		if strings.HasPrefix(fields[1], "hour") {
			limit = 90 * 24
		}
		return merlon.TruthOf(err == nil && n <= limit)
	case kind == "cron" && len(fields) == 6:
		return merlon.TruthOf(fields[5] == "*" && everyThirdMonth(fields[3]))
	}
	return merlon.False
}

// everyThirdMonth reads the month of a cron expression: "*", "*/3", "1-12/2",
// "1,4,7,10", "JAN-MAR".
func everyThirdMonth(field string) bool {
	if field == "*" || field == "?" {
		return true
	}
	var in [12]bool
	for part := range strings.SplitSeq(field, ",") {
		span, step := part, 1
		if before, after, ok := strings.Cut(part, "/"); ok {
			n, err := strconv.Atoi(after)
			if err != nil || n < 1 {
				return false
			}
			span, step = before, n
			switch {
			case before == "*":
				span = "1-12"
			case !strings.Contains(before, "-"):
				span += "-12"
			}
		}
		from, to, isRange := strings.Cut(span, "-")
		first, ok := month(from)
		if !ok {
			return false
		}
		last := first
		if isRange {
			if last, ok = month(to); !ok {
				return false
			}
		}
		for m := first; m <= last; m += step {
			in[m-1] = true
		}
	}
	gap, some := 0, false
	for i := range 24 { // twice around, for the gap over the turn of the year
		if gap++; in[i%12] {
			if some && gap > 3 {
				return false
			}
			gap, some = 0, true
		}
	}
	return some && gap <= 3
}

func month(text string) (int, bool) {
	if n, err := strconv.Atoi(text); err == nil {
		return n, 1 <= n && n <= 12
	}
	i := strings.Index("JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC", strings.ToUpper(text))
	return i/3 + 1, i >= 0 && i%3 == 0 && len(text) == 3
}

var secretPolicies = []demand.PolicyRow{
	{Type: "aws_secretsmanager_secret", Noun: "secret", Path: "policy"},
	{Type: "aws_secretsmanager_secret_policy", Noun: "secret policy", Path: "policy"},
}

// SecretPolicyPublic reports secrets that strangers may use.
var SecretPolicyPublic = demand.Policy(merlon.Check{
	ID:       "aws-secretsmanager-policy-public",
	Title:    "Secret's policy lets everyone in",
	Severity: merlon.High, // what AWS's own key encrypts no other account can read
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `Every AWS account may change the secret or delete it, and read it if its KMS key lets it: the key is then all that is between
the internet and whatever the secret opens.`,
	Fix:     `Name the accounts or roles, or add a condition on aws:PrincipalOrgID. block_public_policy = true makes AWS refuse such policies.`,
	Sources: []string{sourcePolicy, sourceSecrets},
	Aliases: []string{"AC_AWS_0501"},
}, "lets everyone in", demand.Public, secretPolicies...)

// SecretPolicyAllActions reports policies that let somebody do everything with
// a secret.
var SecretPolicyAllActions = demand.Policy(merlon.Check{
	ID:       "aws-secretsmanager-policy-all-actions",
	Title:    "Secret's policy allows all actions",
	Severity: merlon.Low,
	OptIn:    true, // right for whoever administers the secret
	STRIDE:   merlon.ElevationOfPrivilege | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `Who should only read the secret may also change it, delete it, and let others in.`,
	Fix:      `Allow secretsmanager:GetSecretValue and what else is needed.`,
	Sources:  []string{sourcePolicy},
	Aliases:  []string{"AC_AWS_0501"},
}, "allows all actions", func(_ *iam.Policy, s *iam.Statement) merlon.Truth {
	return merlon.TruthOf(s.Effect == iam.Allow).And(s.Actions.CoversActions("secretsmanager:*"))
}, secretPolicies...)
