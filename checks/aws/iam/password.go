package iam

import (
	"merlon"
)

const passwordPolicyType = "aws_iam_account_password_policy"

// The checks of the account's password policy differ in one setting each.
var (
	PasswordLength = passwordNumber("length", "minimum_password_length", merlon.Medium, false,
		"minimum password length is below 14", func(n int) bool { return n >= 14 },
		`Short passwords are found by trying.`,
		"CKV_AWS_10", "AVD-AWS-0063", "AC_AWS_0141", "AC_AWS_0142", "aws-iam-set-minimum-password-length")

	PasswordReuse = passwordNumber("reuse", "password_reuse_prevention", merlon.Low, false,
		"fewer than 5 earlier passwords are remembered", func(n int) bool { return n >= 5 },
		`A password that comes back is one that may have leaked already.`,
		"AVD-AWS-0056", "aws-iam-no-password-reuse")

	// PasswordHistory is opt-in: it asks for the most that AWS can remember.
	PasswordHistory = passwordNumber("history", "password_reuse_prevention", merlon.Low, true,
		"fewer than 24 earlier passwords are remembered", func(n int) bool { return n >= 24 },
		`Somebody who changes a password a few times in a row has the old one back.`,
		"CKV_AWS_13", "AC_AWS_0472")

	// PasswordMaxAge is opt-in: NIST SP 800-63B advises against passwords that
	// expire without cause.
	PasswordMaxAge = passwordNumber("max-age", "max_password_age", merlon.Low, true,
		"passwords do not expire within 90 days", func(n int) bool { return 0 < n && n <= 90 },
		`A password that leaked without notice works until it is changed.`,
		"CKV_AWS_9", "AVD-AWS-0062", "AC_AWS_0138", "aws-iam-set-max-password-age")

	PasswordLowercase = passwordCharacters("lowercase", "require_lowercase_characters", "lower case letters",
		"CKV_AWS_11", "AVD-AWS-0058", "AC_AWS_0134", "aws-iam-require-lowercase-in-passwords")
	PasswordUppercase = passwordCharacters("uppercase", "require_uppercase_characters", "upper case letters",
		"CKV_AWS_15", "AVD-AWS-0061", "AC_AWS_0135", "aws-iam-require-uppercase-in-passwords")
	PasswordNumbers = passwordCharacters("numbers", "require_numbers", "digits",
		"CKV_AWS_12", "AVD-AWS-0059", "AC_AWS_0136", "aws-iam-require-numbers-in-passwords")
	PasswordSymbols = passwordCharacters("symbols", "require_symbols", "symbols",
		"CKV_AWS_14", "AVD-AWS-0060", "AC_AWS_0137", "aws-iam-require-symbols-in-passwords")
)

// passwordSetting is what the checks have in common. The fix names the setting.
func passwordSetting(slug, title, why, fix string, severity merlon.Severity, aliases []string) *merlon.Check {
	return &merlon.Check{
		ID:       "aws-iam-password-" + slug,
		Title:    title,
		Severity: severity,
		Targets:  []string{passwordPolicyType},
		STRIDE:   merlon.Spoofing,
		CIA:      merlon.Confidentiality,
		AAA:      merlon.Authentication,
		Why:      why,
		Fix:      fix,
		Sources: []string{
			"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
			"https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-7",
		},
		Aliases: aliases,
	}
}

// passwordNumber makes a check of a setting that is a number; AWS's default
// for all of them is too weak, so that an absent one is a finding too.
func passwordNumber(slug, setting string, severity merlon.Severity, optIn bool, fact string, strong func(int) bool, why string, aliases ...string) *merlon.Check {
	fixes := map[string]string{
		"length":  "Set minimum_password_length to 14 or more.",
		"reuse":   "Set password_reuse_prevention to 5 or more, 24 at most.",
		"history": "Set password_reuse_prevention to 24.",
		"max-age": "Set max_password_age to 90 or less.",
	}
	titles := map[string]string{
		"length":  "Account allows passwords shorter than 14 characters",
		"reuse":   "Account lets users set an earlier password again",
		"history": "Account remembers fewer than 24 earlier passwords",
		"max-age": "Account's passwords do not expire within 90 days",
	}
	check := passwordSetting(slug, titles[slug], why, fixes[slug], severity, aliases)
	check.OptIn = optIn
	check.Run = func(pass *merlon.Pass, r *merlon.Resource) {
		v := r.Attr(setting)
		if v.IsUnknown() {
			pass.Undecided(v)
			return
		}
		if n, ok := v.Int(); !ok || !strong(n) {
			pass.Reportf(v, "%s", fact)
		}
	}
	return check
}

// passwordCharacters makes a check of a setting that demands a kind of
// character. The provider's default is false.
func passwordCharacters(slug, setting, kind string, aliases ...string) *merlon.Check {
	check := passwordSetting(slug, "Account's passwords need no "+kind,
		`A larger alphabet makes a password of the same length harder to try out.`,
		"Set "+setting+" to true.", merlon.Low, aliases)
	check.Run = func(pass *merlon.Pass, r *merlon.Resource) {
		v := r.Attr(setting)
		if v.IsUnknown() {
			pass.Undecided(v)
			return
		}
		pass.Require(v.Truth(), v, "passwords need no %s", kind)
	}
	return check
}

// PasswordPolicyLoginProfile reports console users in an estate that sets no
// password policy.
var PasswordPolicyLoginProfile = &merlon.Check{
	ID:       "aws-iam-password-policy-login-profile",
	Title:    "Console users without an account password policy",
	Severity: merlon.Low,
	OptIn:    true, // the policy may be set by another root of the same account
	Targets:  []string{"aws_iam_user_login_profile"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `Without a password policy of the account, AWS asks for eight characters and no more.`,
	Fix:      `Add an aws_iam_account_password_policy.`,
	Sources:  []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"},
	Aliases:  []string{"AC_AWS_0148"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if !pass.Estate.Has(passwordPolicyType) {
			pass.Reportf(r, "login profile %q goes with no account password policy", r.Name)
		}
	},
}
