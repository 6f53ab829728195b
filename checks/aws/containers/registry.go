package containers

import (
	"iter"
	"strings"

	"merlon"
)

// registries yields the settings of a type that hold for the account and
// region of a resource, as far as the code tells.
func registries(pass *merlon.Pass, r *merlon.Resource, typ string) iter.Seq[*merlon.Resource] {
	return func(yield func(*merlon.Resource) bool) {
		for setting := range pass.Estate.OfType(typ) {
			if samePlace(setting, r) && !yield(setting) {
				return
			}
		}
	}
}

// samePlace reports whether two resources are of the same root, account and
// region.
func samePlace(a, b *merlon.Resource) bool {
	if a.Origin.Root != b.Origin.Root || a.Region() != b.Region() {
		return false
	}
	return a.Provider == nil || b.Provider == nil ||
		a.Provider.Account == b.Provider.Account && a.Provider.Alias == b.Provider.Alias
}

// matches says whether a name matches a filter in which a star stands for any
// text.
func matches(filter, name merlon.Value) merlon.Truth {
	pattern, ok := filter.Text()
	if !ok {
		return merlon.Unknown
	}
	if strings.Trim(pattern, "*") == "" {
		return merlon.TruthOf(pattern != "")
	}
	text, ok := name.Text()
	if !ok {
		return merlon.Unknown
	}
	return merlon.TruthOf(matchesStars(strings.Split(pattern, "*"), text))
}

// matchesStars matches a text against what stands between the stars.
func matchesStars(parts []string, text string) bool {
	last := len(parts) - 1
	if last == 0 {
		return strings.Contains(text, parts[0]) // without a star, ECR looks for the text anywhere
	}
	for i, part := range parts {
		switch {
		case i == last:
			return strings.HasSuffix(text, part)
		case i == 0:
			rest, ok := strings.CutPrefix(text, part)
			if !ok {
				return false
			}
			text = rest
		default:
			at := strings.Index(text, part)
			if at < 0 {
				return false
			}
			text = text[at+len(part):]
		}
	}
	return true
}
