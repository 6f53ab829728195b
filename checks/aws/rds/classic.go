package rds

import (
	"merlon"
	"merlon/internal/network"
)

// classicGroup makes a check of the CIDR blocks of EC2-Classic's security
// groups: AWS makes none any more, so all of them are opt-in.
func classicGroup(slug, title, says string, aliases []string, holds func(network.Set) bool) *merlon.Check {
	return &merlon.Check{
		ID:       "aws-rds-classic-security-group-" + slug,
		Title:    title,
		Severity: merlon.Medium,
		OptIn:    true, // AWS has shut EC2-Classic down; the resource cannot be made any more
		Targets:  []string{"aws_db_security_group"},
		STRIDE:   merlon.InformationDisclosure | merlon.Spoofing,
		CIA:      merlon.Confidentiality,
		AAA:      merlon.Authorization,
		Why:      `The group lets addresses reach the database that have no business with it. Whoever copies the code into a VPC copies the rule.`,
		Fix:      `Move the database into a VPC, and let the security group of the application in.`,
		Sources:  []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html"},
		Aliases:  aliases,
		Run: func(pass *merlon.Pass, group *merlon.Resource) {
			for v := range group.All("ingress", "cidr") {
				if v.IsUnknown() {
					pass.Undecided(v)
				}
				texts, _ := v.Strings()
				for _, text := range texts {
					if prefix, err := network.ParsePrefix(text); err == nil && holds(network.SetOf(prefix)) {
						pass.Reportf(v, "group %q %s (%s)", group.Name, says, prefix)
					}
				}
			}
		},
	}
}

var (
	// ClassicGroupEveryone reports groups that let everyone in.
	ClassicGroupEveryone = classicGroup("everyone", "RDS security group of EC2-Classic lets everyone in", "lets everyone in",
		[]string{"AC_AWS_0066"}, network.Set.IsWorld)
	// ClassicGroupPublic reports groups that let public addresses in.
	ClassicGroupPublic = classicGroup("public", "RDS security group of EC2-Classic lets public addresses in", "lets public addresses in",
		[]string{"AC_AWS_0067"}, func(s network.Set) bool { return !s.Public().IsEmpty() })
	// ClassicGroupWide reports groups that let whole networks in, of 256
	// addresses and more.
	ClassicGroupWide = classicGroup("wide", "RDS security group of EC2-Classic lets a whole network in", "lets a whole network in",
		[]string{"AC_AWS_0065"}, func(s network.Set) bool {
			for _, p := range s.Prefixes() {
				if p.Addr().BitLen()-p.Bits() >= 8 {
					return true
				}
			}
			return false
		})
)
