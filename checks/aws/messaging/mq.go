package messaging

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/version"
)

const (
	sourceBrokerLogs     = "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html"
	sourceBrokerSecurity = "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html"
	sourceBrokerActiveMQ = "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html"
	sourceBrokerRabbitMQ = "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-version-management.html"
)

// BrokerAuditLog reports brokers that keep no audit log.
var BrokerAuditLog = demand.Setting(merlon.Check{
	ID:       "aws-mq-audit-log",
	Title:    "MQ broker keeps no audit log",
	Severity: merlon.Low,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `The audit log tells who changed the broker over its console or over JMX. RabbitMQ brokers have none.`,
	Fix:      `Add logs with audit = true.`,
	Sources:  []string{sourceBrokerLogs, controls("mq")},
	Aliases:  []string{"CKV_AWS_197", "AVD-AWS-0070", "aws-mq-enable-audit-logging"},
}, "keeps no audit log",
	demand.Row{
		Type: "aws_mq_broker", Noun: "broker", Path: "logs.audit", Want: demand.On,
		When: demand.At("engine_type", demand.NoneOf("RabbitMQ")),
	},
)

// BrokerGeneralLog reports brokers that keep no general log.
var BrokerGeneralLog = demand.Setting(merlon.Check{
	ID:       "aws-mq-general-log",
	Title:    "MQ broker keeps no general log",
	Severity: merlon.Low,
	STRIDE:   merlon.Repudiation,
	CIA:      merlon.Availability,
	AAA:      merlon.Accounting,
	Why:      `Without the log nobody can tell who connected to the broker, and why it failed.`,
	Fix:      `Add logs with general = true.`,
	Sources:  []string{sourceBrokerLogs, controls("mq")},
	Aliases:  []string{"CKV_AWS_48", "AVD-AWS-0071", "AC_AWS_0174", "aws-mq-enable-general-logging"},
}, "keeps no general log",
	demand.Row{Type: "aws_mq_broker", Noun: "broker", Path: "logs.general", Want: demand.On},
)

// BrokerPubliclyAccessible reports brokers with a public address.
var BrokerPubliclyAccessible = demand.Setting(merlon.Check{
	ID:       "aws-mq-publicly-accessible",
	Title:    "MQ broker has a public address",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Availability,
	AAA:      merlon.Authentication,
	Why: `The broker's ports and its web console are on the internet, where passwords are tried all day long and flaws
such as CVE-2023-46604 of ActiveMQ are used within days.`,
	Fix:     `Leave publicly_accessible out, or set it to false.`,
	Sources: []string{sourceBrokerSecurity, controls("mq")},
	Aliases: []string{"CKV_AWS_69", "AVD-AWS-0072", "AC_AWS_0175", "aws-mq-no-public-access"},
}, "has a public address",
	demand.Row{Type: "aws_mq_broker", Noun: "broker", Path: "publicly_accessible", Want: demand.Off},
)

// BrokerMinorUpgrades reports brokers without minor upgrades.
var BrokerMinorUpgrades = demand.Setting(merlon.Check{
	ID:       "aws-mq-minor-upgrades",
	Title:    "MQ broker gets no minor upgrades",
	Severity: merlon.Low,
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Availability,
	Why:      `Minor versions bring security fixes. A broker gets them by itself only if it asks for them.`,
	Fix:      `Set auto_minor_version_upgrade = true.`,
	Sources:  []string{"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html", controls("mq")},
	Aliases:  []string{"CKV_AWS_207"},
}, "gets no minor upgrades",
	demand.Row{Type: "aws_mq_broker", Noun: "broker", Path: "auto_minor_version_upgrade", Want: demand.On},
)

