package analytics

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

// BedrockCustomerKey reports agents without a key of the customer's own.
var BedrockCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-bedrock-agent-customer-key",
	Title:    "Bedrock agent has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // agents are always encrypted
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `A key of one's own has a policy that says who may read instructions and sessions, and can be disabled.`,
	Fix:      `Set customer_encryption_key_arn.`,
	Sources:  []string{"https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-agents-new.html"},
	Aliases:  []string{"CKV_AWS_373"},
}, "has no key of yours",
	demand.Row{Type: "aws_bedrockagent_agent", Noun: "agent", Path: "customer_encryption_key_arn", Want: demand.CustomerKey},
)

// BedrockGuardrails reports agents without guardrails.
var BedrockGuardrails = demand.Setting(merlon.Check{
	ID:       "aws-bedrock-guardrails",
	Title:    "Bedrock agent has no guardrail",
	Severity: merlon.Low,
	OptIn:    true, // what an agent must not hear or say is for each team to decide, and may be checked elsewhere
	STRIDE:   merlon.Tampering | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `Nothing filters injected instructions from what the agent reads, or personal data from what it answers.`,
	Fix:      `Add guardrail_configuration with the identifier and version of an aws_bedrock_guardrail.`,
	Sources:  []string{"https://docs.aws.amazon.com/bedrock/latest/userguide/agents-guardrail.html"},
	Aliases:  []string{"CKV_AWS_383"},
}, "has no guardrail",
	demand.Row{
		Type: "aws_bedrockagent_agent", Noun: "agent", Path: "guardrail_configuration.guardrail_identifier", Want: demand.Given,
	},
)

// comprehendRows ask for a key of both models that Comprehend trains.
func comprehendRows(path string) []demand.Row {
	return []demand.Row{
		{Type: "aws_comprehend_entity_recognizer", Noun: "entity recognizer", Path: path, Want: demand.CustomerKey},
		{Type: "aws_comprehend_document_classifier", Noun: "document classifier", Path: path, Want: demand.CustomerKey},
	}
}

// ComprehendModelKey reports models without a key of the customer's own.
var ComprehendModelKey = demand.Setting(merlon.Check{
	ID:       "aws-comprehend-model-customer-key",
	Title:    "Comprehend model has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // models are always encrypted
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `A trained model holds some of what it was trained with. A key of one's own says who may use it.`,
	Fix:      `Set model_kms_key_id.`,
	Sources:  []string{"https://docs.aws.amazon.com/comprehend/latest/APIReference/API_DataSecurityConfig.html"},
	Aliases:  []string{"CKV_AWS_267"},
}, "has no key of yours for its model", comprehendRows("model_kms_key_id")...)

// ComprehendVolumeKey reports models that are trained on volumes without a key
// of the customer's own.
var ComprehendVolumeKey = demand.Setting(merlon.Check{
	ID:       "aws-comprehend-volume-customer-key",
	Title:    "Comprehend training has no customer-managed key for its volumes",
	Severity: merlon.Low,
	OptIn:    true, // the volumes are encrypted with a key of AWS, and last as long as the training
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `The volumes hold the training data. A key of one's own says who may read them.`,
	Fix:      `Set volume_kms_key_id.`,
	Sources:  []string{"https://docs.aws.amazon.com/comprehend/latest/APIReference/API_DataSecurityConfig.html"},
	Aliases:  []string{"CKV_AWS_268"},
}, "has no key of yours for its training volumes", comprehendRows("volume_kms_key_id")...)

// ConnectStorageKey reports recordings and transcripts without a key of the
// customer's own.
var ConnectStorageKey = demand.Setting(merlon.Check{
	ID:       "aws-connect-storage-customer-key",
	Title:    "Connect storage has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // both stores encrypt with keys of AWS
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `Calls and chats are full of personal data. A key of one's own says who may listen to them.`,
	Fix:      `Add encryption_config with encryption_type = "KMS" and the key_id of a key of yours.`,
	Sources:  []string{"https://docs.aws.amazon.com/connect/latest/adminguide/key-management.html"},
	Aliases:  []string{"CKV_AWS_269", "CKV_AWS_270"},
}, "has no key of yours for its media streams",
	demand.Row{
		Type: "aws_connect_instance_storage_config", Noun: "storage", Each: "storage_config.kinesis_video_stream_config",
		Path: "encryption_config.key_id", Want: demand.CustomerKey,
	},
	demand.Row{
		Type: "aws_connect_instance_storage_config", Noun: "storage", Each: "storage_config.s3_config",
		Path: "encryption_config.key_id", Want: demand.CustomerKey, Says: "has no key of yours for its objects in S3",
	},
)

// AppFlowCustomerKey reports flows and connections without a key of the
// customer's own.
var AppFlowCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-appflow-customer-key",
	Title:    "AppFlow flow or connection has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // both are always encrypted
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `A connection holds credentials of other companies' services, a flow what it carries. A key of one's own says who may use it.`,
	Fix:      `Set kms_arn to a key of yours.`,
	Sources:  []string{"https://docs.aws.amazon.com/appflow/1.0/APIReference/API_CreateFlow.html"},
	Aliases:  []string{"CKV_AWS_263", "CKV_AWS_264"},
}, "has no key of yours",
	demand.Row{Type: "aws_appflow_flow", Noun: "flow", Path: "kms_arn", Want: demand.CustomerKey},
	demand.Row{Type: "aws_appflow_connector_profile", Noun: "connection", Path: "kms_arn", Want: demand.CustomerKey},
)
