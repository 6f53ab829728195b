package cli

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"merlon/internal/framework"
)

// frameworkDocument is a framework as `merlon frameworks --format json` prints
// it.
type frameworkDocument struct {
	ID       string            `json:"id"`
	Title    string            `json:"title"`
	Source   string            `json:"source"`
	Answered int               `json:"answered"`
	Controls []controlDocument `json:"controls"`
}

type controlDocument struct {
	ID     string   `json:"id"`
	Title  string   `json:"title"`
	Checks []string `json:"checks"`
	// Parts are the controls of AWS Security Hub that it is answered through,
	// and Unanswered those of them that no check answers.
	Parts      []string `json:"parts"`
	Unanswered []string `json:"unanswered"`
	Note       string   `json:"note"`
}

func newFrameworksCommand(s Streams) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "frameworks [FRAMEWORK]",
		Short: "List the compliance frameworks, or the controls of one and the checks that answer them",
		Long: `List the compliance frameworks and how many of their controls merlon's checks
answer. With the name of one, list its controls. The short names cis, fsbp, pci
and nist mean the newest version.

A framework here is the controls that software can be asked about; what each
counts and what it leaves out is told in docs/frameworks.md.`,
		Example: `  merlon frameworks
  merlon frameworks cis-aws-5.0
  merlon scan --framework cis-aws-5.0`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return runFrameworks(args, format, s)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

func runFrameworks(args []string, format string, s Streams) error {
	list := framework.All()
	if len(args) == 1 {
		f, err := framework.Find(args[0])
		if err != nil {
			return err
		}
		list = []*framework.Framework{f}
	}
	switch {
	case format == "json":
		doc := struct {
			Frameworks []frameworkDocument `json:"frameworks"`
		}{}
		for _, f := range list {
			doc.Frameworks = append(doc.Frameworks, describeFramework(f))
		}
		enc := json.NewEncoder(s.Out)
		enc.SetIndent("", "  ")
		enc.SetEscapeHTML(false)
		return enc.Encode(doc)
	case format != "text":
		return fmt.Errorf("unknown format %q: want text or json", format)
	case len(args) == 1:
		return printControls(list[0], s)
	}
	for _, f := range list {
		if _, err := fmt.Fprintf(s.Out, "%-15s %4d of %4d controls  %s\n", f.ID, f.Answered(), len(f.Controls), f.Title); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(s.Out, "\nmerlon scan --framework ID reports by control. merlon frameworks ID lists its controls.\n")
	return err
}

func describeFramework(f *framework.Framework) frameworkDocument {
	doc := frameworkDocument{ID: f.ID, Title: f.Title, Source: f.Source, Answered: f.Answered(), Controls: []controlDocument{}}
	for _, c := range f.Controls {
		doc.Controls = append(doc.Controls, controlDocument{
			ID: c.ID, Title: c.Title, Checks: nonNil(c.Checks), Parts: nonNil(c.Parts), Unanswered: nonNil(c.Unanswered), Note: c.Note,
		})
	}
	return doc
}

// printControls lists a framework's controls, each with what answers it below.
func printControls(f *framework.Framework, s Streams) error {
	ids := 0
	for i := range f.Controls {
		ids = max(ids, len(f.Controls[i].ID))
	}
	width := min(max(s.Width, 40), 120) - ids - 2
	lead := "\n" + strings.Repeat(" ", ids+2)
	for _, c := range f.Controls {
		below := strings.Join(c.Checks, ", ")
		switch {
		case below == "" && c.Note == "":
			below = framework.NoCheck
		case below == "":
			below = "not decidable from code: " + c.Note
		case c.Note != "":
			below += " (" + c.Note + ")"
		}
		if n := len(c.Unanswered); n > 0 && len(c.Checks) > 0 {
			below += "; no check for " + strings.Join(c.Unanswered, ", ")
		}
		if _, err := fmt.Fprintf(s.Out, "%-*s  %s%s%s\n", ids, c.ID, c.Title, lead, strings.ReplaceAll(wrap(below, width), "\n", lead)); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(s.Out, "\n%s: %d of %d controls have a check. Source: %s.\n", f.Title, f.Answered(), len(f.Controls), f.Source)
	return err
}
