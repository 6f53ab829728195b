package containers

import (
	"strings"

	"merlon"
)

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
		switch i {
		case last:
			return strings.HasSuffix(text, part)
		case 0:
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
