package cli

import (
	"context"
	"errors"
	"fmt"
	slashpath "path"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"merlon"
	"merlon/internal/terraform"
	"merlon/internal/tfplan"
)

// sourceFlags are the flags of every command that reads configuration.
type sourceFlags struct {
	vars      varArguments
	workspace string
	project   string
	allDirs   bool
	examples  bool
	exclude   []string
	region    string
	account   string
}

func (f *sourceFlags) register(flags *pflag.FlagSet) {
	flags.Var(&varFlag{&f.vars, false}, "var", "set a root variable, as name=value (repeatable)")
	flags.Var(&varFlag{&f.vars, true}, "var-file", "read root variables from a file (repeatable)")
	flags.StringVar(&f.workspace, "workspace", "", "Terraform workspace (default $TF_WORKSPACE or \"default\")")
	flags.StringVar(&f.project, "project-root", "", "directory that no read leaves (default: the nearest one above with .git or merlon.yaml)")
	flags.BoolVar(&f.allDirs, "all-dirs", false, "judge every directory alone, also those that others call as modules")
	flags.BoolVar(&f.examples, "include-examples", false, "include directories named example(s), test(s), fixtures and testdata")
	flags.StringSliceVar(&f.exclude, "exclude", nil, "leave out paths that match a glob (repeatable)")
	flags.StringVar(&f.region, "region", "", "AWS region where the provider block does not say")
	flags.StringVar(&f.account, "account-id", "", "AWS account id, for what depends on it")
}

func (f *sourceFlags) options(s Streams) terraform.Options {
	opts := terraform.Options{
		Vars: f.vars, Env: s.Env, Workspace: f.workspace, Project: f.project,
		AllDirs: f.allDirs, Examples: f.examples, Exclude: f.exclude, Region: f.region, Account: f.account,
	}
	for _, name := range []string{"AWS_REGION", "AWS_DEFAULT_REGION"} {
		if opts.Region == "" {
			opts.Region = s.env(name)
		}
	}
	return opts
}

// varArguments keeps -var and -var-file in the order they were given: the
// last one wins.
type varArguments []terraform.VarArgument

type varFlag struct {
	to   *varArguments
	file bool
}

func (v *varFlag) String() string { return "" }
func (v *varFlag) Type() string   { return "string" }
func (v *varFlag) Set(s string) error {
	if v.file {
		*v.to = append(*v.to, terraform.VarArgument{File: s})
		return nil
	}
	if !strings.Contains(s, "=") {
		return errors.New("want name=value")
	}
	*v.to = append(*v.to, terraform.VarArgument{Value: s})
	return nil
}

type estateOptions struct {
	source sourceFlags
	input  inputFlags
	format string
	config string
}

func newEstateCommand(s Streams) *cobra.Command {
	var opts estateOptions
	cmd := &cobra.Command{
		Use:   "estate [PATH]",
		Short: "Print what merlon sees",
		Long: `Print the resources that the configuration declares, with every value that is
known before apply. The JSON has the shape of the planned_values of
"terraform show -json", so that policies written for plans can be used on it.
Sensitive values are left out.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runEstate(cmd.Context(), pathArgument(args), opts, s)
		},
	}
	cmd.Flags().StringVar(&opts.format, "format", "text", "text or json")
	cmd.Flags().StringVar(&opts.config, "config", "", "configuration file (default: merlon.yaml in PATH or above)")
	opts.source.register(cmd.Flags())
	opts.input.register(cmd.Flags())
	return cmd
}

func pathArgument(args []string) string {
	if len(args) == 0 {
		return "."
	}
	return args[0]
}

func runEstate(ctx context.Context, path string, opts estateOptions, s Streams) error {
	cfg, from, err := loadConfig(path, opts.config)
	if err != nil {
		return err
	}
	source, err := sourceOptions(path, cfg, from, &opts.source, s)
	if err != nil {
		return err
	}
	estate, err := loadEstate(ctx, path, source, opts.input)
	if err != nil {
		return err
	}
	switch opts.format {
	case "json":
		return tfplan.Write(s.Out, estate, Version())
	case "text":
		return printEstate(s, estate, prefixOf(directoryOf(path)))
	}
	return fmt.Errorf("unknown format %q: want text or json", opts.format)
}

// printEstate lists resources with their places, from the working directory.
func printEstate(s Streams, estate *merlon.Estate, prefix string) error {
	for _, r := range estate.Resources() {
		if r.Mode == merlon.Configured || r.Mode == merlon.Input {
			continue
		}
		place := r.Origin.Header
		place.File = slashpath.Join(prefix, place.File)
		if _, err := fmt.Fprintf(s.Out, "%-60s %s\n", harmless(r.Address), harmless(place.String())); err != nil {
			return err
		}
	}
	return nil
}
