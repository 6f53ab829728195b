package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"merlon/internal/engine"
)

func newBaselineCommand(s Streams) *cobra.Command {
	var opts scanOptions
	output := ".merlon-baseline.json"
	cmd := &cobra.Command{
		Use:   "baseline [PATH]",
		Short: "Accept today's findings, so that only new ones count",
		Long: `Scan PATH and write the fingerprints of what fails to a file. A scan with
--baseline, or with baseline in merlon.yaml, then reports only what is new. The
fingerprints survive moved lines, renamed files and Terraform's moved blocks.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runBaseline(cmd.Context(), pathArgument(args), output, opts, s)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&output, "output", "o", output, "file to write; - is standard output")
	f.StringVar(&opts.checks, "checks", "", "checks to run, as for scan")
	f.StringArrayVar(&opts.checksDirs, "checks-dir", nil, "directory with checks of your own, as for scan (repeatable)")
	f.StringVar(&opts.config, "config", "", "configuration file (default: merlon.yaml in PATH or above)")
	opts.source.register(f)
	return cmd
}

func runBaseline(ctx context.Context, path, output string, opts scanOptions, s Streams) error {
	a, _, err := assess(ctx, path, opts, s)
	if err != nil {
		return err
	}
	b := engine.NewBaseline(a, s.Now().UTC().Format("2006-01-02"))
	data, err := b.Encode()
	if err != nil {
		return fmt.Errorf("write baseline: %w", err)
	}
	if output == "-" {
		_, err := s.Out.Write(data)
		return err
	}
	if err := writeFile(output, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}); err != nil {
		return err
	}
	findings := "findings"
	if len(b.Entries) == 1 {
		findings = "finding"
	}
	fmt.Fprintf(s.Err, "%s: %d %s accepted. Use it with merlon scan --baseline %s\n", output, len(b.Entries), findings, output)
	return nil
}
