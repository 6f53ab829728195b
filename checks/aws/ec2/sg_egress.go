package ec2

import (
	"merlon"
	"merlon/internal/network"
)

const egressWhy = `Malware fetches its tools, calls home and carries data away over whatever a group lets out.`

// SGOpenEgress reports rules that let all traffic out to everywhere.
var SGOpenEgress = &merlon.Check{
	ID:       "aws-ec2-sg-open-egress",
	Title:    "Security group lets all traffic out to the internet",
	Severity: merlon.Low,
	OptIn:    true, // what AWS gives every new group, and what most groups keep
	Targets:  network.RuleTypes,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      egressWhy + ` A group that lets everything out stops none of it.`,
	Fix:      `Allow the ports and destinations that are needed: HTTPS, the VPC's endpoints, the security groups of databases.`,
	Sources:  []string{sgRulesPage},
	Aliases:  []string{"CKV_AWS_382", "AVD-AWS-0104", "aws-ec2-no-public-egress-sgr", "aws-vpc-no-public-egress-sg", "aws-vpc-no-public-egress-sgr"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		checkEgress(pass, r, (*network.Rule).OpensAll)
	},
}

// SGEgressToInternet reports rules that let some ports out to everywhere.
var SGEgressToInternet = &merlon.Check{
	ID:       "aws-ec2-sg-egress-to-internet",
	Title:    "Security group lets traffic out to the whole internet",
	Severity: merlon.Info,
	OptIn:    true,
	Targets:  network.RuleTypes,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      egressWhy + ` Ports narrow that down, and destinations do so far better. Rules for all ports are aws-ec2-sg-open-egress's.`,
	Fix:      `Name the destinations: prefix lists, VPC endpoints, an egress proxy.`,
	Sources:  []string{sgRulesPage},
	Aliases:  []string{"AVD-AWS-0104", "aws-ec2-no-public-egress-sgr", "aws-vpc-no-public-egress-sg", "aws-vpc-no-public-egress-sgr"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		checkEgress(pass, r, func(rule *network.Rule) merlon.Truth { return rule.OpensAll().Not() })
	},
}

func checkEgress(pass *merlon.Pass, r *merlon.Resource, ports func(*network.Rule) merlon.Truth) {
	rules := network.Rules(r)
	for i := range rules {
		rule := &rules[i]
		if rule.Direction != network.Egress {
			continue
		}
		switch worldReach(pass, rule).And(ports(rule)) {
		case merlon.True:
			pass.Reportf(rule.AtAddresses(network.Set.IsWorld), "%s let out to the internet (%s)", rule.Traffic(), publicText(rule))
		case merlon.Unknown:
			undecided(pass, rule)
		}
	}
}
