package ec2

import (
	"slices"

	"merlon"
	"merlon/internal/network"
)

// tfsecPublicIngress are tfsec's ids for ingress from the internet, whatever
// the port.
var tfsecPublicIngress = []string{
	"aws-ec2-no-public-ingress-sgr", "aws-vpc-no-public-ingress-sg", "aws-vpc-no-public-ingress-sgr",
}

// openChecks are the recommended checks about security groups that are open to
// the internet, one for each class of rule.
func openChecks() []*merlon.Check {
	type spec struct {
		id, title string
		class     class
		severity  merlon.Severity
		why, fix  string
		aliases   []string
		sources   []string
		names     func(*network.Rule) []string
	}
	const adminFix = `Remove the rule and reach the machines with Session Manager or EC2 Instance Connect; or name the few ` +
		`addresses, the prefix list or the security group that need it.`
	specs := []spec{
		{
			id: "sg-open-all-ports", class: allPorts, severity: merlon.High,
			title: "Security group opens all ports to the internet",
			why: `Every service that listens, or will ever listen, on the resources of the group can be reached and attacked
by anyone: remote shells and databases, and whatever a mistake starts tomorrow.`,
			fix:     `Name the ports that are needed, and the addresses or security groups that need them.`,
			aliases: []string{"CKV_AWS_277", "AVD-AWS-0107", "AC_AWS_0231", "AC_AWS_0275"},
			sources: []string{securityHub("18"), securityHub("19"), sgRulesPage},
		},
		{
			id: "sg-open-admin-range", class: adminRange, severity: merlon.High,
			title: "Security group opens a range of ports with SSH and RDP to the internet",
			why: `A range that holds both SSH and RDP was not chosen for a service: it opens remote shells, remote desktops and
the databases between them to password guessing and to every flaw in their servers.`,
			fix:     adminFix,
			aliases: []string{"AVD-AWS-0107"},
			sources: []string{securityHub("13"), securityHub("14"), sgRulesPage},
			names:   func(rule *network.Rule) []string { return namesOf(rule, "SSH", "RDP") },
		},
		{
			id: "sg-open-ssh", class: sshPort, severity: merlon.High,
			title: "Security group opens SSH to the internet",
			why: `Port 22 of every public address is probed within minutes. One weak password, one leaked key or one flaw in
the server gives a shell inside the network. A rule that opens RDP too is aws-ec2-sg-open-admin-range's, one that opens
everything aws-ec2-sg-open-all-ports's.`,
			fix:     adminFix,
			aliases: append([]string{"AVD-AWS-0107"}, ssh.internet...),
			sources: []string{securityHub("13"), sgRulesPage},
			names:   func(rule *network.Rule) []string { return namesOf(rule, "SSH") },
		},
		{
			id: "sg-open-rdp", class: rdpPort, severity: merlon.High,
			title: "Security group opens RDP to the internet",
			why: `Remote Desktop on the internet is a common first step of ransomware: passwords are guessed, and its server has
had flaws that need none. A rule that opens SSH too is aws-ec2-sg-open-admin-range's, one that opens everything
aws-ec2-sg-open-all-ports's.`,
			fix:     adminFix,
			aliases: append([]string{"AVD-AWS-0107"}, rdp.internet...),
			sources: []string{securityHub("14"), sgRulesPage},
			names:   func(rule *network.Rule) []string { return namesOf(rule, "RDP") },
		},
		{
			id: "sg-open-database-ports", class: databasePort, severity: merlon.High,
			title: "Security group opens a database to the internet",
			why: `Databases, caches and search engines hold what attackers are after, and several listen without a password
until somebody sets one.`,
			fix:     `Let the security group of the application in, not addresses.`,
			sources: []string{securityHub("19"), sgRulesPage},
			names:   func(rule *network.Rule) []string { return namesOf(rule) },
		},
		{
			id: "sg-open-sensitive-ports", class: sensitivePort, severity: merlon.High,
			title: "Security group opens a sensitive service to the internet",
			why: `File shares, directories, cluster and configuration management, mail and remote control were made for
networks of friends: many of them hand out control or data to whoever connects.`,
			fix:     `Let the security groups or the private networks in that need the service, not the internet.`,
			sources: []string{securityHub("19"), sgRulesPage},
			names:   func(rule *network.Rule) []string { return namesOf(rule) },
		},
	}
	var list []*merlon.Check
	for _, s := range specs {
		list = append(list, &merlon.Check{
			ID: "aws-ec2-" + s.id, Title: s.title, Severity: s.severity, Targets: network.RuleTypes,
			STRIDE: merlon.Spoofing | merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
			CIA:    merlon.Confidentiality | merlon.Integrity, AAA: merlon.Authorization,
			Why: s.why, Fix: s.fix, Sources: s.sources, Aliases: slices.Concat(s.aliases, tfsecPublicIngress),
			Run: func(pass *merlon.Pass, r *merlon.Resource) {
				checkOpen(pass, r, s.class.is, s.names)
			},
		})
	}
	return list
}

