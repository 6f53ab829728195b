// Package governance holds the checks of what watches over an account, and of
// what guards its secrets: Config, GuardDuty, Access Analyzer, Secrets Manager,
// Systems Manager, Cognito, and the provider configuration itself.
package governance

import (
	"embed"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name: "governance",
	Checks: []*merlon.Check{
		// Config
		AggregatorRegions,
		RecorderEnabled,
		RecorderAllResources,
		RecorderGlobalResources,
		EncryptedVolumesRule,
		// GuardDuty, Access Analyzer
		GuardDutyEnabled,
		GuardDutyOrganization,
		AccessAnalyzer,
		// Secrets Manager
		SecretCustomerKey,
		SecretRotation,
		SecretRotationPeriod,
		SecretPolicyPublic,
		SecretPolicyAllActions,
		// Systems Manager
		ParameterSecret,
		ParameterSecureString,
		ParameterCustomerKey,
		DocumentPublic,
		SessionEncryption,
		SessionLogging,
		SessionLogEncryption,
		SecretsOverHTTP,
		// Cognito
		GuestAccess,
		// The provider
		ProviderCredentials,
	},
	Examples: testdata,
}
