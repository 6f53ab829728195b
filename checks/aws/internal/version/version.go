// Package version compares the versions of engines, "5.0.6" or "6.x".
package version

import (
	"merlon"
)

// Before asks whether the version in a value is before another, part by part.
// "4" is the newest 4 that there is, and "6.x" the newest 6; a text that is no
// version is not before any.
func Before(v merlon.Value, parts ...int) merlon.Truth {
	if v.IsUnknown() {
		return merlon.Unknown
	}
	have := parse(v.String())
	for i, want := range parts {
		if i >= len(have) {
			return merlon.False
		}
		if have[i] != want {
			return merlon.TruthOf(have[i] < want)
		}
	}
	return merlon.False
}

// parse reads the numbers at the beginning of a version.
func parse(text string) (version []int) {
	n, digits := 0, 0
	for i := 0; i <= len(text); i++ {
		switch {
		case i < len(text) && '0' <= text[i] && text[i] <= '9' && digits < 6:
			n, digits = n*10+int(text[i]-'0'), digits+1
			continue
		case digits > 0:
			version = append(version, n)
		}
		if digits == 0 || i == len(text) || text[i] != '.' {
			break
		}
		n, digits = 0, 0
	}
	return version
}
