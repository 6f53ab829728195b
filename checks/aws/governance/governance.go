// Package governance holds the checks of what watches over an account, and of
// what guards its secrets: Config, GuardDuty, Inspector, Macie, Access Analyzer, Secrets Manager,
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
		// GuardDuty, Inspector, Macie, Access Analyzer
		GuardDutyEnabled,
		GuardDutyOrganization,
		GuardDutyS3,
		GuardDutyEKSAudit,
		GuardDutyMalware,
		GuardDutyRDS,
		GuardDutyLambda,
		GuardDutyRuntime,
		GuardDutyEKSAgent,
		GuardDutyECSAgent,
		GuardDutyEC2Agent,
		InspectorEC2,
		InspectorECR,
		InspectorLambda,
		InspectorLambdaCode,
		MaciePaused,
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
		DocumentSharingAllowed,
		AutomationLogging,
		// Cognito
		GuestAccess,
		UserPoolShortPasswords,
		UserPoolPasswordPolicy,
		UserPoolMFA,
		UserPoolDeletionProtection,
		UserPoolThreatProtection,
		UserPoolCustomAuthProtection,
		// The provider
		ProviderCredentials,
	},
	Examples: testdata,
}
