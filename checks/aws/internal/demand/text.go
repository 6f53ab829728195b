package demand

import (
	"strings"

	"merlon"
)

// StartsWith wants a text that begins with one of the prefixes; one that is
// not set does not.
func StartsWith(prefixes ...string) Want {
	return func(v merlon.Value) merlon.Truth {
		if v.IsUnknown() {
			return merlon.Unknown
		}
		text, _ := v.Text()
		for _, prefix := range prefixes {
			if strings.HasPrefix(text, prefix) {
				return merlon.True
			}
		}
		return merlon.False
	}
}

// Without wants none of the texts of a list, or not a single text, to have the
// part in it.
func Without(part string) Want {
	return func(v merlon.Value) merlon.Truth {
		texts, complete := v.Strings()
		for _, text := range texts {
			if strings.Contains(text, part) {
				return merlon.False
			}
		}
		if !complete {
			return merlon.Unknown
		}
		return merlon.True
	}
}
