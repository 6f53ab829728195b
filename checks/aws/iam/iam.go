// Package iam checks identities and their permissions: policies, the trust of
// roles, users, groups and the account's password policy.
package iam

import (
	"embed"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of IAM and their examples.
var Family = merlon.Family{
	Name: "iam",
	Checks: []*merlon.Check{
		PolicyFullAdmin,
		PolicyFullIAMAccess,
		PolicyWildcardAction,
		PolicyWildcards,
		PolicyWildcardResource,
		ManagedPolicyDecryptsAll,
		InlinePolicyDecryptsAll,
		PolicyPrivilegeEscalation,
		PolicyCredentialsExposure,
		PolicyDataExfiltration,
		PolicyPermissionsManagement,
		PolicyWriteAccess,
		PolicyAnyPrincipal,
		PassRoleWildcard,
		S3FullAccess,
		UnauthorizedBucketAccess,
		AdministratorAccessManagedPolicy,
		IAMFullAccessManagedPolicy,
		RoleTrustAnyPrincipal,
		RoleTrustAccountWide,
		GitHubOIDC,
		RoleSharedBetweenServices,
		PolicySharedBetweenServices,
		RoleSharedBetweenWorkloads,
		UserAttachedPolicies,
		UserAccessKey,
		TwoAccessKeys,
		RootAccessKey,
		UserConsoleAccess,
		UserSSO,
		UserMFA,
		UserWithoutGroup,
		GroupMFA,
		GroupMembership,
		PasswordLength,
		PasswordReuse,
		PasswordHistory,
		PasswordMaxAge,
		PasswordLowercase,
		PasswordUppercase,
		PasswordNumbers,
		PasswordSymbols,
		PasswordPolicyLoginProfile,
		ExpiredCertificate,
		SupportRole,
	},
	Examples: testdata,
}
