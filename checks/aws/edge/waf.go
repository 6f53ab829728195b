package edge

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceWAF          = "https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html"
	sourceWAFResources = "https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html"
	sourceKnownBad     = "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html"
)

// WAFLogging reports web ACLs that do not log what they see.
var WAFLogging = demand.Companion(merlon.Check{
	ID:       "aws-waf-logging",
	Title:    "Web ACL writes no logs",
	Severity: merlon.Medium,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Without logs nobody can tell what the rules blocked, what they let through, or that an attack is on.`,
	Fix:      `Add an aws_wafv2_web_acl_logging_configuration for the web ACL; in the classic ones a logging_configuration block.`,
	Sources:  []string{"https://docs.aws.amazon.com/waf/latest/developerguide/logging.html", sourceWAF},
	Aliases:  []string{"CKV_AWS_176", "CKV2_AWS_31"},
}, "writes no logs",
	demand.CompanionRow{Type: "aws_waf_web_acl", Noun: "web ACL", Own: "logging_configuration.log_destination"},
	demand.CompanionRow{Type: "aws_wafregional_web_acl", Noun: "web ACL", Own: "logging_configuration.log_destination"},
	demand.CompanionRow{Type: "aws_wafv2_web_acl", Noun: "web ACL", Links: []demand.Link{
		{Type: "aws_wafv2_web_acl_logging_configuration", Path: "resource_arn"},
	}})

// aclRules are the blocks that hold the rules of web ACLs and rule groups.
var aclRules = map[string]string{
	"aws_waf_web_acl": "rules", "aws_wafregional_web_acl": "rule", "aws_wafv2_web_acl": "rule",
	"aws_waf_rule_group": "activated_rule", "aws_wafregional_rule_group": "activated_rule", "aws_wafv2_rule_group": "rule",
}

// v2Rules are resources that add rules to a web ACL from outside.
var v2Rules = []demand.Link{
	{Type: "aws_wafv2_web_acl_rule_group_association", Path: "web_acl_arn"},
	{Type: "aws_wafv2_web_acl_rule", Path: "web_acl_arn"},
}

// WAFRules reports web ACLs that let everything through for want of rules.
var WAFRules = &merlon.Check{
	ID:       "aws-waf-rules",
	Title:    "Web ACL has no rules",
	Severity: merlon.Medium,
	Targets:  []string{"aws_waf_web_acl", "aws_wafregional_web_acl", "aws_wafv2_web_acl"},
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	Why:      `A web ACL without rules does its default action: it lets every request through, and those it stands in front of count as protected.`,
	Fix:      `Add rules, to begin with the managed groups AWSManagedRulesCommonRuleSet and AWSManagedRulesKnownBadInputsRuleSet.`,
	Sources:  []string{"https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html", sourceWAF},
	Aliases:  []string{"CKV_AWS_175"},
	Run: func(pass *merlon.Pass, acl *merlon.Resource) {
		rules := acl.Attr(aclRules[acl.Type])
		has := demand.Given(acl.Attr("rule_json"))
		for rule := range rules.Elements() {
			has = has.Or(demand.Given(rule.Attr("rule_id")), demand.Given(rule.Attr("statement")))
		}
		if rules.MayHaveMore() {
			has = has.Or(merlon.Unknown)
		}
		if acl.Type == "aws_wafv2_web_acl" && has != merlon.True {
			outside, _ := demand.Accompanied(pass, acl, v2Rules...)
			has = has.Or(outside)
		}
		blocks := acl.Attr("default_action", "type").Is("BLOCK")
		if acl.Attr("default_action", "block").IsSet() {
			blocks = merlon.True
		}
		pass.Require(has.Or(blocks), acl, "web ACL %q has no rules", acl.Name)
	},
}

// WAFRuleAction reports rules that do nothing.
var WAFRuleAction = &merlon.Check{
	ID:       "aws-waf-rule-action",
	Title:    "WAF rule has no action",
	Severity: merlon.Low,
	OptIn:    true, // AWS refuses such a rule
	Targets: []string{
		"aws_waf_web_acl", "aws_wafregional_web_acl", "aws_wafv2_web_acl",
		"aws_waf_rule_group", "aws_wafregional_rule_group", "aws_wafv2_rule_group",
	},
	STRIDE:  merlon.Tampering,
	CIA:     merlon.Integrity,
	Why:     `A rule without an action has no effect on what it matches.`,
	Fix:     `Give the rule an action, or an override_action if it refers to a rule group.`,
	Sources: []string{"https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-action.html"},
	Aliases: []string{"CKV_AWS_342"},
	Run: func(pass *merlon.Pass, acl *merlon.Resource) {
		for rule := range acl.Elements(aclRules[acl.Type]) {
			acts := saysAction(rule.Attr("action")).Or(saysAction(rule.Attr("override_action")),
				// A managed group brings the actions of its rules.
				demand.Given(rule.Attr("statement", "managed_rule_group_statement")))
			pass.Require(acts, rule, "a rule of %q has no action", acl.Name)
		}
	},
}

// saysAction says whether an action block names what to do: a type in the
// classic services, a block such as count {} in the present one.
func saysAction(v merlon.Value) merlon.Truth {
	if v.IsUnknown() {
		return merlon.Unknown
	}
	for _, name := range []string{"type", "allow", "block", "captcha", "challenge", "count", "none"} {
		if v.Attr(name).IsSet() {
			return merlon.True
		}
	}
	return merlon.False
}

// WAFLog4j reports web ACLs that do not stop Log4Shell.
var WAFLog4j = &merlon.Check{
	ID:       "aws-waf-log4j",
	Title:    "Web ACL does not block Log4Shell requests",
	Severity: merlon.Medium,
	OptIn:    true, // only Java services with an unpatched Log4j of 2021 need it
	Targets:  []string{"aws_wafv2_web_acl"},
	STRIDE:   merlon.ElevationOfPrivilege | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `A Log4j library before 2.17 runs code that a request tells it to fetch (CVE-2021-44228). The rule Log4JRCE stops such requests.`,
	Fix: `Add a rule with the managed group AWSManagedRulesKnownBadInputsRuleSet and override_action { none {} }, and leave its
rule Log4JRCE on.`,
	Sources: []string{sourceKnownBad},
	Aliases: []string{"CKV_AWS_192"},
	Run: func(pass *merlon.Pass, acl *merlon.Resource) {
		pass.Require(stopsLog4j(pass, acl), acl, "web ACL %q does not block Log4Shell requests", acl.Name)
	},
}

// stopsLog4j says whether a rule of the web ACL blocks what Log4JRCE matches.
func stopsLog4j(pass *merlon.Pass, acl *merlon.Resource) merlon.Truth {
	stops := merlon.False
	if acl.Attr("rule_json").IsSet() {
		stops = merlon.Unknown // the rules are in a text of their own
	}
	rules := acl.Attr("rule")
	if rules.MayHaveMore() && rules.Len() <= 1 {
		stops = merlon.Unknown
	}
	for rule := range rules.Elements() {
		stops = stops.Or(blocksKnownBad(rule.Attr("statement", "managed_rule_group_statement"), rule.Attr("override_action")))
	}
	found := pass.Companions(acl, "aws_wafv2_web_acl_rule_group_association", "web_acl_arn")
	for _, group := range found.List {
		// Its override_action is a text.
		counts := group.Attr("override_action").Is("count")
		stops = stops.Or(blocksKnownBad(group.Attr("managed_rule_group"), merlon.Value{}).And(counts.Not()))
	}
	if len(found.Maybe) > 0 {
		stops = stops.Or(merlon.Unknown)
	}
	return stops
}

// blocksKnownBad says whether a managed group is the one that has Log4JRCE,
// and neither the group nor the rule was turned down.
func blocksKnownBad(group, override merlon.Value) merlon.Truth {
	named := group.Attr("name").Is("AWSManagedRulesKnownBadInputsRuleSet")
	if named == merlon.False {
		return merlon.False
	}
	down := merlon.TruthOf(override.Attr("count").IsSet())
	for excluded := range group.Attr("excluded_rule").Elements() {
		down = down.Or(excluded.Attr("name").Is("Log4JRCE"))
	}
	for other := range group.Attr("rule_action_override").Elements() {
		action := other.Attr("action_to_use")
		weak := merlon.TruthOf(action.Attr("count").IsSet() || action.Attr("allow").IsSet())
		down = down.Or(other.Attr("name").Is("Log4JRCE").And(weak))
	}
	return named.And(down.Not())
}

// WAFRuleMetrics reports rules that publish no metrics.
var WAFRuleMetrics = demand.Setting(merlon.Check{
	ID:       "aws-waf-rule-metrics",
	Title:    "WAF rule publishes no metrics",
	Severity: merlon.Low,
	OptIn:    true, // the log of the web ACL tells as much
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `No alarm can go off when a rule suddenly blocks much, or nothing any more.`,
	Fix:      `Set cloudwatch_metrics_enabled = true in the visibility_config of each rule.`,
	Sources:  []string{"https://docs.aws.amazon.com/waf/latest/developerguide/monitoring-cloudwatch.html", sourceWAF},
}, "has a rule that publishes no metrics",
	demand.Row{
		Type: "aws_wafv2_web_acl", Noun: "web ACL", Each: "rule", Path: "visibility_config.cloudwatch_metrics_enabled", Want: demand.On,
	},
	demand.Row{
		Type: "aws_wafv2_rule_group", Noun: "rule group", Each: "rule", Path: "visibility_config.cloudwatch_metrics_enabled", Want: demand.On,
	},
)
