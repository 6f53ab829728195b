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

// FirewallRuleGroups reports policies that inspect nothing.
var FirewallRuleGroups = &merlon.Check{
	ID:       "aws-networkfirewall-rule-groups",
	Title:    "Network firewall policy has no rule groups",
	Severity: merlon.Medium,
	Targets:  []string{"aws_networkfirewall_firewall_policy"},
	STRIDE:   merlon.Tampering | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why: `Without rule groups the policy does the same with every packet: unless that is to drop it, the firewall lets everything
through, and what it stands in front of counts as protected.`,
	Fix:     `Add stateful_rule_group_reference or stateless_rule_group_reference blocks.`,
	Sources: []string{"https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policies.html", sourceFirewall},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		policy := r.Attr("firewall_policy")
		if policy.IsUnknown() {
			pass.Undecided(policy)
			return
		}
		drops := demand.Includes("aws:drop")(policy.Attr("stateless_default_actions"))
		for _, action := range []string{"aws:drop_strict", "aws:drop_established", "aws:drop_established_app_layer"} {
			drops = drops.Or(demand.Includes(action)(policy.Attr("stateful_default_actions")))
		}
		has := demand.Given(policy.Attr("stateful_rule_group_reference")).Or(demand.Given(policy.Attr("stateless_rule_group_reference")))
		pass.Require(has.Or(drops), policy, "firewall policy %q has no rule groups", r.Name)
	},
}

// passesByDefault makes a check of what a policy does with packets that no
// stateless rule matches.
func passesByDefault(id, what, path string) *merlon.Check {
	return demand.Setting(merlon.Check{
		ID:       "aws-networkfirewall-" + id,
		Title:    "Network firewall lets " + what + " through uninspected",
		Severity: merlon.Medium,
		STRIDE:   merlon.Tampering | merlon.InformationDisclosure,
		CIA:      merlon.Confidentiality | merlon.Integrity,
		Why:      `With aws:pass what no stateless rule matches never comes to the stateful rules: no intrusion rule sees it, and no log has it.`,
		Fix:      `Set ` + path + ` = ["aws:forward_to_sfe"], or ["aws:drop"].`,
		Sources: []string{
			"https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html", sourceFirewall,
		},
	}, "lets "+what+" through uninspected", demand.Row{
		Type: "aws_networkfirewall_firewall_policy", Noun: "firewall policy", Path: "firewall_policy." + path,
		Want: demand.Excludes("aws:pass"),
	})
}

var (
	// FirewallPassesPackets reports policies that pass packets by default.
	FirewallPassesPackets = passesByDefault("default-pass", "packets", "stateless_default_actions")
	// FirewallPassesFragments reports policies that pass fragments by default.
	FirewallPassesFragments = passesByDefault("default-pass-fragments", "fragments", "stateless_fragment_default_actions")
)
