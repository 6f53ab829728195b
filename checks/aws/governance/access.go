package governance

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
)

// GuestAccess reports identity pools that give credentials to guests.
var GuestAccess = &merlon.Check{
	ID:       "aws-cognito-guest-access",
	Title:    "Cognito identity pool gives AWS credentials to guests",
	Severity: merlon.Medium,
	Targets:  []string{"aws_cognito_identity_pool"},
	STRIDE:   merlon.Spoofing | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `Everybody who knows the pool's id, which every copy of the application has, gets credentials of the account without a login,
and may do whatever the guests' role allows.`,
	Fix:     `Set allow_unauthenticated_identities = false; where guests are meant, keep their role to what anybody may do.`,
	Sources: []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html", "https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html"},
	Aliases: []string{"CKV_AWS_366"},
	Run: func(pass *merlon.Pass, pool *merlon.Resource) {
		v := pool.Attr("allow_unauthenticated_identities")
		if f := pass.Require(v.Truth().Not(), v, "identity pool %q gives credentials to guests", pool.Name); f != nil {
			for _, roles := range pass.Companions(pool, "aws_cognito_identity_pool_roles_attachment", "identity_pool_id").List {
				f.About(roles)
				f.About(roles.Attr("roles", "unauthenticated").Targets("aws_iam_role")...)
			}
		}
	},
}

// ProviderCredentials reports credentials in the provider's configuration. It
// never shows them.
var ProviderCredentials = &merlon.Check{
	ID:       "aws-provider-hardcoded-credentials",
	Title:    "AWS credentials in the provider's configuration",
	Severity: merlon.Critical,
	Targets:  []string{"provider.aws"},
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `Whoever reads the code, or any copy of the repository, has the credentials that build the account. They stay in its history
after they are removed.`,
	Fix: `Revoke the key. Let the provider find credentials in its environment: a role of the pipeline by OIDC, a profile of IAM Identity
Center, the role of the instance.`,
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
		"https://docs.aws.amazon.com/prescriptive-guidance/latest/terraform-aws-provider-best-practices/security.html",
	},
	Aliases: []string{"CKV_AWS_41"},
	Run: func(pass *merlon.Pass, provider *merlon.Resource) {
		for _, credential := range [...]struct {
			name  string
			looks func(string) bool
		}{{"access_key", isKeyID}, {"secret_key", isSecretKey}, {"token", isToken}} {
			v := provider.Attr(credential.name)
			// Emulators want any words here ("test"), which open nothing. A
			// variable that gets its value from outside is where values belong.
			if text, known := v.Text(); known && credential.looks(text) && demand.InCode(v) {
				pass.Reportf(v, "%s is written down in the provider's configuration", credential.name)
			}
		}
	},
}

func isKeyID(text string) bool {
	if len(text) < 16 || len(text) > 128 || !only(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") {
		return false
	}
	return strings.HasPrefix(text, "AKIA") || strings.HasPrefix(text, "ASIA") || strings.HasPrefix(text, "A3T") || strings.HasPrefix(text, "ABIA")
}

func isSecretKey(text string) bool {
	const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
	return len(text) == 40 && only(text, base64)
}

func isToken(text string) bool { return len(text) >= 100 && !strings.ContainsAny(text, " \n") }

func only(text, chars string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !strings.ContainsRune(chars, r) }) < 0
}
