package governance

import (
	"merlon"
)

// baselineTypes are what a root sets up that looks after a whole account, the
// surest sign first. Whether something is missing from an account can be asked
// of such a root, and of no other.
var baselineTypes = []string{
	"aws_config_configuration_recorder",
	"aws_guardduty_detector",
	"aws_securityhub_account",
	"aws_iam_account_password_policy",
	"aws_ebs_encryption_by_default",
	"aws_s3_account_public_access_block",
	"aws_iam_account_alias",
}

// baselines are the roots of the estate that look after a whole account, by
// one resource each that shows it.
func baselines(estate *merlon.Estate) []*merlon.Resource {
	return firsts(estate, baselineTypes...)
}

// firsts are the first resource of the given types in each root that has one.
func firsts(estate *merlon.Estate, types ...string) (list []*merlon.Resource) {
	seen := map[string]bool{}
	for r := range estate.OfType(types...) {
		if !seen[r.Origin.Root] {
			seen[r.Origin.Root] = true
			list = append(list, r)
		}
	}
	return list
}

// byRoot are the resources of the given types by the root that they are in.
func byRoot(estate *merlon.Estate, types ...string) map[string][]*merlon.Resource {
	list := make(map[string][]*merlon.Resource)
	for r := range estate.OfType(types...) {
		list[r.Origin.Root] = append(list[r.Origin.Root], r)
	}
	return list
}
