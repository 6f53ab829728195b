package demand

import "merlon"

// InCode reports whether a known value was set in a file: not on the command
// line, and not in the environment. It is for what was read from code: a state
// or an account tells a value, not where it came from.
func InCode(v merlon.Value) bool {
	outermost := v.Cause().Outermost()
	return outermost == nil || outermost.Kind != merlon.CauseEnvironment && outermost.Kind != merlon.CauseCommandLine
}
