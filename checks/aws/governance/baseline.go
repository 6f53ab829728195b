package governance

import (
	"merlon"
	"merlon/checks/aws/internal/once"
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
var baselines = firsts(baselineTypes...)

// firsts are the first resource of the given types in each root that has one.
func firsts(types ...string) *once.Value[map[string]*merlon.Resource] {
	return once.ForEstate(func(estate *merlon.Estate) map[string]*merlon.Resource {
		first := make(map[string]*merlon.Resource)
		for r := range estate.OfType(types...) {
			if first[r.Origin.Root] == nil {
				first[r.Origin.Root] = r
			}
		}
		return first
	}, types...)
}
