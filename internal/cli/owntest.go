package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"merlon"
	"merlon/internal/config"
	"merlon/internal/engine"
	"merlon/internal/terraform"
)

func newChecksTestCommand(s Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "test [DIRECTORY...]",
		Short: "Run the cases of your own checks, and the tests of your policies",
		Long: `Run the cases of the checks in the directories (default: those that a scan
here would use) and the test_ rules of the policies in them.

Exit codes: 0 all passed, 1 some failed, 2 a file has a mistake.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runChecksTest(cmd.Context(), args, s)
		},
	}
}

func runChecksTest(ctx context.Context, dirs []string, s Streams) error {
	o, err := loadOwnHere(dirs)
	if err != nil {
		return err
	}
	passed, failed := 0, 0
	say := func(name, place string, problems []string) {
		if len(problems) == 0 {
			passed++
			fmt.Fprintf(s.Out, "ok    %s\n", harmless(name))
			return
		}
		failed++
		fmt.Fprintf(s.Out, "FAIL  %s  (%s)\n", harmless(name), harmless(place))
		for _, p := range problems {
			fmt.Fprintf(s.Out, "      %s\n", harmless(p))
		}
	}
	i := 0
	for _, file := range o.files {
		for j := range file.Checks {
			custom, check := &file.Checks[j], o.checks[i]
			i++
			if len(custom.Cases) == 0 {
				fmt.Fprintf(s.Out, "none  %s has no cases  (%s)\n", check.ID, custom.Range)
			}
			for k := range custom.Cases {
				c := &custom.Cases[k]
				problems, err := runCase(ctx, check, c)
				if err != nil {
					return err
				}
				say(check.ID+": "+c.Name, c.Range.String(), problems)
			}
		}
	}
	if o.policies != nil {
		for _, r := range o.policies.Test(ctx) {
			var problems []string
			if r.Failure != "" {
				problems = []string{r.Failure}
			}
			say(r.Name, r.Range.String(), problems)
		}
	}
	fmt.Fprintf(s.Out, "\n%d passed, %d failed\n", passed, failed)
	if failed > 0 {
		return errFindings
	}
	return nil
}

// loadOwnHere reads the named directories, or what a scan of the working
// directory would.
func loadOwnHere(dirs []string) (*own, error) {
	if len(dirs) > 0 {
		return readOwn(dirs)
	}
	cfg, from, err := loadConfig(".", "")
	if err != nil {
		return nil, err
	}
	return loadOwn(".", cfg, from, nil)
}

// runCase judges a case's configuration in a directory of its own, and says
// what is not as the case wants it.
func runCase(ctx context.Context, check *merlon.Check, c *config.Case) (problems []string, err error) {
	dir, err := os.MkdirTemp("", "merlon-case-")
	if err != nil {
		return nil, fmt.Errorf("run a case: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(c.Terraform), 0o600); err != nil {
		return nil, fmt.Errorf("run a case: %w", err)
	}
	estate, err := terraform.Load(ctx, dir, terraform.Options{Project: dir})
	if err != nil {
		return nil, fmt.Errorf("run a case: %w", err)
	}
	a, err := engine.Run(ctx, estate, engine.Options{Checks: []*merlon.Check{check}, NoInlineIgnores: true})
	if err != nil {
		return nil, err
	}
	for _, g := range a.Gaps {
		if g.Kind == merlon.GapSyntax || g.Kind == merlon.GapCheck {
			problems = append(problems, strings.TrimSuffix(g.Summary+": "+g.Detail, ": "))
		}
	}
	got := map[merlon.Result][]string{}
	for _, f := range a.Findings {
		if !slices.Contains(got[f.Result], f.Address()) {
			got[f.Result] = append(got[f.Result], f.Address())
		}
	}
	for _, want := range []struct {
		result    merlon.Result
		what      string
		addresses []string
	}{{merlon.Fail, "a finding", c.Fail}, {merlon.Undecided, "no telling", c.Undecided}} {
		for _, address := range want.addresses {
			switch {
			case estate.ByAddress(address) == nil:
				problems = append(problems, fmt.Sprintf("%s is not in the case", address))
			case !slices.Contains(got[want.result], address):
				problems = append(problems, fmt.Sprintf("%s: want %s, got none", address, want.what))
			}
		}
		for _, address := range got[want.result] {
			if !slices.Contains(want.addresses, address) {
				problems = append(problems, fmt.Sprintf("%s: got %s, want none", address, want.what))
			}
		}
	}
	return problems, nil
}
