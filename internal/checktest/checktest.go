// Package checktest tests checks by their examples.
//
// A family of checks keeps, for each check, a directory under testdata (see
// [merlon.Family]). It holds bad.tf and
// good.tf, which are also the check's documentation, and any number of
// edge-*.tf files or edge-*/ directories with modules. A comment at the end of
// a line says what the check must find there:
//
//	acl = "public-read" # want "ACL .* is public"
//
// The text is a regular expression, quoted as in Go; several may follow one
// another. An undecided result is wanted as "undecided: ..." before its
// message, without [merlon.Doubt]. Everything else the check says is an error, and so is a wanted
// finding that is not there.
package checktest

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"merlon"
	"merlon/internal/engine"
	"merlon/internal/terraform"
)

// Run tests every check of a family.
func Run(t *testing.T, family merlon.Family) {
	t.Helper()
	seen := map[string]bool{}
	for _, check := range family.Checks {
		dir := filepath.Join("testdata", family.Directory(check))
		seen[filepath.Base(dir)] = true
		t.Run(check.ID, func(t *testing.T) {
			t.Parallel()
			documented(t, check)
			runDir(t, check, dir)
		})
	}
	entries, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && !seen[e.Name()] && e.Name() != "fuzz" {
			t.Errorf("testdata/%s belongs to no check of the family", e.Name())
		}
	}
}

// documented requires what the documentation is made of.
func documented(t *testing.T, c *merlon.Check) {
	t.Helper()
	for name, text := range map[string]string{"Title": c.Title, "Why": c.Why, "Fix": c.Fix} {
		if strings.TrimSpace(text) == "" {
			t.Errorf("%s has no %s", c.ID, name)
		}
	}
	if len(c.Sources) == 0 {
		t.Errorf("%s names no source", c.ID)
	}
	if c.STRIDE == 0 || c.CIA == 0 && c.AAA == 0 {
		t.Errorf("%s has no classes: want STRIDE, and CIA or AAA", c.ID)
	}
	if c.Run == nil {
		t.Errorf("%s does nothing", c.ID)
	}
}

func runDir(t *testing.T, check *merlon.Check, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatalf("check without examples: %v", err)
	}
	have := map[string]bool{}
	for _, e := range entries {
		have[e.Name()] = true
		if e.IsDir() || strings.HasSuffix(e.Name(), ".tf") || strings.HasSuffix(e.Name(), ".tf.json") {
			t.Run(e.Name(), func(t *testing.T) { runCase(t, check, filepath.Join(dir, e.Name())) })
		}
	}
	for _, name := range []string{"bad.tf", "good.tf"} {
		if !have[name] {
			t.Errorf("%s has no %s", dir, name)
		}
	}
}

// Load reads a configuration given as text, for tests of what checks are made
// of.
func Load(t *testing.T, text string) *merlon.Estate {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	estate, err := terraform.Load(t.Context(), dir, terraform.Options{Project: dir, Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range estate.Gaps {
		if g.Kind == merlon.GapSyntax || g.Kind == merlon.GapReference {
			t.Fatalf("%s: the configuration itself is wrong: %s: %s", g.Range, g.Summary, g.Detail)
		}
	}
	return estate
}

type place struct {
	file string
	line int32
}

func runCase(t *testing.T, check *merlon.Check, path string) {
	t.Helper()
	estate, err := terraform.Load(t.Context(), path, terraform.Options{Project: caseRoot(path), Workers: 1, Examples: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range estate.Gaps {
		if g.Kind == merlon.GapSyntax || g.Kind == merlon.GapReference {
			t.Errorf("%s: the example itself is wrong: %s: %s", g.Range, g.Summary, g.Detail)
		}
	}
	assessment, err := engine.Run(t.Context(), estate, engine.Options{Checks: []*merlon.Check{check}, NoInlineIgnores: true, Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range assessment.Gaps {
		if g.Kind == merlon.GapCheck {
			t.Errorf("%s: %s: %s", g.Address, g.Summary, g.Detail)
		}
	}
	wants := readWants(t, path)
	name := filepath.Base(path)
	isBad, fails := name == "bad.tf", 0
	for _, f := range assessment.Findings {
		message := f.Message
		if f.Result == merlon.Undecided {
			message = "undecided: " + strings.TrimPrefix(message, merlon.Doubt)
		} else {
			fails++
		}
		at := place{f.Range.File, f.Range.Start.Line}
		if strings.HasPrefix(name, "good") {
			t.Errorf("%s: good example has a finding: %s", f.Range, message)
			continue
		}
		if !take(wants, at, message) {
			t.Errorf("%s: unexpected: %s (%s)", f.Range, message, f.Address())
		}
	}
	for at, list := range wants {
		for _, re := range list {
			t.Errorf("%s:%d: nothing found that matches %q", at.file, at.line, re)
		}
	}
	if isBad && fails == 0 {
		t.Errorf("bad.tf has no finding")
	}
}

// caseRoot is the case's own directory: a case never reads its neighbours.
func caseRoot(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return path
	}
	return filepath.Dir(path)
}

func take(wants map[place][]*regexp.Regexp, at place, message string) bool {
	for i, re := range wants[at] {
		if re.MatchString(message) {
			wants[at] = append(wants[at][:i:i], wants[at][i+1:]...)
			return true
		}
	}
	return false
}

func readWants(t *testing.T, path string) map[place][]*regexp.Regexp {
	t.Helper()
	wants := map[place][]*regexp.Regexp{}
	base := caseRoot(path)
	err := filepath.WalkDir(path, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".tf") {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(base, name)
		tokens, _ := hclsyntax.LexConfig(data, rel, hcl.InitialPos)
		for _, token := range tokens {
			if token.Type != hclsyntax.TokenComment {
				continue
			}
			text := strings.TrimSpace(strings.TrimLeft(string(token.Bytes), "#/ "))
			rest, ok := strings.CutPrefix(text, "want ")
			if !ok {
				continue
			}
			at := place{filepath.ToSlash(rel), int32(token.Range.Start.Line)}
			for rest = strings.TrimSpace(rest); rest != ""; rest = strings.TrimSpace(rest) {
				quoted, err := strconv.QuotedPrefix(rest)
				if err != nil {
					t.Fatalf("%s:%d: want is not a quoted string: %s", rel, at.line, rest)
				}
				pattern, _ := strconv.Unquote(quoted)
				re, err := regexp.Compile(pattern)
				if err != nil {
					t.Fatalf("%s:%d: %v", rel, at.line, err)
				}
				wants[at] = append(wants[at], re)
				rest = rest[len(quoted):]
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return wants
}