// namesOf are the given names, and those of the databases and sensitive
// services that the rule opens besides.
func namesOf(rule *network.Rule, first ...string) []string {
	more, _ := openedOf(rule, database, sensitive)
	return append(first, more...)
}

// amongOthersChecks are opt-in checks for SSH and RDP where a rule opens more
// than them: with aws-ec2-sg-open-ssh and -rdp they are all rules that do. They
// are checks of their own so that accepting an open SSH port, by its id in
// another tool, never accepts a rule that opens everything.
func amongOthersChecks() []*merlon.Check {
	var list []*merlon.Check
	for _, s := range []service{ssh, rdp} {
		list = append(list, &merlon.Check{
			ID: "aws-ec2-sg-open-" + s.slug + "-among-others", Title: "Security group opens " + s.name + " to the internet, among other ports",
			Severity: merlon.High, OptIn: true, Targets: network.RuleTypes,
			STRIDE: merlon.Spoofing | merlon.ElevationOfPrivilege, CIA: merlon.Confidentiality | merlon.Integrity, AAA: merlon.Authorization,
			Why: `The rule opens ` + s.name + ` without naming it, in a range or with everything. The recommended checks report it as
what it is, aws-ec2-sg-open-all-ports or aws-ec2-sg-open-admin-range; this one is for teams that follow ` + s.name + ` for itself.`,
			Fix:     `Name the ports that are needed, and the addresses or security groups that need them.`,
			Sources: []string{securityHub("19"), sgRulesPage},
			Aliases: s.internet,
			Run: func(pass *merlon.Pass, r *merlon.Resource) {
				checkOpen(pass, r, func(rule *network.Rule) merlon.Truth {
					return allPorts.is(rule).Or(adminRange.is(rule))
				}, func(*network.Rule) []string { return []string{s.name} })
			},
		})
	}
	return list
}

// SGOpenUnlistedPort reports ports that no service of the table listens on.
var SGOpenUnlistedPort = &merlon.Check{
	ID:       "aws-ec2-sg-open-unlisted-port",
	Title:    "Security group opens a port of no well-known service to the internet",
	Severity: merlon.Medium,
	OptIn:    true, // aws-ec2-sg-ingress-outside-vpc reports these among others
	Targets:  network.RuleTypes,
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Nobody reviews what listens on a port that has no name: a service of one's own, a debugger, something that was
forgotten.`,
	Fix:     `Put the service behind a load balancer, or name the addresses that need it.`,
	Sources: []string{securityHub("18"), sgRulesPage},
	Aliases: []string{"AC_AWS_0276"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		checkOpen(pass, r, func(rule *network.Rule) merlon.Truth {
			_, known := openedOf(rule, web)
			return otherPort.is(rule).And(known.Not(), merlon.TruthOf(rule.Protocol.HasPorts()))
		}, nil)
	},
}

// serviceChecks are one opt-in check for each service of the table, for teams
// that want to tell them apart.
func serviceChecks() []*merlon.Check {
	var list []*merlon.Check
	for i := range services {
		s := &services[i]
		check := &merlon.Check{
			ID: "aws-ec2-sg-open-" + s.slug, Title: "Security group opens " + s.name + " to the internet",
			Severity: merlon.High, OptIn: true, Targets: network.RuleTypes,
			STRIDE: merlon.Spoofing | merlon.InformationDisclosure, CIA: merlon.Confidentiality | merlon.Integrity, AAA: merlon.Authorization,
			Why: `Anyone on the internet can connect to ` + s.name + ` behind this group. The recommended checks report the rule
once, by the worst that it opens; this one is for teams that follow each service for itself.`,
			Fix:     `Let the security groups, prefix lists or addresses in that need the service.`,
			Sources: []string{securityHub("19"), sgRulesPage},
			Aliases: s.internet,
			Run: func(pass *merlon.Pass, r *merlon.Resource) {
				checkOpen(pass, r, s.openedBy, func(*network.Rule) []string { return []string{s.name} })
			},
		}
		if s.kind == web {
			check.Severity = merlon.Low
			check.Sources = []string{securityHub("18"), sgRulesPage}
		}
		list = append(list, check)
	}
	return list
}

// checkOpen reports the ingress rules that are open to the internet and whose
// ports the condition holds for.
func checkOpen(pass *merlon.Pass, r *merlon.Resource, ports func(*network.Rule) merlon.Truth, names func(*network.Rule) []string) {
	ingress(r, func(rule *network.Rule) {
		// The cheaper questions first.
		if !rule.NamesPublic() && len(rule.MorePeers) == 0 {
			return
		}
		open := ports(rule)
		if open == merlon.False {
			return
		}
		switch open.And(worldReach(pass, rule)) {
		case merlon.True:
			var list []string
			if names != nil {
				list = names(rule)
			}
			reportOpen(pass, rule, list)
		case merlon.Unknown:
			undecided(pass, rule)
		}
	})
}
