package checks_test

import (
	"regexp"
	"strings"
	"testing"

	"merlon/checks"
)

var slug = regexp.MustCompile(`^aws-[a-z0-9]+(-[a-z0-9]+)+$`)

// TestCatalogue keeps the catalogue in order: unique slugs, unique titles,
// sources that are addresses, examples for every check.
func TestCatalogue(t *testing.T) {
	ids, titles := map[string]bool{}, map[string]string{}
	for _, f := range checks.Families() {
		for _, c := range f.Checks {
			if !slug.MatchString(c.ID) || !strings.HasPrefix(c.ID, "aws-") {
				t.Errorf("%s: not a readable slug", c.ID)
			}
			if ids[c.ID] {
				t.Errorf("%s: declared twice", c.ID)
			}
			ids[c.ID] = true
			if other := titles[c.Title]; other != "" {
				t.Errorf("%s and %s have the same title: %s", c.ID, other, c.Title)
			}
			titles[c.Title] = c.ID
			for _, s := range c.Sources {
				if !strings.HasPrefix(s, "https://") {
					t.Errorf("%s: source %q is not an address", c.ID, s)
				}
			}
			for _, name := range []string{"bad.tf", "good.tf"} {
				if checks.Example(c, name) == "" {
					t.Errorf("%s: no example %s in the binary", c.ID, name)
				}
			}
			if strings.HasSuffix(c.Title, ".") {
				t.Errorf("%s: the title ends with a full stop", c.ID)
			}
		}
	}
	if len(ids) == 0 {
		t.Fatal("no checks")
	}
}

// TestNotApplicable keeps the list of what has no check honest: nothing on it
// has one, reasons are given, and what is near exists.
func TestNotApplicable(t *testing.T) {
	ids, aliases := map[string]bool{}, map[string]string{}
	for _, c := range checks.All() {
		ids[c.ID] = true
		for _, alias := range c.Aliases {
			aliases[alias] = c.ID
		}
	}
	list := checks.AllNotApplicable()
	if len(list) == 0 {
		t.Fatal("the list is empty")
	}
	for _, n := range list {
		if c := aliases[n.ID]; c != "" {
			t.Errorf("%s is an alias of %s", n.ID, c)
		}
		if n.Reason == "" || n.About == "" {
			t.Errorf("%s has no reason", n.ID)
		}
		if n.Nearest != "" && !ids[n.Nearest] {
			t.Errorf("%s: no check %s", n.ID, n.Nearest)
		}
		if got, ok := checks.FindNotApplicable(strings.ToLower(strings.TrimPrefix(n.ID, "AVD-"))); !ok || got != n {
			t.Errorf("%s is not found by its short form", n.ID)
		}
	}
}
