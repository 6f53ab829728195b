package edge

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const sourceFirewall = "https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html"

// FirewallLogging reports network firewalls that log nothing.
var FirewallLogging = demand.Companion(merlon.Check{
	ID:       "aws-networkfirewall-logging",
	Title:    "Network firewall writes no logs",
	Severity: merlon.Medium,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `What the firewall drops and what it lets through is lost, alerts of its intrusion rules included.`,
	Fix:      `Add an aws_networkfirewall_logging_configuration for flow and alert logs.`,
	Sources:  []string{"https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html", sourceFirewall},
	Aliases:  []string{"CKV2_AWS_63"},
}, "writes no logs", demand.CompanionRow{Type: "aws_networkfirewall_firewall", Noun: "firewall", Links: []demand.Link{
	{Type: "aws_networkfirewall_logging_configuration", Path: "firewall_arn"},
}})

// FirewallDeletionProtection reports network firewalls that one call deletes.
var FirewallDeletionProtection = demand.Setting(merlon.Check{
	ID:       "aws-networkfirewall-deletion-protection",
	Title:    "Network firewall has no deletion protection",
	Severity: merlon.Low,
	OptIn:    true, // no data is lost with it
	STRIDE:   merlon.DenialOfService | merlon.Tampering,
	CIA:      merlon.Availability,
	Why:      `One mistaken or hostile call takes the firewall away, and all traffic that is routed through it stops.`,
	Fix:      `Set delete_protection = true.`,
	Sources:  []string{sourceFirewall},
	Aliases:  []string{"CKV_AWS_344"},
}, "has no deletion protection",
	demand.Row{Type: "aws_networkfirewall_firewall", Noun: "firewall", Path: "delete_protection", Want: demand.On})

// FirewallCustomerKey reports network firewalls under a key that AWS owns.
var FirewallCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-networkfirewall-customer-key",
	Title:    "Network firewall is not encrypted with a customer's key",
	Severity: merlon.Low,
	OptIn:    true, // AWS encrypts with a key of its own by default
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `With a key of one's own one says who may read the rules, sees who did, and can take the right away.`,
	Fix:      `Add an encryption_configuration block with type = "CUSTOMER_KMS" and key_id.`,
	Sources:  []string{"https://docs.aws.amazon.com/network-firewall/latest/developerguide/kms-encryption-at-rest.html"},
	Aliases:  []string{"CKV_AWS_345", "CKV_AWS_346"},
}, "is not encrypted with a customer's key",
	demand.Row{Type: "aws_networkfirewall_firewall", Noun: "firewall", Path: "encryption_configuration.key_id", Want: demand.CustomerKey},
	demand.Row{Type: "aws_networkfirewall_rule_group", Noun: "rule group", Path: "encryption_configuration.key_id", Want: demand.CustomerKey},
	demand.Row{Type: "aws_networkfirewall_firewall_policy", Noun: "firewall policy", Path: "encryption_configuration.key_id", Want: demand.CustomerKey})
