package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"merlon"
	"merlon/internal/config"
	"merlon/internal/engine"
	"merlon/internal/framework"
	"merlon/internal/report"
	"merlon/internal/terraform"
)

type scanOptions struct {
	source          sourceFlags
	input           inputFlags
	format          string
	outputs         []string
	checks          string
	framework       string
	checksDirs      []string
	failOn          string
	strict          bool
	showUndecided   bool
	showSuppressed  bool
	quiet           bool
	noInlineIgnores bool
	baseline        string
	config          string
	color           string
}

func newScanCommand(s Streams) *cobra.Command {
	var opts scanOptions
	cmd := &cobra.Command{
		Use:   "scan [PATH]",
		Short: "Find what is wrong in configuration, a plan or a state, why, and where it was caused",
		Long: `Read the Terraform or OpenTofu configuration in and below PATH (default: the
current directory), or PATH as a plan (terraform show -json) or a state file, run
the checks and report.

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage or
configuration, 3 not all could be read and --strict is set, 130 interrupted.`,
		Example: `  merlon scan
  merlon scan infra/ --var-file prod.tfvars
  merlon scan plan.json
  merlon scan --framework cis-aws-5.0
  merlon scan --checks service:s3,-aws-s3-bucket-logging
  merlon scan -o sarif=merlon.sarif -o text=-`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runScan(cmd.Context(), pathArgument(args), opts, s)
		},
	}
	f := cmd.Flags()
	f.StringVar(&opts.format, "format", "", "format of the report on standard output (default text): "+strings.Join(report.Formats(), ", "))
	f.StringArrayVarP(&opts.outputs, "output", "o", nil, "write a report, as FORMAT=FILE; - is standard output (repeatable)")
	f.StringVar(&opts.checks, "checks", "", "checks to run: all, recommended, or a list of ids, aliases, globs, service:, framework:, stride:, cia:, aaa:, severity: (default recommended)")
	f.StringVar(&opts.framework, "framework", "", "report by the controls of a compliance framework, and run its checks only (see merlon frameworks)")
	f.StringArrayVar(&opts.checksDirs, "checks-dir", nil, "directory with checks of your own (*.yaml, *.rego) (repeatable; default checks.d beside merlon.yaml)")
	f.StringVar(&opts.failOn, "fail-on", "", "least severity that makes exit code 1: critical, high, medium, low, info, or none (default high)")
	f.BoolVar(&opts.strict, "strict", false, "exit with 3 if not all could be read")
	f.BoolVar(&opts.showUndecided, "show-undecided", false, "list what hangs on values unknown before apply")
	f.BoolVar(&opts.showSuppressed, "show-suppressed", false, "list accepted findings")
	f.BoolVarP(&opts.quiet, "quiet", "q", false, "one line a finding")
	f.BoolVar(&opts.noInlineIgnores, "no-inline-ignores", false, "let comments in the code accept nothing")
	f.StringVar(&opts.baseline, "baseline", "", "report only findings that are not in this file (see merlon baseline)")
	f.StringVar(&opts.config, "config", "", "configuration file (default: merlon.yaml in PATH or above)")
	f.StringVar(&opts.color, "color", "auto", "colour: auto, always or never")
	opts.source.register(f)
	opts.input.register(f)
	return cmd
}

func runScan(ctx context.Context, path string, opts scanOptions, s Streams) error {
	a, run, err := assess(ctx, path, opts, s)
	if err != nil {
		return err
	}
	if err := writeReports(a, run, opts, s); err != nil {
		return err
	}
	if run.fails(a) {
		return errFindings
	}
	if run.strict && len(a.Gaps) > 0 {
		return errIncomplete
	}
	return nil
}

// A scanRun is a scan's settled options: flags laid over merlon.yaml.
type scanRun struct {
	path     string
	outputs  []string
	failOn   merlon.Severity
	failNone bool
	strict   bool
	// framework is what to report by, nil for none.
	framework *framework.Framework
}

func (r *scanRun) fails(a *merlon.Assessment) bool {
	if r.failNone {
		return false
	}
	for severity, n := range a.Counts.BySeverity {
		if n > 0 && merlon.Severity(severity) >= r.failOn {
			return true
		}
	}
	return false
}

// assess loads and judges, the part that scan and baseline share.
func assess(ctx context.Context, path string, opts scanOptions, s Streams) (*merlon.Assessment, *scanRun, error) {
	start := s.Now()
	cfg, from, err := loadConfig(path, opts.config)
	if err != nil {
		return nil, nil, err
	}
	run, err := settle(path, opts, cfg)
	if err != nil {
		return nil, nil, err
	}
	team, err := loadOwn(path, cfg, from, opts.checksDirs)
	if err != nil {
		return nil, nil, err
	}
	all, err := engine.Override(team.catalogue(), cfg.Severities)
	if err != nil {
		return nil, nil, err
	}
	selected, err := run.selection(all, opts, cfg)
	if err != nil {
		return nil, nil, err
	}
	exceptions, notices, err := ignoreFiles(path)
	if err != nil {
		return nil, nil, err
	}
	baseline := opts.baseline
	if baseline == "" && cfg.Baseline != "" {
		baseline = filepath.Join(filepath.Dir(from), cfg.Baseline)
	}
	known, err := loadBaseline(baseline)
	if err != nil {
		return nil, nil, err
	}
	source, err := sourceOptions(path, cfg, from, &opts.source, s)
	if err != nil {
		return nil, nil, err
	}
	estate, err := loadEstate(ctx, path, source, opts.input)
	if err != nil {
		return nil, nil, err
	}
	a, err := engine.Run(ctx, estate, engine.Options{
		Checks: selected, Known: all, Settings: cfg.Settings, Severities: cfg.Severities,
		Exceptions: append(cfg.Exceptions, exceptions...), Baseline: known,
		NoInlineIgnores: opts.noInlineIgnores || cfg.NoInlineIgnores, Today: s.Now(),
	})
	if err != nil {
		return nil, nil, err
	}
	a.Notices = merlon.SortGaps(slices.Concat(a.Notices, notices, estate.Notices))
	a.Elapsed = s.Now().Sub(start)
	return a, run, nil
}

