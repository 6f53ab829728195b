package demand

import (
	"iter"

	"merlon"
)

// InPlaceOf yields the settings of a type that hold for the account and region
// of a resource, such as the default encryption of its volumes, as far as the
// code tells.
func InPlaceOf(pass *merlon.Pass, r *merlon.Resource, typ string) iter.Seq[*merlon.Resource] {
	return func(yield func(*merlon.Resource) bool) {
		for setting := range pass.Estate.OfType(typ) {
			if samePlace(setting, r) && !yield(setting) {
				return
			}
		}
	}
}

// samePlace reports whether two resources are of the same root, account and
// region. Two provider configurations that name no account may have one each.
func samePlace(a, b *merlon.Resource) bool {
	if a.Origin.Root != b.Origin.Root || a.Region() != b.Region() {
		return false
	}
	if a.Provider == nil || b.Provider == nil {
		return true
	}
	return a.Provider.Account == b.Provider.Account && a.Provider.Alias == b.Provider.Alias
}
