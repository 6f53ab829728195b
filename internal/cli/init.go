package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"merlon/checks"
	"merlon/internal/config"
)

func newInitCommand(s Streams) *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "Write a commented merlon.yaml with the defaults",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return create(filepath.Join(pathArgument(args), "merlon.yaml"), config.DefaultFile, s)
		},
	}
}

// create writes a new file; one that is there is never overwritten.
func create(name string, data []byte, s Streams) error {
	if _, err := os.Lstat(name); err == nil {
		return fmt.Errorf("%s exists: delete it first, or edit it", name)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := writeFile(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}); err != nil {
		return err
	}
	fmt.Fprintf(s.Err, "wrote %s\n", name)
	return nil
}

func newMigrateCommand(s Streams) *cobra.Command {
	var kind, output string
	cmd := &cobra.Command{
		Use:   "migrate FILE",
		Short: "Turn another scanner's configuration into a merlon.yaml",
		Long: `Read the configuration or ignore file of tfsec, Trivy, Checkov, Terrascan or
KICS and print the merlon.yaml that does the same. What has no counterpart is
told on standard error. Comments in the code need no migration: merlon reads
those of all five.`,
		Example: `  merlon migrate .checkov.yaml
  merlon migrate .tfsec/config.yml -o merlon.yaml`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return runMigrate(args[0], kind, output, s)
		},
	}
	cmd.Flags().StringVar(&kind, "from", "", "what the file is, where its name does not say: "+strings.Join(config.Kinds, ", "))
	cmd.Flags().StringVarP(&output, "output", "o", "-", "file to write; - is standard output")
	return cmd
}

func runMigrate(name, kind, output string, s Streams) error {
	if kind == "" {
		kind = config.KindOf(name)
	}
	if kind == "" {
		return fmt.Errorf("%s: its name does not say which tool it belongs to: use --from with one of %s", name, strings.Join(config.Kinds, ", "))
	}
	data, err := readBounded(name)
	if err != nil {
		return fmt.Errorf("read configuration: %w", err)
	}
	text, notes, err := config.Migrate(kind, data, checks.All()...)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, note := range notes {
		fmt.Fprintf(s.Err, "note: %s\n", harmless(note))
	}
	if output == "-" {
		_, err := s.Out.Write(text)
		return err
	}
	return create(output, text, s)
}