// oldBroker makes a check that asks brokers, or resources of other types too,
// for the least major and minor version of each engine.
func oldBroker(c merlon.Check, says string, activeMQ, rabbitMQ []int, types ...string) *merlon.Check {
	c.STRIDE = merlon.ElevationOfPrivilege | merlon.InformationDisclosure
	c.CIA = merlon.Confidentiality | merlon.Integrity
	c.Fix = `Set engine_version to a version that is supported.`
	c.Sources = []string{sourceBrokerActiveMQ, sourceBrokerRabbitMQ, controls("mq")}
	since := func(engine string, least []int) (rows []demand.Row) {
		for _, typ := range types {
			rows = append(rows, demand.Row{
				Type: typ, Noun: strings.TrimPrefix(typ, "aws_mq_"), Path: "engine_version",
				Want: func(v merlon.Value) merlon.Truth { return version.Before(v, least...).Not() },
				When: demand.At("engine_type", demand.OneOf(engine)),
			})
		}
		return rows
	}
	return demand.Setting(c, says, append(since("ActiveMQ", activeMQ), since("RabbitMQ", rabbitMQ)...)...)
}

var (
	// BrokerOldVersion reports versions that AWS took away years ago.
	BrokerOldVersion = oldBroker(merlon.Check{
		ID:       "aws-mq-old-version",
		Title:    "MQ broker runs ActiveMQ before 5.16 or RabbitMQ before 3.8",
		Severity: merlon.Medium,
		OptIn:    true, // aws-mq-unsupported-version reports these and more
		Why:      `These versions have flaws that let strangers run code, and get no fixes.`,
		Aliases:  []string{"CKV_AWS_208"},
	}, "runs a version that is long out of support", []int{5, 16}, []int{3, 8}, "aws_mq_broker", "aws_mq_configuration")
	// BrokerUnsupportedVersion reports versions without fixes.
	BrokerUnsupportedVersion = oldBroker(merlon.Check{
		ID:       "aws-mq-unsupported-version",
		Title:    "MQ broker runs a version out of support",
		Severity: merlon.Medium,
		Why: `Amazon MQ ended support for ActiveMQ before 5.18 and RabbitMQ before 3.13 in 2025. It upgrades such brokers on
a day of its own choice, and makes no new ones.`,
	}, "runs a version out of support", []int{5, 18}, []int{3, 13}, "aws_mq_broker")
)

// BrokerCustomerKey reports brokers under a key of AWS's.
var BrokerCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-mq-customer-key",
	Title:    "MQ broker is not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // MQ encrypts always; aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `With a key of one's own, the key's policy says who may decrypt what the broker stores, and leave can be taken back.`,
	Fix:      `Add encryption_options with use_aws_owned_key = false and kms_key_id.`,
	Sources:  []string{"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html"},
	Aliases:  []string{"CKV_AWS_209"},
}, "names no customer-managed key",
	demand.Row{Type: "aws_mq_broker", Noun: "broker", Path: "encryption_options.kms_key_id", Want: demand.CustomerKey},
)

// brokerMultiAZ makes a check that asks brokers of an engine for a mode that
// outlives a zone.
func brokerMultiAZ(slug, engine, mode string) *merlon.Check {
	return demand.Setting(merlon.Check{
		ID:       "aws-mq-" + slug,
		Title:    "MQ broker of " + engine + " stands in one availability zone",
		Severity: merlon.Low,
		OptIn:    true, // costs two or three times as much
		STRIDE:   merlon.DenialOfService,
		CIA:      merlon.Availability,
		Why:      `When the zone or the host fails, or in the maintenance window, nobody sends or receives messages.`,
		Fix:      `Make the broker anew with deployment_mode = "` + mode + `".`,
		Sources:  []string{"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html", controls("mq")},
	}, "stands in one availability zone",
		demand.Row{
			Type: "aws_mq_broker", Noun: "broker", Path: "deployment_mode", Want: demand.OneOf(mode),
			When: demand.At("engine_type", demand.OneOf(engine)),
		},
	)
}

var (
	// BrokerActiveStandby reports ActiveMQ brokers without a standby.
	BrokerActiveStandby = brokerMultiAZ("active-standby", "ActiveMQ", "ACTIVE_STANDBY_MULTI_AZ")
	// BrokerCluster reports RabbitMQ brokers that are one node.
	BrokerCluster = brokerMultiAZ("cluster", "RabbitMQ", "CLUSTER_MULTI_AZ")
)
