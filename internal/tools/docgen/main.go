// Command docgen writes docs/checks: a page for every check and an index, from
// the catalogue itself and its examples. Run it with go generate ./checks.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"merlon"
	"merlon/checks"
	"merlon/internal/framework"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: docgen DIR")
		os.Exit(2)
	}
	if err := generate(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "docgen:", err)
		os.Exit(1)
	}
}

// generate writes all pages and removes those of checks that are gone.
func generate(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	keep := map[string]bool{"README.md": true}
	for _, c := range checks.All() {
		name := c.ID + ".md"
		keep[name] = true
		if err := os.WriteFile(filepath.Join(dir, name), page(c), 0o644); err != nil {
			return err
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "README.md"), index(), 0o644); err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !keep[e.Name()] {
			if err := os.Remove(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

func page(c *merlon.Check) []byte {
	var b bytes.Buffer
	set := "recommended"
	if c.OptIn {
		set = "opt-in"
	}
	fmt.Fprintf(&b, "# %s\n\n`%s` · %s · %s\n\n", c.Title, c.ID, c.Severity, set)
	fmt.Fprintf(&b, "%s\n\n## How to fix\n\n%s\n", strings.TrimSpace(c.Why), strings.TrimSpace(c.Fix))
	for _, e := range []struct{ file, title string }{{"bad.tf", "Bad"}, {"good.tf", "Good"}} {
		if text := checks.Example(c, e.file); text != "" {
			fmt.Fprintf(&b, "\n## %s\n\n```hcl\n%s```\n", e.title, text)
		}
	}
	b.WriteString("\n## Details\n\n")
	row := func(name string, values []string) {
		if len(values) > 0 {
			fmt.Fprintf(&b, "- %s: %s\n", name, strings.Join(values, ", "))
		}
	}
	var targets []string
	for _, t := range c.Targets {
		targets = append(targets, "`"+t+"`")
	}
	row("Looks at", targets)
	row("STRIDE", c.STRIDE.Names())
	row("CIA", c.CIA.Names())
	row("AAA", c.AAA.Names())
	row("Aliases", c.Aliases)
	if refs := framework.ControlsOf(c.ID); len(refs) > 0 {
		b.WriteString("\n## Controls\n\n")
		for _, ref := range refs {
			fmt.Fprintf(&b, "- %s: %s\n", ref.Framework.Title, strings.Join(ref.Controls, ", "))
		}
	}
	if len(c.Sources) > 0 {
		b.WriteString("\n## Sources\n\n")
		for _, s := range c.Sources {
			fmt.Fprintf(&b, "- <%s>\n", s)
		}
	}
	return b.Bytes()
}

func index() []byte {
	var b bytes.Buffer
	b.WriteString("# Checks\n\nGenerated from the code. `merlon explain ID` shows the same in a terminal.\n")
	for _, f := range checks.Families() {
		fmt.Fprintf(&b, "\n## %s\n\n| check | severity | set | title |\n| --- | --- | --- | --- |\n", f.Name)
		for _, c := range f.Checks {
			set := "recommended"
			if c.OptIn {
				set = "opt-in"
			}
			fmt.Fprintf(&b, "| [%s](%s.md) | %s | %s | %s |\n", c.ID, c.ID, c.Severity, set, c.Title)
		}
	}
	return b.Bytes()
}
