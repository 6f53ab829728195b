package ec2

import (
	"slices"
	"strings"

	"merlon"
	"merlon/internal/network"
)

const naclPage = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html"

var naclTypes = append(slices.Clone(network.ACLTypes), "aws_network_acl_rule")

// NACLOpenAdminPorts reports entries that let the internet in to SSH or RDP.
var NACLOpenAdminPorts = &merlon.Check{
	ID:       "aws-ec2-nacl-open-admin-ports",
	Title:    "Network ACL opens SSH or RDP to the internet",
	Severity: merlon.Medium,
	Targets:  naclTypes,
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `The ACL of a subnet is the second lock behind security groups. One that lets everyone in to remote shells and
desktops leaves it to each group alone to keep them out.`,
	Fix:     `Add a lower-numbered entry that denies ports 22 and 3389 from the internet, or allow them from known networks only.`,
	Sources: []string{securityHub("21"), naclPage},
	Aliases: []string{"AVD-AWS-0105", "aws-ec2-no-public-ingress-acl", "aws-vpc-no-public-ingress-acl"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		checkACL(pass, r, []service{ssh, rdp})
	},
}

// naclPortChecks are the same question, one port a check.
func naclPortChecks() []*merlon.Check {
	var list []*merlon.Check
	for _, s := range []service{
		{slug: "ssh", name: "SSH", endpoints: tcp(22), internet: []string{"CKV_AWS_232"}},
		{slug: "rdp", name: "RDP", endpoints: tcp(3389), internet: []string{"CKV_AWS_231"}},
		{slug: "ftp", name: "FTP", endpoints: tcp(21), internet: []string{"CKV_AWS_229"}},
		{slug: "ftp-data", name: "FTP data", endpoints: tcp(20), internet: []string{"CKV_AWS_230"}},
	} {
		list = append(list, &merlon.Check{
			ID: "aws-ec2-nacl-open-" + s.slug, Title: "Network ACL opens " + s.name + " to the internet",
			Severity: merlon.Low, OptIn: true, Targets: naclTypes,
			STRIDE: merlon.Spoofing, CIA: merlon.Confidentiality, AAA: merlon.Authorization,
			Why: `The ACL lets everyone in to the port of ` + s.name + `, and leaves it to each security group alone to keep them out.
SSH and RDP together are aws-ec2-nacl-open-admin-ports's.`,
			Fix:     `Add a lower-numbered entry that denies the port from the internet, or allow it from known networks only.`,
			Sources: []string{securityHub("21"), naclPage},
			Aliases: s.internet,
			Run:     func(pass *merlon.Pass, r *merlon.Resource) { checkACL(pass, r, []service{s}) },
		})
	}
	return list
}

// checkACL reports the entries of a resource through which the internet
// reaches one of the services, each entry once. Entries of the same ACL that
// stand elsewhere have their say too.
func checkACL(pass *merlon.Pass, r *merlon.Resource, services []service) {
	rules := network.ACLRules(r)
	acl := network.ACLOf(r)
	if acl != nil {
		rules = network.ACLRulesOf(pass.Estate, acl)
	}
	type found struct {
		opening network.Opening
		names   []string
	}
	var all []*found
	for _, s := range services {
		for _, e := range s.endpoints {
			for _, o := range network.Openings(rules, network.Ingress, e.protocol, e.port) {
				if o.Rule.Resource != r {
					continue
				}
				i := slices.IndexFunc(all, func(f *found) bool { return f.opening.Rule.At.Path() == o.Rule.At.Path() })
				if i < 0 {
					i, all = len(all), append(all, &found{opening: o})
				}
				if o.Sure == merlon.True {
					all[i].opening.Sure = merlon.True
					all[i].names = append(all[i].names, s.name)
				}
			}
		}
	}
	for _, f := range all {
		rule := f.opening.Rule
		if f.opening.Sure != merlon.True {
			at := rule.SourceAt
			if len(rule.Unknown) > 0 {
				at = rule.Unknown[0]
			}
			pass.Undecidedf(at, "whether the ACL lets the internet in here is not known before apply")
			continue
		}
		finding := pass.Reportf(rule.SourceAt, "%s open to the internet (%s)", strings.Join(f.names, " and "), rule.Source)
		if r.Type == "aws_default_network_acl" {
			finding.At(merlon.Low) // so it comes from AWS
		}
	}
}

// NACLAllPorts reports ingress entries for all ports.
var NACLAllPorts = &merlon.Check{
	ID:       "aws-ec2-nacl-all-ports",
	Title:    "Network ACL lets all ports in",
	Severity: merlon.Low,
	OptIn:    true, // the ACL that AWS gives every VPC does, and leaves the work to groups
	Targets:  naclTypes,
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `An entry for all ports makes the ACL no second lock: whatever a security group opens by mistake is open.`,
	Fix:      `Allow the ports that the subnet serves, and the ephemeral ports for answers.`,
	Sources:  []string{naclPage},
	Aliases:  []string{"CKV_AWS_352", "AVD-AWS-0102", "aws-ec2-no-excessive-port-access", "aws-vpc-no-excessive-port-access"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		checkACLAllPorts(pass, r, network.Ingress)
	},
}

// NACLAllPortsEgress reports egress entries for all ports.
var NACLAllPortsEgress = &merlon.Check{
	ID:       "aws-ec2-nacl-all-ports-egress",
	Title:    "Network ACL lets all ports out",
	Severity: merlon.Info,
	OptIn:    true,
	Targets:  naclTypes,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `An entry for all ports lets whatever runs in the subnet talk to anyone in any way.`,
	Fix:      `Allow the ports that the subnet needs, and the ephemeral ports for answers.`,
	Sources:  []string{naclPage},
	Aliases:  []string{"AVD-AWS-0102", "aws-ec2-no-excessive-port-access", "aws-vpc-no-excessive-port-access"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		checkACLAllPorts(pass, r, network.Egress)
	},
}

func checkACLAllPorts(pass *merlon.Pass, r *merlon.Resource, direction network.Direction) {
	for _, rule := range network.ACLRules(r) {
		switch {
		case rule.Direction != direction || !rule.Ports.IsAll() || !rule.Protocol.HasPorts():
		case len(rule.Unknown) > 0:
			pass.Undecided(rule.Unknown[0])
		case rule.Allow:
			pass.Reportf(rule.At, "%s entry %d allows all ports", rule.Direction, rule.Number)
		}
	}
}

// NACLAttached reports network ACLs that guard no subnet.
var NACLAttached = &merlon.Check{
	ID:       "aws-ec2-nacl-attached",
	Title:    "Network ACL is not attached to a subnet",
	Severity: merlon.Low,
	OptIn:    true,
	Targets:  []string{"aws_network_acl"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `The subnets that the ACL was written for keep the VPC's default ACL, which lets everything through, while the code
reads as if they were guarded.`,
	Fix:     `Name the subnets in subnet_ids, or remove the ACL.`,
	Sources: []string{securityHub("16"), naclPage},
	Aliases: []string{"CKV2_AWS_1"},
	Run: func(pass *merlon.Pass, acl *merlon.Resource) {
		subnets := acl.Attr("subnet_ids")
		if subnets.Len() > 0 || len(subnets.Targets()) > 0 {
			return
		}
		attached := pass.Companions(acl, "aws_network_acl_association", "network_acl_id").Any()
		if subnets.IsUnknown() {
			attached = attached.Or(merlon.Unknown)
		}
		pass.Require(attached, acl, "network ACL %q guards no subnet", acl.Name)
	},
}
