// Package containers holds the checks of containers: ECR, ECS, EKS, Batch.
package containers

import (
	"embed"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name: "containers",
	Checks: []*merlon.Check{
		BatchPrivileged,

		ECRScanOnPush,
		ECRImmutableTags,
		ECRPublicPolicy,
		ECRKeyService,
		ECRCustomerKey,
		ECRPolicyAttached,

		ECSContainerInsights,
		ECSExecLogging,
		ECSExecKey,
		ECSVolumeInTransit,
		ECSSeparateRoles,
		ECSAdminRole,
		ECSFargateLatest,
		ECSPublicIP,
		ECSPrivileged,
		ECSReadOnlyRoot,
		ECSHostProcesses,
		ECSNetworkMode,
		ECSHostNetwork,
		ECSRootUser,
		ECSPlaintextSecrets,

		EKSAuditLog,
		EKSControlPlaneLogs,
		EKSSecretsEncryption,
		EKSPublicEndpoint,
		EKSPublicCIDR,
		EKSNodeSSH,
		EKSVersion,
	},
	Examples: testdata,
}
