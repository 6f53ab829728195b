package engine

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/agext/levenshtein"

	"merlon"
)

// A catalogue finds checks by the names that people write: ids, other tools'
// ids, and globs over both. It is not for use by several goroutines.
type catalogue struct {
	checks []*merlon.Check
	byID   map[string]*merlon.Check
	// byAlias is by canonical name; several checks may share an alias.
	byAlias map[string][]*merlon.Check
	order   map[*merlon.Check]int

	// What names cost is bounded: the input may be made of nothing else.
	globs       map[string][]*merlon.Check
	suggestions int
}

// The number of different globs that are looked up, and of unknown names that
// are compared with all known ones. Past that a name means nothing, and
// nothing is suggested.
const (
	maxGlobs       = 5000
	maxSuggestions = 200
)

func newCatalogue(checks []*merlon.Check) *catalogue {
	c := &catalogue{
		checks:  checks,
		byID:    make(map[string]*merlon.Check, len(checks)),
		byAlias: make(map[string][]*merlon.Check),
		order:   make(map[*merlon.Check]int, len(checks)),
		globs:   make(map[string][]*merlon.Check),
	}
	for i, check := range checks {
		c.byID[canonical(check.ID)] = check
		c.order[check] = i
	}
	for _, check := range checks {
		for _, alias := range check.Aliases {
			key := canonical(alias)
			if !slices.Contains(c.byAlias[key], check) {
				c.byAlias[key] = append(c.byAlias[key], check)
			}
		}
	}
	return c
}

// canonical folds the spellings of one name: letter case, and Trivy's short
// form AWS-0089 of AVD-AWS-0089.
func canonical(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	if rest, ok := strings.CutPrefix(name, "avd-"); ok {
		return rest
	}
	return name
}

// resolve gives the checks that a name means, in catalogue order: the check
// of that id, else all that have it as an alias, else those that match it as
// a glob. It is empty for a name that nobody knows.
func (c *catalogue) resolve(name string) []*merlon.Check {
	key := canonical(name)
	if check, ok := c.byID[key]; ok {
		return []*merlon.Check{check}
	}
	if checks := c.byAlias[key]; len(checks) > 0 {
		return checks
	}
	if !isGlob(key) {
		return nil
	}
	found, known := c.globs[key]
	if known || len(key) > maxNameLength || len(c.globs) >= maxGlobs {
		return found
	}
	for _, check := range c.checks {
		if globMatch(key, canonical(check.ID)) || slices.ContainsFunc(check.Aliases, func(alias string) bool {
			return globMatch(key, canonical(alias))
		}) {
			found = append(found, check)
		}
	}
	c.globs[key] = found
	return found
}

// Names gives a function that finds the ids of the checks that a name means:
// an id, another tool's id, or a glob. It finds none for a name that nobody
// knows. The function is not for use by several goroutines.
func Names(checks []*merlon.Check) func(name string) []string {
	c := newCatalogue(checks)
	return func(name string) []string {
		var ids []string
		for _, check := range c.resolve(name) {
			ids = append(ids, check.ID)
		}
		return ids
	}
}

// numbered matches the ids of other tools that are numbers: the nearest of
// those is another rule, not what was meant.
var numbered = regexp.MustCompile(`^(?:ckv\w*_|bc_|ac_|avd-|aws-\d+$|aws\d+$|[0-9a-f]{8}-)`)

// nearest suggests the known name closest to one that nobody knows, or "". An
// id is preferred to another tool's.
func (c *catalogue) nearest(name string) string {
	name = canonical(name)
	if c.suggestions++; c.suggestions > maxSuggestions || numbered.MatchString(name) {
		return ""
	}
	id := nearest(name, func(yield func(string) bool) {
		for _, check := range c.checks {
			if !yield(check.ID) {
				return
			}
		}
	})
	if id == "" {
		id = c.sameWords(name)
	}
	if id != "" {
		return id
	}
	return nearest(name, func(yield func(string) bool) {
		for _, check := range c.checks {
			for _, alias := range check.Aliases {
				if !numbered.MatchString(canonical(alias)) && !yield(alias) {
					return
				}
			}
		}
	})
}

// sameWords finds the id with words added or left out: aws-s3-bucket-acl for
// aws-s3-acl. Three words must agree: provider, service and one more.
func (c *catalogue) sameWords(name string) string {
	if len(name) > maxNameLength {
		return ""
	}
	words := strings.Split(name, "-")
	best, most := "", 2
	for _, check := range c.checks {
		other := strings.Split(check.ID, "-")
		shared := 0
		for _, word := range other {
			if slices.Contains(words, word) {
				shared++
			}
		}
		if shared > most && shared == min(len(words), len(other)) {
			best, most = check.ID, shared
		}
	}
	return best
}

// maxNameLength bounds the names that a suggestion is sought for: the distance
// costs the product of both lengths.
const maxNameLength = 100

// nearest finds the candidate that is few enough edits away to be what was
// meant; the first of equals.
func nearest(name string, candidates func(yield func(string) bool)) string {
	if len(name) > maxNameLength {
		return ""
	}
	best, least := "", max(2, len(name)/4)+1
	for candidate := range candidates {
		folded := canonical(candidate)
		if gap := len(folded) - len(name); gap >= least || -gap >= least {
			continue
		}
		if d := levenshtein.Distance(name, folded, nil); d < least {
			best, least = candidate, d
		}
	}
	return best
}

func didYouMean(suggestion string) string {
	if suggestion == "" {
		return ""
	}
	return fmt.Sprintf("did you mean %q?", suggestion)
}

func isGlob(name string) bool { return strings.ContainsAny(name, "*?") }

// globMatch matches * (any run of characters) and ? (any one) over a whole
// text. Its time is bounded by the product of the lengths.
func globMatch(pattern, text string) bool {
	p, t := 0, 0
	star, mark := -1, 0
	for t < len(text) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, t
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == text[t]):
			p++
			t++
		case star >= 0:
			mark++
			p, t = star+1, mark
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}
