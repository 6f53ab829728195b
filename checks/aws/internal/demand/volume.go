package demand

import "merlon"

// EncryptedByDefault says whether the account encrypts new volumes in the
// resource's region, as far as the resource's own root tells.
func EncryptedByDefault(pass *merlon.Pass, r *merlon.Resource) merlon.Truth {
	for setting := range InPlaceOf(pass, r, "aws_ebs_encryption_by_default") {
		enabled := setting.Attr("enabled").Or(merlon.True)
		if setting.Partial && !r.Partial {
			enabled = enabled.And(merlon.Unknown) // it may not be made
		}
		return enabled
	}
	return merlon.False
}
