// Package analytics holds the checks of analytics and machine learning: Athena, Glue, EMR, Kinesis, MSK, OpenSearch, CloudSearch, MWAA, SageMaker, Bedrock and their smaller kin.
package analytics

import (
	"embed"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name: "analytics",
	Checks: []*merlon.Check{
		AthenaEncryption,
		AthenaOverride,
		AthenaWorkgroupConfig,
		AthenaMetrics,

		GlueCatalogEncryption,
		GlueConnectionPasswords,
		GlueSecurityConfigurationEncryption,
		GlueSecurityConfiguration,
		GlueOldVersion,

		EMRAtRest,
		EMRInTransit,
		EMRLocalDisks,
		EMRVolumes,
		EMRKeyService,
		EMRSecurityConfiguration,
		EMRKerberosRealm,
		EMRBlockPublicAccess,
		EMROpenGroups,
		EMRGroupsStated,

		KinesisEncryption,
		KinesisCustomerKey,
		KinesisRetention,
		FirehoseEncryption,
		FirehoseCustomerKey,
		VideoStreamCustomerKey,

		MSKInTransit,
		MSKEncryptionStated,
		MSKCustomerKey,
		MSKLogging,
		MSKPublic,
		MSKUnauthenticated,
		ConnectorInTransit,
		ConnectorLogging,

		OpenSearchLogging,
		OpenSearchAuditLog,
		OpenSearchNodeToNode,
		OpenSearchNodeToNodeSingle,
		OpenSearchHTTPS,
		OpenSearchTLS,
		OpenSearchEncryption,
		OpenSearchCustomerKey,
		OpenSearchFineGrained,
		OpenSearchMasters,
		OpenSearchHA,
		OpenSearchVPC,
		OpenSearchSecurityGroup,
		OpenSearchPublicPolicy,

		CloudSearchHTTPS,
		CloudSearchTLS,
		KendraCustomerKey,

		MWAASchedulerLogs,
		MWAAWorkerLogs,
		MWAAWebserverLogs,
		MWAAPublic,

		NotebookInternet,
		NotebookInternetUnstated,
		NotebookVPC,
		NotebookRoot,
		NotebookIMDSv2,
		NotebookAdminRole,
		SageMakerCustomerKey,
		QualityJobOutputKey,
		QualityJobVolumeKey,
		QualityJobTraffic,
		ModelIsolation,

		BedrockCustomerKey,
		BedrockGuardrails,
		ComprehendModelKey,
		ComprehendVolumeKey,
		ConnectStorageKey,
		AppFlowCustomerKey,
	},
	Examples: testdata,
}
