// Package cli is merlon's commands: the only place that wires the rooms
// together. Start with [Main].
//
// The contract with the terminal: findings and whatever else a command is
// asked for go to standard output, and nothing else does; progress, hints and
// errors go to standard error. Colour appears only on a terminal. Exit codes
// are decided in one switch, in [exitCode].
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// Streams are a command's connection to the world: what a test replaces.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Env      []string
	Now      func() time.Time
	// Terminal says that Out is a terminal, and Width how wide it is.
	Terminal bool
	Width    int
}

// System connects to the process's own streams.
func System() Streams {
	s := Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Env: os.Environ(), Now: time.Now, Width: 100}
	if info, err := os.Stdout.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
		s.Terminal = true
		if w := terminalWidth(os.Stdout); w > 0 {
			s.Width = w
		}
	}
	return s
}

func (s Streams) env(name string) string {
	for _, entry := range slices.Backward(s.Env) {
		if v, ok := strings.CutPrefix(entry, name+"="); ok {
			return v
		}
	}
	return ""
}

// Exit codes; see docs/reports.md.
const (
	exitClean       = 0
	exitFindings    = 1
	exitUsage       = 2
	exitIncomplete  = 3
	exitInterrupted = 130
)

var (
	// errFindings and errIncomplete are how a command asks for its exit code;
	// they print nothing.
	errFindings   = errors.New("findings at or above the threshold")
	errIncomplete = errors.New("not all could be read")
)

// Main runs a command line and returns the exit code.
func Main(args []string, streams Streams) int {
	limitMemory()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root := newRootCommand(streams)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return exitCode(err, streams.Err)
}

// exitCode maps every kind of end to its code, and prints what is an error.
func exitCode(err error, stderr io.Writer) int {
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, errIncomplete):
		return exitIncomplete
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	}
	fmt.Fprintf(stderr, "merlon: %s\n", harmless(err.Error()))
	return exitUsage
}

// newRootCommand builds the command tree.
func newRootCommand(s Streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "merlon",
		Short: "Keeps an AWS estate secure, from the pull request to production",
		Long: `merlon reads Terraform and OpenTofu configuration into one model of the
infrastructure and says what is wrong, why, and where it was caused.

It needs no account and no network, and it sends nothing anywhere.`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       Version(),
		Args:          cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return cmd.Help()
		},
	}
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	root.SetVersionTemplate("merlon {{.Version}}\n")
	root.AddCommand(
		newScanCommand(s), newBaselineCommand(s), newEstateCommand(s),
		newChecksCommand(s), newFrameworksCommand(s), newExplainCommand(s), newInitCommand(s), newMigrateCommand(s),
	)
	return root
}

// Version is the version that the binary was built as.
func Version() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "devel-" + s.Value[:12]
		}
	}
	return "devel"
}

// version is set by the release build.
var version string
