package demand

import (
	"strings"

	"merlon"
)

// ReportVariable reports an environment variable whose value is a secret, or
// takes one over from another resource. It never shows the value. Messages
// call the variable what and its resource noun: "variable" and "project".
func ReportVariable(pass *merlon.Pass, what, name, noun string, v merlon.Value) {
	if text, ok := v.Text(); ok {
		if rules := VariableSecrets(name, text); len(rules) > 0 {
			pass.Reportf(v, "%s %s of %s %q contains a secret (%s)", what, name, noun, v.Resource().Name, strings.Join(rules, ", "))
			return
		}
	}
	for _, ref := range v.Refs() {
		if CarriesSecret(ref) {
			pass.Reportf(v, "%s %s of %s %q spells out %s of %s", what, name, noun, v.Resource().Name, ref.Attribute, ref.Target.Label()).
				At(merlon.Medium)
		}
	}
}
