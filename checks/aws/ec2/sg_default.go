package ec2

import (
	"merlon"
	"merlon/internal/network"
)

// SGDefaultRestrictsAll reports default security groups with rules.
var SGDefaultRestrictsAll = &merlon.Check{
	ID:       "aws-ec2-sg-default-restricts-all",
	Title:    "Default security group has rules",
	Severity: merlon.Medium,
	Targets:  []string{"aws_default_security_group"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Whatever is launched without a security group gets the VPC's default one. Without rules that is safe; with rules,
forgetting a group opens what they open.`,
	Fix:     `Leave aws_default_security_group without ingress and egress, and give each resource a group of its own.`,
	Sources: []string{securityHub("2")},
	Aliases: []string{"CKV2_AWS_12", "AVD-AWS-0173", "AC_AWS_0232"},
	Run: func(pass *merlon.Pass, group *merlon.Resource) {
		rules := network.RulesOf(pass.Estate, group)
		if len(rules) == 0 {
			return
		}
		vpcs := group.Attr("vpc_id").Targets("aws_vpc", "aws_default_vpc")
		if rules[0].At.IsUnknown() {
			pass.Undecided(rules[0].At).About(vpcs...)
			return
		}
		pass.Reportf(group, "default security group %q has rules, the first for %s of %s", group.Name, rules[0].Direction, rules[0].Traffic()).
			About(vpcs...).About(rules[0].Resource)
	},
}

// VPCDefaultSGUnmanaged reports VPCs whose default security group nobody took
// the rules from.
var VPCDefaultSGUnmanaged = &merlon.Check{
	ID:       "aws-ec2-vpc-default-sg-unmanaged",
	Title:    "VPC keeps the rules of its default security group",
	Severity: merlon.Low,
	Targets:  []string{"aws_vpc"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `AWS gives every VPC a default security group that lets its members talk to each other and to everywhere. Whatever
is launched without a group of its own gets it.`,
	Fix:     `Add an aws_default_security_group for the VPC, without ingress and egress: that removes its rules.`,
	Sources: []string{securityHub("2"), "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_security_group"},
	Aliases: []string{"CKV2_AWS_12"},
	Run: func(pass *merlon.Pass, vpc *merlon.Resource) {
		if pass.Estate.Source == merlon.SourceLive {
			return // there the group itself is seen
		}
		pass.Require(pass.Companions(vpc, "aws_default_security_group", "vpc_id").Any(), vpc, "nothing empties the default security group of VPC %q", vpc.Name)
	},
}

// SGAttached reports security groups that nothing carries.
var SGAttached = &merlon.Check{
	ID:       "aws-ec2-sg-attached",
	Title:    "Security group is not attached to anything",
	Severity: merlon.Info,
	OptIn:    true, // other roots and accounts may use the group
	Targets:  []string{"aws_security_group"},
	Why:      `A group that nothing carries is one that nobody looks at, until somebody attaches it without reading its rules.`,
	Fix:      `Remove the group, or attach it.`,
	Sources:  []string{securityHub("22")},
	Aliases:  []string{"CKV2_AWS_5"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Run: func(pass *merlon.Pass, group *merlon.Resource) {
		if len(network.Users(pass.Estate, group)) == 0 {
			pass.Reportf(group, "nothing here carries security group %q", group.Name)
		}
	},
}
