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
		checkRange(pass, r, "public addresses", publicRange(pass), sensitiveServices)
	},
}

// publicRange picks the public addresses of a rule that does not let everyone
// in.
func publicRange(pass *merlon.Pass) func(*network.Rule) network.Set {
	return func(rule *network.Rule) network.Set {
		if !rule.NamesPublic() || rule.NamesEveryone() && len(pass.Settings.TrustedNetworks) == 0 {
			return network.Set{}
		}
		public := rule.Addresses().Minus(trusted(pass)).Public()
		if public.IsWorld() {
			return network.Set{} // the aws-ec2-sg-open checks' matter
		}
		return public
	}
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
		checkRange(pass, r, "a private network", wideNetworks, sensitiveServices)
	},
}

// SGWebPortPublicRange reports web ports for developers that a range of public
// addresses reaches. HTTP and HTTPS themselves are meant for such.
var SGWebPortPublicRange = &merlon.Check{
	ID:       "aws-ec2-sg-web-port-public-range",
	Title:    "Security group opens an internal web port to public addresses",
	Severity: merlon.Low,
	OptIn:    true, // behind a login it is what allow lists are for
	Targets:  network.RuleTypes,
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `On ports like 3000, 8000 and 8080 run consoles, development servers and applications without TLS. Public addresses change
hands, and many people share one.`,
	Fix:     `Put the application behind a load balancer with HTTPS and a login, or let a VPN in between.`,
	Sources: []string{securityHub("18"), securityHub("19")},
	Aliases: aliasesOf(func(s service) []string { return s.public }, web),
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		checkRange(pass, r, "public addresses", publicRange(pass), internalWebServices)
	},
}

// SGWebPortPrivateRange reports web ports that a whole private network reaches.
var SGWebPortPrivateRange = &merlon.Check{
	ID:       "aws-ec2-sg-web-port-private-range",
	Title:    "Security group opens a web port to a whole private network",
	Severity: merlon.Info,
	OptIn:    true, // internal applications are for the internal network
	Targets:  network.RuleTypes,
	STRIDE:   merlon.Spoofing | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Whoever takes one machine of the network reaches the application from there. A rule for more than 32 private addresses
names a network, not the few clients that need the service.`,
	Fix:     `Name the security group of the clients, or of the load balancer in front, instead of their network.`,
	Sources: []string{sgRulesPage, "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing"},
	Aliases: aliasesOf(func(s service) []string { return s.private }, web),
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		checkRange(pass, r, "a private network", wideNetworks, webServices)
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

// sensitiveServices are the services that a rule opens and that were never
// meant for a whole network.
func sensitiveServices(rule *network.Rule) (names []string, open merlon.Truth) {
	names, open = openedOf(rule, database, sensitive)
	for _, s := range []*service{&ssh, &rdp} {
		opened := s.openedBy(rule)
		if open = open.Or(opened); opened == merlon.True {
			names = append(names, s.name)
		}
	}
	return names, open
}

// webServices are the web services that a rule opens.
func webServices(rule *network.Rule) ([]string, merlon.Truth) { return openedOf(rule, web) }

// internalWebServices are those that are not plainly meant for the public.
func internalWebServices(rule *network.Rule) (names []string, open merlon.Truth) {
	for i := range services {
		if s := &services[i]; s.kind == web && s.public != nil {
			opened := s.openedBy(rule)
			if open = open.Or(opened); opened == merlon.True {
				names = append(names, s.name)
			}
		}
	}
	return names, open
}

// checkRange reports rules that open services to the addresses that the
// function picks from the rule.
func checkRange(pass *merlon.Pass, r *merlon.Resource, what string, pick func(*network.Rule) network.Set,
	opened func(*network.Rule) ([]string, merlon.Truth),
) {
	ingress(r, func(rule *network.Rule) {
		picked := pick(rule)
		if picked.IsEmpty() && len(rule.MorePeers) == 0 {
			return
		}
		names, open := opened(rule)
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
