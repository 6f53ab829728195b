package governance

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/source"
)

const sourceUserPoolProtection = "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html"

// UserPoolShortPasswords reports user pools that take passwords of fewer than
// eight characters. Where a pool has no policy, Cognito asks for eight.
var UserPoolShortPasswords = demand.Setting(merlon.Check{
	ID:       "aws-cognito-short-passwords",
	Title:    "Cognito user pool takes passwords of fewer than eight characters",
	Severity: merlon.Medium,
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `Short passwords are guessed, and Cognito's sign-in is open to the internet.`,
	Fix:      `Set password_policy.minimum_length to 8 or more, or leave it out.`,
	Sources: []string{
		"https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html", source.Controls("cognito"),
	},
}, "takes passwords of fewer than eight characters",
	demand.Row{Type: "aws_cognito_user_pool", Noun: "user pool", Path: "password_policy.minimum_length", Want: demand.AtLeast(8, 8)},
)

// UserPoolPasswordPolicy reports user pools whose policy asks for less than all
// kinds of characters. A pool without a policy gets Cognito's, which does.
var UserPoolPasswordPolicy = demand.Setting(merlon.Check{
	ID:       "aws-cognito-password-policy",
	Title:    "Cognito password policy leaves out a kind of characters",
	Severity: merlon.Low,
	OptIn:    true, // NIST SP 800-63B advises against such rules; aws-cognito-short-passwords asks for the length
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `Passwords of one kind of characters are guessed sooner than others of their length.`,
	Fix: `Set require_lowercase, require_uppercase, require_numbers and require_symbols to true in password_policy, minimum_length to 8
or more, and temporary_password_validity_days to 7 or less.`,
	Sources: []string{
		"https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html", source.Controls("cognito"),
	},
},
	"",
	passwordRow("require_lowercase", demand.On, "does not ask for lower case letters"),
	passwordRow("require_uppercase", demand.On, "does not ask for upper case letters"),
	passwordRow("require_numbers", demand.On, "does not ask for digits"),
	passwordRow("require_symbols", demand.On, "does not ask for symbols"),
	passwordRow("minimum_length", demand.AtLeast(8, 8), "asks for fewer than eight characters"),
	passwordRow("temporary_password_validity_days", func(v merlon.Value) merlon.Truth {
		return demand.AtLeast(8, 7)(v).Not()
	}, "keeps temporary passwords valid for more than a week"),
)

func passwordRow(path string, want demand.Want, says string) demand.Row {
	return demand.Row{Type: "aws_cognito_user_pool", Noun: "password policy of user pool", Each: "password_policy", Path: path, Want: want, Says: says}
}

// UserPoolMFA reports user pools whose users cannot have a second factor.
var UserPoolMFA = demand.Setting(merlon.Check{
	ID:       "aws-cognito-mfa",
	Title:    "Cognito user pool has no multi-factor authentication",
	Severity: merlon.Medium,
	OptIn:    true, // pools whose users sign in elsewhere, or without passwords, need none
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `A password that was guessed, phished or used elsewhere too is all it takes to be somebody else.`,
	Fix:      `Set mfa_configuration to OPTIONAL or ON, and add software_token_mfa_configuration.`,
	Sources: []string{
		"https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html", source.Controls("cognito"),
	},
}, "has no multi-factor authentication",
	demand.Row{Type: "aws_cognito_user_pool", Noun: "user pool", Path: "mfa_configuration", Want: demand.OneOf("ON", "OPTIONAL")},
)

// UserPoolDeletionProtection reports user pools that one call deletes.
var UserPoolDeletionProtection = demand.Setting(merlon.Check{
	ID:       "aws-cognito-deletion-protection",
	Title:    "Cognito user pool can be deleted by one call",
	Severity: merlon.Medium,
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why: `A terraform destroy in the wrong directory, or one API call with stolen keys, deletes all users with their
passwords. There is no backup of a pool, and passwords cannot be exported.`,
	Fix: `Set deletion_protection = "ACTIVE".`,
	Sources: []string{
		"https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html", source.Controls("cognito"),
	},
}, "can be deleted by one call",
	demand.Row{Type: "aws_cognito_user_pool", Noun: "user pool", Path: "deletion_protection", Want: demand.OneOf("ACTIVE")},
)

// UserPoolThreatProtection reports user pools that let risky sign-ins through.
var UserPoolThreatProtection = demand.Setting(merlon.Check{
	ID:       "aws-cognito-threat-protection",
	Title:    "Cognito user pool does not act on risky sign-ins",
	Severity: merlon.Low,
	OptIn:    true, // takes the Plus plan, which is paid for by user
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `Sign-ins with passwords known from leaks, or from places where the user never was, go through.`,
	Fix:      `Set user_pool_tier = "PLUS", and advanced_security_mode = "ENFORCED" in user_pool_add_ons.`,
	Sources:  []string{sourceUserPoolProtection, source.Controls("cognito")},
}, "does not act on risky sign-ins",
	demand.Row{
		Type: "aws_cognito_user_pool", Noun: "user pool", Path: "user_pool_add_ons.advanced_security_mode", Want: demand.OneOf("ENFORCED"),
	},
)

// UserPoolCustomAuthProtection reports user pools that let risky sign-ins of
// custom authentication through.
var UserPoolCustomAuthProtection = demand.Setting(merlon.Check{
	ID:       "aws-cognito-custom-auth-protection",
	Title:    "Cognito user pool does not act on risky custom sign-ins",
	Severity: merlon.Low,
	OptIn:    true, // takes the Plus plan, which is paid for by user
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `Threat protection leaves custom authentication alone unless it is told not to, and so is a way around it. It is asked of
pools that have the triggers of custom authentication.`,
	Fix: `Add advanced_security_additional_flows with custom_auth_mode = "ENFORCED" to user_pool_add_ons.`,
	Sources: []string{
		sourceUserPoolProtection, "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html", source.Controls("cognito"),
	},
}, "does not act on risky custom sign-ins",
	demand.Row{
		Type: "aws_cognito_user_pool", Noun: "user pool",
		Path: "user_pool_add_ons.advanced_security_additional_flows.custom_auth_mode", Want: demand.OneOf("ENFORCED"),
		When: demand.At("lambda_config.define_auth_challenge", demand.Given),
	},
)
