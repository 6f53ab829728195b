// Package messaging holds the checks of messaging: SNS, SQS, Amazon MQ, SES.
package messaging

import (
	"embed"

	"merlon"
	"merlon/checks/aws/internal/source"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name: "messaging",
	Checks: []*merlon.Check{
		TopicEncryption,
		TopicManagedKey,
		TopicPublicPolicy,
		TopicOtherAccount,

		QueueEncryption,
		QueueEncryptionUnstated,
		QueueManagedKey,
		QueueWildcardActions,
		QueueAllActions,
		QueuePublicPolicy,

		BrokerAuditLog,
		BrokerGeneralLog,
		BrokerPubliclyAccessible,
		BrokerMinorUpgrades,
		BrokerOldVersion,
		BrokerUnsupportedVersion,
		BrokerCustomerKey,
		BrokerActiveStandby,
		BrokerCluster,

		MailTLS,
	},
	Examples: testdata,
}

// controls is the page of Security Hub's controls of a service.
var controls = source.Controls
