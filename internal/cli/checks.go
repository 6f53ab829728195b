package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"merlon"
	"merlon/checks"
	"merlon/internal/engine"
	"merlon/internal/framework"
)

// checkDocument is a check as `merlon checks --format json` prints it.
type checkDocument struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Service     string   `json:"service"`
	Severity    string   `json:"severity"`
	Recommended bool     `json:"recommended"`
	Targets     []string `json:"targets"`
	STRIDE      []string `json:"stride"`
	CIA         []string `json:"cia"`
	AAA         []string `json:"aaa"`
	Aliases     []string `json:"aliases"`
	Why         string   `json:"why"`
	Fix         string   `json:"fix"`
	Sources     []string `json:"sources"`
	// Controls are the controls that the check answers, by framework.
	Controls map[string][]string `json:"controls"`
}

func describe(c *merlon.Check) checkDocument {
	return checkDocument{
		ID: c.ID, Title: c.Title, Service: c.Service(), Severity: c.Severity.String(), Recommended: !c.OptIn,
		Targets: nonNil(c.Targets), STRIDE: c.STRIDE.Names(), CIA: c.CIA.Names(), AAA: c.AAA.Names(),
		Aliases: nonNil(c.Aliases), Why: c.Why, Fix: c.Fix, Sources: nonNil(c.Sources), Controls: controlsOf(c),
	}
}

func controlsOf(c *merlon.Check) map[string][]string {
	controls := map[string][]string{}
	for _, ref := range framework.ControlsOf(c.ID) {
		controls[ref.Framework.ID] = ref.Controls
	}
	return controls
}

func nonNil(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func newChecksCommand(s Streams) *cobra.Command {
	var format, selection string
	cmd := &cobra.Command{
		Use:   "checks",
		Short: "List the checks",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return runChecks(selection, format, s)
		},
	}
	cmd.AddCommand(newChecksTestCommand(s))
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	cmd.Flags().StringVar(&selection, "checks", "all", "which checks to list, as for scan")
	return cmd
}

func runChecks(selection, format string, s Streams) error {
	team, err := loadOwnHere(nil)
	if err != nil {
		return err
	}
	list, err := engine.Select(team.catalogue(), selection)
	if err != nil {
		return fmt.Errorf("--checks: %w", err)
	}
	switch format {
	case "json":
		doc := struct {
			Checks []checkDocument `json:"checks"`
		}{Checks: []checkDocument{}}
		for _, c := range list {
			doc.Checks = append(doc.Checks, describe(c))
		}
		enc := json.NewEncoder(s.Out)
		enc.SetIndent("", "  ")
		enc.SetEscapeHTML(false)
		return enc.Encode(doc)
	case "text":
		width := 0
		for _, c := range list {
			width = max(width, len(c.ID))
		}
		for _, c := range list {
			note := ""
			if c.OptIn {
				note = "  (opt-in)"
			}
			if _, err := fmt.Fprintf(s.Out, "%-8s  %-*s  %s%s\n", c.Severity, width, c.ID, c.Title, note); err != nil {
				return err
			}
		}
		_, err := fmt.Fprintf(s.Out, "\n%d checks. merlon explain ID tells more about one.\n", len(list))
		return err
	}
	return fmt.Errorf("unknown format %q: want text or json", format)
}

func newExplainCommand(s Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "explain CHECK",
		Short: "Explain a check, with examples",
		Long:  "Explain a check by its ID or by another tool's id for it, such as CKV_AWS_20 or AVD-AWS-0089.",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			team, err := loadOwnHere(nil)
			if err != nil {
				return err
			}
			list, err := engine.Select(team.catalogue(), args[0])
			if err != nil {
				if n, ok := checks.FindNotApplicable(args[0]); ok {
					explainAbsence(n, s)
					return nil
				}
				return err
			}
			for i, c := range list {
				if i > 0 {
					fmt.Fprintln(s.Out)
				}
				explain(c, s)
			}
			return nil
		},
	}
}

func explain(c *merlon.Check, s Streams) {
	set := "recommended"
	if c.OptIn {
		set = "opt-in"
	}
	fmt.Fprintf(s.Out, "%s\n%s\n\n", c.Title, strings.Repeat("=", len([]rune(c.Title))))
	row := func(name, value string) {
		if value != "" {
			fmt.Fprintf(s.Out, "%-9s %s\n", name, value)
		}
	}
	row("id", c.ID)
	row("severity", c.Severity.String()+", "+set)
	row("looks at", strings.Join(c.Targets, ", "))
	row("STRIDE", strings.Join(c.STRIDE.Names(), ", "))
	row("CIA", strings.Join(c.CIA.Names(), ", "))
	row("AAA", strings.Join(c.AAA.Names(), ", "))
	row("aliases", strings.Join(c.Aliases, ", "))
	width := min(max(s.Width, 40), 100) - 2
	fmt.Fprintf(s.Out, "\nWhy\n%s\n\nFix\n%s\n", indent(wrap(c.Why, width)), indent(wrap(c.Fix, width)))
	for _, e := range []struct{ name, title string }{{"bad.tf", "Bad"}, {"good.tf", "Good"}} {
		if text := checks.Example(c, e.name); text != "" {
			fmt.Fprintf(s.Out, "\n%s\n%s\n", e.title, indent(text))
		}
	}
	if refs := framework.ControlsOf(c.ID); len(refs) > 0 {
		fmt.Fprintf(s.Out, "\nControls\n")
		for _, ref := range refs {
			lines := strings.Split(wrap(strings.Join(ref.Controls, ", "), width-17), "\n")
			fmt.Fprintf(s.Out, "  %-16s%s\n", ref.Framework.ID, strings.Join(lines, "\n"+strings.Repeat(" ", 18)))
		}
	}
	if len(c.Sources) > 0 {
		fmt.Fprintf(s.Out, "\nSources\n%s\n", indent(strings.Join(c.Sources, "\n")))
	}
}

// explainAbsence tells why there is no check.
func explainAbsence(n checks.NotApplicable, s Streams) {
	title := "No check for " + n.ID
	width := min(max(s.Width, 40), 100) - 2
	fmt.Fprintf(s.Out, "%s\n%s\n\n%s\n", title, strings.Repeat("=", len(title)),
		indent(wrap("The rule is about "+n.About+". "+n.Reason, width)))
	if n.Nearest != "" {
		fmt.Fprintf(s.Out, "\nThe same question, asked of what merlon reads\n  %s\n", n.Nearest)
	}
}

// wrap fills lines of prose up to a width.
func wrap(text string, width int) string {
	var b strings.Builder
	column := 0
	for word := range strings.FieldsSeq(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case column == 0:
		case column+1+n > width:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n  ")
}
