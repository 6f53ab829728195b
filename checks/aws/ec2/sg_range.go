package ec2

import (
	"strings"

	"merlon"
	"merlon/internal/network"
)

// SGSensitivePortPublicRange reports sensitive services that a range of public
// addresses reaches, short of the whole internet.
var SGSensitivePortPublicRange = &merlon.Check{
	ID:       "aws-ec2-sg-sensitive-port-public-range",
	Title:    "Security group opens a sensitive service to public addresses",
	Severity: merlon.Medium,
	OptIn:    true,
	Targets:  network.RuleTypes,
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Public addresses change hands, and many people share one: a rule for a provider's or an office's range trusts
everyone behind it with a remote shell or a database.`,
	Fix:     `Let a VPN, a bastion or Session Manager in between, and name its security group.`,
	Sources: []string{securityHub("18"), securityHub("19")},
	Aliases: aliasesOf(func(s service) []string { return s.public }, admin, database, sensitive),
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		checkRange(pass, r, "public addresses", func(rule *network.Rule) network.Set {
			if !rule.NamesPublic() {
				return network.Set{}
			}
			public := rule.Addresses().Minus(trusted(pass)).Public()
			if public.IsWorld() {
				return network.Set{} // the aws-ec2-sg-open checks' matter
			}
			return public
		})
	},
}

// SGSensitivePortPrivateRange reports sensitive services that a whole private
// network reaches.
var SGSensitivePortPrivateRange = &merlon.Check{
	ID:       "aws-ec2-sg-sensitive-port-private-range",
	Title:    "Security group opens a sensitive service to a whole private network",
	Severity: merlon.Low,
	OptIn:    true,
	Targets:  network.RuleTypes,
	STRIDE:   merlon.Spoofing | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Whoever takes one machine of the network reaches the service from there. A rule for more than 32 private addresses
names a network, not the few clients that need the service.`,
	Fix:     `Name the security group of the clients instead of their network.`,
	Sources: []string{sgRulesPage, "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing"},
	Aliases: aliasesOf(func(s service) []string { return s.private }, admin, database, sensitive),
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		checkRange(pass, r, "a private network", wideNetworks)
	},
}

// hostBits is how many bits more than 32 addresses need.
const hostBits = 5

// wideNetworks are the private networks of a rule with more than 32 addresses.
func wideNetworks(rule *network.Rule) network.Set {
	wide := network.Set{}
	for _, p := range rule.Peers {
		if p.Kind != network.PeerAddress || p.Prefix.Addr().BitLen()-p.Prefix.Bits() <= hostBits {
			continue
		}
		if set := network.SetOf(p.Prefix); network.Private.Contains(set) {
			wide = wide.Union(set)
		}
	}
	return wide
}

// checkRange reports rules that open sensitive services to the addresses that
// the function picks from the rule.
func checkRange(pass *merlon.Pass, r *merlon.Resource, what string, pick func(*network.Rule) network.Set) {
	ingress(r, func(rule *network.Rule) {
		picked := pick(rule)
		if picked.IsEmpty() && len(rule.MorePeers) == 0 {
			return
		}
		names, open := openedOf(rule, database, sensitive)
		for _, s := range []*service{&ssh, &rdp} {
			opened := s.openedBy(rule)
			if open = open.Or(opened); opened == merlon.True {
				names = append(names, s.name)
			}
		}
		if open == merlon.False {
			return
		}
		if open == merlon.Unknown || picked.IsEmpty() {
			undecided(pass, rule)
			return
		}
		var texts []string
		for _, p := range picked.Prefixes() {
			texts = append(texts, p.String())
		}
		at := rule.AtAddresses(picked.Overlaps)
		pass.Reportf(at, "%s (%s) open to %s (%s)", rule.Traffic(), strings.Join(names, ", "), what, firstFew(texts))
	})
}
