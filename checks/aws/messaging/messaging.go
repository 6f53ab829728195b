// Package messaging holds the checks of messaging: SNS, SQS, Amazon MQ, SES.
package messaging

import (
	"embed"

	"merlon"
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

		MailTLS,
	},
	Examples: testdata,
}

// controls is the address of Security Hub's controls of a service.
func controls(service string) string {
	return "https://docs.aws.amazon.com/securityhub/latest/userguide/" + service + "-controls.html"
}
