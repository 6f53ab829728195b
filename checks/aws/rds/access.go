package rds

import (
	"net/netip"
	"slices"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/internal/network"
)

const sourceVPC = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html"

// PubliclyAccessible reports databases with a public address.
var PubliclyAccessible = &merlon.Check{
	ID:       "aws-rds-publicly-accessible",
	Title:    "RDS database has a public address",
	Severity: merlon.High,
	Targets:  []string{"aws_db_instance", "aws_rds_cluster_instance", "aws_rds_cluster"},
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Availability,
	AAA:      merlon.Authentication,
	Why:      `Only a security group stands between the internet and the database, and passwords are tried all day long.`,
	Fix:      `Set publicly_accessible = false and reach the database from inside its VPC.`,
	Sources:  []string{sourceControls, sourceVPC},
	Aliases:  []string{"CKV_AWS_17", "AVD-AWS-0180", "AC_AWS_0054", "aws-rds-no-public-db-access"},
	Run: func(pass *merlon.Pass, db *merlon.Resource) {
		v := db.Attr("publicly_accessible")
		pass.Require(v.Truth().Not(), v, "%s %q has a public address", kind(db), db.Name)
	},
}

// PrivateSubnets reports databases in subnets with a way to the internet.
var PrivateSubnets = &merlon.Check{
	ID:       "aws-rds-private-subnets",
	Title:    "RDS database does not stand in private subnets",
	Severity: merlon.Medium,
	Targets:  databases,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `In a subnet that routes to an internet gateway one wrong switch puts the database on the internet. Without a
subnet group it stands in the default VPC, all of whose subnets are public.`,
	Fix:     `Give the database an aws_db_subnet_group of subnets without a route to an internet gateway.`,
	Sources: []string{sourceVPC},
	Run:     checkPrivateSubnets,
}

func checkPrivateSubnets(pass *merlon.Pass, db *merlon.Resource) {
	v := db.Attr("db_subnet_group_name")
	if v.IsNull() {
		if !isReplica(db) {
			pass.Reportf(v, "%s %q has no subnet group, so it stands in the default VPC", kind(db), db.Name)
		}
		return
	}
	groups := v.Targets("aws_db_subnet_group")
	if len(groups) == 0 {
		pass.Undecidedf(v, "the subnet group of %s %q is not part of the code", kind(db), db.Name)
	}
	for _, group := range groups {
		ids := group.Attr("subnet_ids")
		subnets := ids.Targets("aws_subnet", "aws_default_subnet")
		var open []*merlon.Resource
		public := merlon.False
		for _, subnet := range subnets {
			t := network.PublicSubnet(pass.Estate, subnet)
			public = public.Or(t)
			if t == merlon.True {
				open = append(open, subnet)
			}
		}
		if len(subnets) == 0 {
			public = merlon.Unknown
		}
		switch public {
		case merlon.True:
			pass.Reportf(v, "%s %q stands in public subnet %q", kind(db), db.Name, open[0].Name).About(group).About(open...)
		case merlon.Unknown:
			pass.Undecidedf(v, "whether the subnets of %s %q are public is not known", kind(db), db.Name).About(group)
		}
	}
}

// WideIngress reports databases that too many may reach.
var WideIngress = &merlon.Check{
	ID:       "aws-rds-wide-ingress",
	Title:    "RDS database can be reached from too many addresses",
	Severity: merlon.High,
	Targets:  databases,
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `Only what needs the database should reach it: the security groups of its clients, or a subnet. A rule for
addresses of the internet, or for more than a VPC can hold (a /16), lets in everything that stands there, and
whoever breaks into any of it.`,
	Fix:     `Let the rule name the clients' security group, or the CIDR block of their subnet.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html"},
	Run:     checkWideIngress,
}

func checkWideIngress(pass *merlon.Pass, db *merlon.Resource) {
	v := db.Attr("vpc_security_group_ids")
	trusted, _ := network.ParseSet(pass.Settings.TrustedNetworks)
	groups := v.Targets("aws_security_group", "aws_default_security_group")
	if len(groups) == 0 && v.IsSet() {
		pass.Undecidedf(v, "the security groups of %s %q are not part of the code", kind(db), db.Name)
	}
	for _, group := range groups {
		for _, rule := range network.RulesOf(pass.Estate, group) {
			if rule.Direction != network.Ingress {
				continue
			}
			stranger := func(s network.Set) bool { return !s.Public().Minus(trusted).IsEmpty() }
			wide := func(s network.Set) bool { return stranger(s) || widerThanVPC(s.Minus(trusted)) }
			addresses := rule.Addresses()
			if !wide(addresses) {
				for _, more := range rule.MorePeers {
					pass.Undecidedf(more, "who may reach %s %q is not known", kind(db), db.Name).About(group)
				}
				continue
			}
			f := pass.Reportf(rule.AtAddresses(wide), "%s %q can be reached from %s by %s",
				kind(db), db.Name, firstWide(rule, wide), rule.Traffic()).About(group)
			if !stranger(addresses) {
				f.At(merlon.Medium)
			}
		}
	}
}

// widerThanVPC reports whether the set has a block that is larger than a VPC
// can be.
func widerThanVPC(s network.Set) bool {
	for _, p := range s.Prefixes() {
		if p.Addr().Is4() && p.Bits() < 16 || p.Addr().Is6() && p.Bits() < 44 {
			return true
		}
	}
	return false
}

func firstWide(rule network.Rule, wide func(network.Set) bool) netip.Prefix {
	for _, peer := range rule.Peers {
		if peer.Kind == network.PeerAddress && wide(network.SetOf(peer.Prefix)) {
			return peer.Prefix
		}
	}
	return netip.Prefix{}
}

// ClassicSecurityGroup reports security groups of EC2-Classic.
var ClassicSecurityGroup = demand.ClassicGroup(merlon.Check{
	ID:      "aws-rds-classic-security-group",
	Title:   "RDS security group of EC2-Classic",
	Sources: []string{sourceVPC},
	Aliases: []string{"CKV_AWS_198"},
}, "database", "aws_db_security_group")

// PublicSnapshot reports snapshots that every AWS account can restore.
var PublicSnapshot = &merlon.Check{
	ID:       "aws-rds-public-snapshot",
	Title:    "RDS snapshot is shared with everyone",
	Severity: merlon.Critical,
	Targets:  []string{"aws_db_snapshot", "aws_db_snapshot_copy", "aws_db_cluster_snapshot"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Any AWS account can restore the snapshot and read the whole database.`,
	Fix:      `List the accounts that may restore it, or nobody.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html", sourceControls},
	Aliases:  []string{"CKV_AWS_302"},
	Run: func(pass *merlon.Pass, snapshot *merlon.Resource) {
		v := snapshot.Attr("shared_accounts")
		texts, complete := v.Strings()
		if slices.Contains(texts, "all") {
			pass.Reportf(v, "snapshot %q is shared with everyone", snapshot.Name)
			return
		}
		if !complete {
			pass.Undecided(v)
		}
	},
}