// selection picks the checks to run. Those of a framework are run whatever
// merlon.yaml says of checks; only --checks narrows them.
func (r *scanRun) selection(all []*merlon.Check, opts scanOptions, cfg *config.Config) ([]*merlon.Check, error) {
	expr := cmp.Or(opts.checks, cfg.Checks)
	if r.framework != nil {
		expr = cmp.Or(opts.checks, "all")
	}
	selected, err := engine.Select(all, expr)
	if err != nil {
		return nil, fmt.Errorf("--checks: %w", err)
	}
	if r.framework != nil {
		selected = r.framework.Select(selected)
	}
	return selected, nil
}

// settle decides what flags and configuration say together.
func settle(path string, opts scanOptions, cfg *config.Config) (*scanRun, error) {
	run := &scanRun{path: path, failOn: cfg.FailOn, failNone: cfg.FailNever, strict: opts.strict || cfg.Strict}
	switch opts.failOn {
	case "":
	case "none":
		run.failNone, run.failOn = true, merlon.Info
	default:
		severity, err := merlon.ParseSeverity(opts.failOn)
		if err != nil {
			return nil, fmt.Errorf("--fail-on: %w, or none", err)
		}
		run.failOn, run.failNone = severity, false
	}
	if opts.framework != "" {
		f, err := framework.Find(opts.framework)
		if err != nil {
			return nil, fmt.Errorf("--framework: %w", err)
		}
		run.framework = f
	}
	run.outputs = opts.outputs
	if opts.format != "" {
		run.outputs = append(slices.Clone(run.outputs), opts.format+"=-")
	}
	if len(run.outputs) == 0 {
		run.outputs = cfg.Output
	}
	if len(run.outputs) == 0 {
		run.outputs = []string{"text=-"}
	}
	// A mistake in the last output must not show after the first is written.
	for _, o := range run.outputs {
		if format, _, _ := strings.Cut(o, "="); !slices.Contains(report.Formats(), format) {
			return nil, fmt.Errorf("output %q: unknown format %q: want one of %s", o, format, strings.Join(report.Formats(), ", "))
		}
	}
	if !slices.Contains([]string{"", "auto", "always", "never"}, opts.color) {
		return nil, fmt.Errorf("--color: unknown value %q: want auto, always or never", opts.color)
	}
	return run, nil
}

func writeReports(a *merlon.Assessment, run *scanRun, opts scanOptions, s Streams) error {
	dir := directoryOf(run.path)
	source, err := terraform.OpenSource(run.path, opts.source.project)
	if err != nil {
		return err
	}
	defer func() { _ = source.Close() }()
	base := report.Options{
		Source: source, Width: s.Width, Version: Version(), Root: run.path, Now: s.Now(), Prefix: prefixOf(dir),
		ShowUndecided: opts.showUndecided, ShowSuppressed: opts.showSuppressed, Quiet: opts.quiet, FailOn: run.failOn,
	}
	if run.framework != nil {
		base.Framework = framework.Evaluate(run.framework, a)
	}
	for _, o := range run.outputs {
		format, target, ok := strings.Cut(o, "=")
		if !ok {
			target = "-"
		}
		if err := writeReport(a, format, target, base, opts.color, s); err != nil {
			return err
		}
	}
	return nil
}

// prefixOf leads from the working directory to the scanned one.
func prefixOf(dir string) string {
	if filepath.IsAbs(dir) {
		wd, err := os.Getwd()
		if err != nil {
			return ""
		}
		rel, err := filepath.Rel(wd, dir)
		if err != nil || strings.HasPrefix(rel, "..") {
			return ""
		}
		dir = rel
	}
	dir = filepath.ToSlash(filepath.Clean(dir))
	if dir == "." {
		return ""
	}
	return dir
}

func writeReport(a *merlon.Assessment, format, target string, opts report.Options, color string, s Streams) (err error) {
	if target == "-" {
		opts.Color = color == "always" || color == "auto" && s.Terminal && s.env("NO_COLOR") == "" && s.env("TERM") != "dumb"
		return report.Render(s.Out, format, a, opts)
	}
	return writeFile(target, func(w io.Writer) error { return report.Render(w, format, a, opts) })
}

// writeFile writes a file whole or not at all. What is no file, such as
// /dev/null or a pipe, is written to and never replaced; nor is a link.
func writeFile(name string, write func(io.Writer) error) (err error) {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return writeInto(name, write)
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".merlon-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, f.Close(), os.Remove(f.Name()))
		}
	}()
	if err := write(f); err != nil {
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}

// writeInto writes to a device or a pipe.
func writeInto(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("write %w", err)
	}
	return errors.Join(write(f), f.Close())
}
