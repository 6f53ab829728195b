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

// Baselines are the roots of the estate that look after a whole account, by
// one resource each that shows it.
func Baselines(estate *merlon.Estate) (list []*merlon.Resource) {
	seen := map[string]bool{}
	for r := range estate.OfType(baselineTypes...) {
		if !seen[r.Origin.Root] {
			seen[r.Origin.Root] = true
			list = append(list, r)
		}
	}
	return list
}

// inRoot are the resources of the given types in the root of another.
func inRoot(estate *merlon.Estate, of *merlon.Resource, types ...string) (list []*merlon.Resource) {
	for r := range estate.OfType(types...) {
		if r.Origin.Root == of.Origin.Root {
			list = append(list, r)
		}
	}
	return list
}
