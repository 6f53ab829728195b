package demand

import "merlon"

// EncryptedByDefault says whether the account encrypts new volumes in the
// resource's region, as far as the resource's own root tells.
func EncryptedByDefault(pass *merlon.Pass, r *merlon.Resource) merlon.Truth {
	for d := range pass.Estate.OfType("aws_ebs_encryption_by_default") {
		if d.Origin.Root == r.Origin.Root && d.Region() == r.Region() {
			return d.Attr("enabled").Or(merlon.True)
		}
	}
	return merlon.False
}
