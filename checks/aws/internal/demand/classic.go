package demand

import "merlon"

// ClassicGroup makes a check of security groups of EC2-Classic, which AWS shut
// down: nobody can make one any more, so the check is opt-in. Messages call
// what the group was for noun: "cache".
func ClassicGroup(c merlon.Check, noun, typ string) *merlon.Check {
	c.Severity = merlon.Low
	c.OptIn = true // nothing like it can be made any more
	c.Targets = []string{typ}
	c.STRIDE = merlon.InformationDisclosure
	c.CIA = merlon.Confidentiality
	c.Why = `Outside of a VPC a ` + noun + ` had no network of its own. AWS retired EC2-Classic in 2022 and 2023.`
	c.Fix = `Move the ` + noun + ` into a VPC and use aws_security_group.`
	c.Run = func(pass *merlon.Pass, group *merlon.Resource) {
		pass.Reportf(group, "%q is a security group of EC2-Classic", group.Name)
	}
	return &c
}

// Described wants a text that somebody wrote: the provider fills in "Managed
// by Terraform" where there is none.
func Described(v merlon.Value) merlon.Truth {
	return Given(v).And(v.Is("Managed by Terraform").Not())
}
