package analytics

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceMSK           = "https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html"
	sourceMSKEncryption = "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html"
)

// MSKInTransit reports clusters that speak in clear. AWS's default is TLS, to
// clients and between brokers.
var MSKInTransit = demand.Setting(merlon.Check{
	ID:       "aws-msk-transit-encryption",
	Title:    "MSK cluster accepts or sends data in clear",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `Messages and credentials cross the network in clear, to be read and changed on the way.`,
	Fix:      `Set client_broker = "TLS" and in_cluster = true in encryption_in_transit, or leave them out.`,
	Sources:  []string{sourceMSKEncryption, sourceMSK},
	Aliases:  []string{"CKV_AWS_81", "AVD-AWS-0073", "aws-msk-enable-in-transit-encryption"},
}, "talks to clients in clear",
	demand.Row{
		Type: "aws_msk_cluster", Noun: "cluster", Path: "encryption_info.encryption_in_transit.client_broker",
		Want: demand.OneOfByDefault("TLS"),
	},
	demand.Row{
		Type: "aws_msk_cluster", Noun: "cluster", Path: "encryption_info.encryption_in_transit.in_cluster",
		Want: demand.OnByDefault, Says: "copies data between brokers in clear",
	},
)

// MSKEncryptionStated reports clusters that leave encryption to AWS's
// defaults.
var MSKEncryptionStated = demand.Setting(merlon.Check{
	ID:       "aws-msk-encryption-stated",
	Title:    "MSK cluster does not say how it is encrypted",
	Severity: merlon.Info,
	OptIn:    true, // AWS's defaults are TLS everywhere and encrypted storage
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `A reader of the code cannot see that the cluster is encrypted, which it is by default.`,
	Fix:      `Add encryption_info with what is wanted.`,
	Sources:  []string{sourceMSKEncryption},
	Aliases:  []string{"CKV_AWS_81"},
}, "does not say how it is encrypted",
	demand.Row{Type: "aws_msk_cluster", Noun: "cluster", Path: "encryption_info", Want: demand.Given},
)

// MSKCustomerKey reports clusters without a key of the customer's own.
var MSKCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-msk-customer-key",
	Title:    "MSK cluster has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // storage is always encrypted; aws-data-confidential-key asks it of confidential data
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `A key of one's own has a policy that says who may read the messages, and can be disabled.`,
	Fix:      `Set encryption_at_rest_kms_key_arn in encryption_info when the cluster is made.`,
	Sources:  []string{sourceMSKEncryption},
	Aliases:  []string{"AVD-AWS-0179", "aws-msk-enable-at-rest-encryption"},
}, "has no key of yours",
	demand.Row{
		Type: "aws_msk_cluster", Noun: "cluster", Path: "encryption_info.encryption_at_rest_kms_key_arn", Want: demand.CustomerKey,
	},
)

// MSKLogging reports clusters whose brokers log to nowhere.
var MSKLogging = &merlon.Check{
	ID:       "aws-msk-logging",
	Title:    "MSK brokers log to nowhere",
	Severity: merlon.Low,
	Targets:  []string{"aws_msk_cluster"},
	STRIDE:   merlon.Repudiation,
	CIA:      merlon.Availability,
	AAA:      merlon.Accounting,
	Why:      `Broker logs are where failed logins, refused access and losses show. AWS keeps none unless it is told where.`,
	Fix:      `Turn on cloudwatch_logs, firehose or s3 in broker_logs of logging_info.`,
	Sources:  []string{"https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html"},
	Aliases:  []string{"CKV_AWS_80", "AVD-AWS-0074", "aws-msk-enable-logging"},
	Run: func(pass *merlon.Pass, cluster *merlon.Resource) {
		at := cluster.Attr("logging_info")
		logs := demand.Some(at, func(info merlon.Value) merlon.Truth {
			return demand.Some(info.Attr("broker_logs"), func(brokers merlon.Value) merlon.Truth {
				logs := merlon.False
				for _, name := range []string{"cloudwatch_logs", "firehose", "s3"} {
					logs = logs.Or(demand.Some(brokers.Attr(name), demand.At("enabled", demand.On)))
				}
				return logs
			})
		})
		pass.Require(logs, at, "brokers of cluster %q log to nowhere", cluster.Name)
	},
}

