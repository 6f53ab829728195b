package demand

import (
	"merlon"
)

// CreateBeforeDestroy makes a check that demands create_before_destroy of
// resources of the given types; nouns are what messages call them, by type.
// Only code has the flag: resources of other sources are passed over.
func CreateBeforeDestroy(c merlon.Check, says string, nouns map[string]string, types ...string) *merlon.Check {
	c.Targets = types
	c.Run = func(pass *merlon.Pass, r *merlon.Resource) {
		if r.Origin.Source != merlon.SourceCode {
			return
		}
		v := r.Lifecycle("create_before_destroy")
		pass.Require(v.Truth(), v, "%s %q %s", nouns[r.Type], r.Name, says)
	}
	return &c
}
