package ec2

import (
	"slices"

	"merlon"
	"merlon/internal/network"
)

// SGIngressOutsideVPC reports ingress from anywhere but the VPC, the networks
// joined to it and the trusted ones, unless it is what load balancers are for.
var SGIngressOutsideVPC = &merlon.Check{
	ID:       "aws-ec2-sg-ingress-outside-vpc",
	Title:    "Security group lets traffic from outside the VPC in",
	Severity: merlon.Medium,
	Targets:  network.RuleTypes,
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Ingress belongs inside the VPC: from its own networks, peered ones, prefix lists and other security groups. What
the public may reach stands behind a load balancer, on the ports that merlon.yaml names (public_ports), so that there is one
door to guard, to log and to close. Rules that open more sensitive ports to the internet are reported by the
aws-ec2-sg-open checks.`,
	Fix: `Name the security group, the VPC's own CIDR block or a prefix list as the source; put public services behind a load ` +
		`balancer; or list an office or VPN network under trusted_networks in merlon.yaml.`,
	Sources: []string{securityHub("18"), sgRulesPage},
	Aliases: tfsecPublicIngress,
	Run:     checkIngressOutsideVPC,
}

func checkIngressOutsideVPC(pass *merlon.Pass, r *merlon.Resource) {
	group := network.GroupOf(r)
	ingress(r, func(rule *network.Rule) {
		if len(rule.Peers) == 0 && len(rule.MorePeers) == 0 {
			return
		}
		if worldReach(pass, rule) != merlon.False && otherPort.is(rule) != merlon.True {
			return // another check's, or undecided there
		}
		outside := rule.Addresses().Minus(trusted(pass))
		switch {
		case outside.IsWorld():
			checkPublicDoor(pass, rule, group)
		case !outside.Public().IsEmpty():
			at := rule.AtAddresses(func(s network.Set) bool { return !s.Public().IsEmpty() })
			pass.Reportf(at, "%s from public addresses (%s) outside the VPC", rule.Traffic(), publicText(rule)).At(merlon.Low)
		case len(rule.MorePeers) > 0:
			pass.Undecided(rule.MorePeers[0])
		default:
			checkForeignPrivate(pass, rule, group, outside)
		}
	})
}

// checkPublicDoor judges a rule that is open to everyone: on a public port, on
// a group that only load balancers carry, it is as it should be.
func checkPublicDoor(pass *merlon.Pass, rule *network.Rule, group *merlon.Resource) {
	if !publicPorts(pass.Settings.PublicPorts, rule) {
		f := reportOpen(pass, rule, nil)
		if rule.Protocol == network.ICMP || rule.Protocol == network.ICMPv6 {
			f.At(merlon.Low) // it tells that something is there, and little else
		}
		return
	}
	var users []*merlon.Resource
	if group != nil {
		users = network.Users(pass.Estate, group)
	}
	if len(users) == 0 {
		pass.Undecidedf(rule.AtAddresses(network.Set.IsWorld),
			"%s is open to the internet, which is right on a load balancer, and nothing here uses the group", rule.Traffic())
		return
	}
	if i := slices.IndexFunc(users, func(u *merlon.Resource) bool { return !network.IsLoadBalancer(u) }); i >= 0 {
		f := pass.Reportf(rule.AtAddresses(network.Set.IsWorld), "%s open to the internet on a group that %s carries, which is no load balancer",
			rule.Traffic(), users[i].Label())
		f.At(severityFor(pass.Check.Severity, network.ExposureOf(pass.Estate, group)))
	}
}

// publicPorts reports whether the rule opens nothing but the given ports.
func publicPorts(ports []int, rule *network.Rule) bool {
	if rule.Protocol != network.TCP && rule.Protocol != network.UDP || rule.Ports.Last-rule.Ports.First > len(ports) {
		return false
	}
	for port := rule.Ports.First; port <= rule.Ports.Last; port++ {
		if !slices.Contains(ports, port) {
			return false
		}
	}
	return true
}

// checkForeignPrivate reports private addresses that are of no network joined
// to the VPC, where all of those are known.
func checkForeignPrivate(pass *merlon.Pass, rule *network.Rule, group *merlon.Resource, outside network.Set) {
	if group == nil {
		return
	}
	vpcs := group.Attr("vpc_id").Targets("aws_vpc", "aws_default_vpc")
	if len(vpcs) != 1 {
		return
	}
	own, complete := network.OwnNetworks(pass.Estate, vpcs[0])
	foreign := outside.Intersect(network.Private).Minus(own)
	if complete != merlon.True || foreign.IsEmpty() {
		return
	}
	at := rule.AtAddresses(foreign.Overlaps)
	var texts []string
	for _, p := range rule.Peers {
		if p.Kind == network.PeerAddress && network.SetOf(p.Prefix).Overlaps(foreign) {
			texts = append(texts, p.Prefix.String())
		}
	}
	pass.Reportf(at, "%s from %s, which reaches beyond the networks of %s", rule.Traffic(), firstFew(texts), vpcs[0].Label()).
		At(merlon.Low)
}