// MSKPublic reports clusters whose brokers have public addresses.
var MSKPublic = demand.Setting(merlon.Check{
	ID:       "aws-msk-public",
	Title:    "MSK brokers have public addresses",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Availability,
	AAA:      merlon.Authentication,
	Why:      `Brokers answer the internet: one leaked credential, or one flaw in Kafka, is enough from anywhere.`,
	Fix:      `Leave public_access out or set its type to DISABLED, and reach the cluster from inside of the VPC or by PrivateLink.`,
	Sources:  []string{"https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html", sourceMSK},
	Aliases:  []string{"CKV_AWS_291"},
}, "gives its brokers public addresses",
	demand.Row{
		Type: "aws_msk_cluster", Noun: "cluster", Path: "broker_node_group_info.connectivity_info.public_access.type",
		Want: demand.OneOfByDefault("DISABLED"),
	},
)

// MSKUnauthenticated reports clusters that let clients in unasked.
var MSKUnauthenticated = demand.Setting(merlon.Check{
	ID:       "aws-msk-unauthenticated",
	Title:    "MSK cluster lets clients in without authentication",
	Severity: merlon.High,
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication,
	Why:      `Whatever reaches a broker over the network reads and writes messages under nobody's name.`,
	Fix:      `Set unauthenticated = false in client_authentication, and use IAM, SASL/SCRAM or client certificates.`,
	Sources:  []string{"https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html", sourceMSK},
}, "lets clients in without authentication",
	demand.Row{Type: "aws_msk_cluster", Noun: "cluster", Path: "client_authentication.unauthenticated", Want: demand.Off},
)

const sourceConnectors = "https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html"

// ConnectorInTransit reports connectors that talk to their cluster in clear.
var ConnectorInTransit = demand.Setting(merlon.Check{
	ID:       "aws-msk-connector-transit-encryption",
	Title:    "MSK connector talks to its cluster in clear",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `Whoever is on the way reads and changes what the connector fetches and delivers.`,
	Fix:      `Set kafka_cluster_encryption_in_transit.encryption_type = "TLS"; the connector is made anew.`,
	Sources:  []string{sourceConnectors, "https://docs.aws.amazon.com/MSKC/latest/mskc/API_KafkaClusterEncryptionInTransit.html"},
}, "talks to its cluster in clear",
	demand.Row{
		Type: "aws_mskconnect_connector", Noun: "connector", Path: "kafka_cluster_encryption_in_transit.encryption_type",
		Want: demand.OneOf("TLS"), // PLAINTEXT unless it says
	},
)

// ConnectorLogging reports connectors whose workers log to nowhere.
var ConnectorLogging = demand.Setting(merlon.Check{
	ID:       "aws-msk-connector-logging",
	Title:    "MSK connector logs to nowhere",
	Severity: merlon.Low,
	STRIDE:   merlon.Repudiation,
	CIA:      merlon.Availability,
	AAA:      merlon.Accounting,
	Why:      `Nobody can tell what the connector's plugins did, and why records were left out.`,
	Fix:      `Add log_delivery.worker_log_delivery with cloudwatch_logs, firehose or s3 enabled.`,
	Sources:  []string{sourceConnectors, "https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-logging.html"},
}, "logs to nowhere",
	demand.Row{
		Type: "aws_mskconnect_connector", Noun: "connector", Path: "log_delivery.worker_log_delivery",
		Want: func(v merlon.Value) merlon.Truth {
			logs := merlon.TruthOf(v.IsUnknown() || v.MayHaveMore()).And(merlon.Unknown)
			for _, name := range []string{"cloudwatch_logs", "firehose", "s3"} {
				logs = logs.Or(v.Attr(name, "enabled").Truth())
			}
			return logs
		},
	},
)
