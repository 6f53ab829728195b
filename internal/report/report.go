// Package report renders a [merlon.Assessment] for people and for machines.
//
// [Render] is the way in: it writes one of the [Formats]. Every format takes
// its texts from one page (see page.go), which redacts secrets and knows where
// a finding is best fixed, so that no format can leak what another hides.
package report

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"

	"merlon"
	"merlon/internal/framework"
)

// Options say how to render. The zero value renders without code frames.
type Options struct {
	// Source is the scanned directory, for code frames; it may be nil.
	Source fs.FS
	// Width is the terminal's, 80 where it is 0.
	Width int
	Color bool
	// Version is merlon's own.
	Version string
	// Root is what was scanned, as a person calls it.
	Root string
	// Prefix leads from the repository or the working directory to the scanned
	// one. Printed paths begin with it; JSON gives it apart.
	Prefix string
	// Now is the time of the report, for the formats that carry one.
	Now time.Time

	ShowUndecided  bool
	ShowSuppressed bool
	// Quiet makes the text report one line a problem, as compilers do.
	Quiet bool
	// Framework adds a report by control; nil for none. The formats that can
	// only carry findings leave it out.
	Framework *framework.Result
	// FailOn is the severity from which the run counts as failed.
	FailOn merlon.Severity
}

var renderers = []struct {
	name   string
	render func(*page, *bufio.Writer) error
}{
	{"text", (*page).text},
	{"json", (*page).json},
	{"sarif", (*page).sarif},
	{"junit", (*page).junit},
	{"markdown", (*page).markdown},
	{"html", (*page).html},
	{"csv", (*page).csv},
	{"checkstyle", (*page).checkstyle},
	{"gitlab", (*page).gitlab},
	{"codequality", (*page).codequality},
	{"github", (*page).github},
}

// Formats are the names that [Render] takes.
func Formats() []string {
	names := make([]string, len(renderers))
	for i, r := range renderers {
		names[i] = r.name
	}
	return names
}

// Render writes the assessment in a format. It reads the assessment and the
// source only, and writes as it goes.
func Render(w io.Writer, format string, a *merlon.Assessment, opts Options) error {
	for _, r := range renderers {
		if r.name != format {
			continue
		}
		out := bufio.NewWriterSize(w, 64<<10)
		if err := r.render(newPage(a, opts), out); err != nil {
			return fmt.Errorf("render %s: %w", format, err)
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("write %s report: %w", format, err)
		}
		return nil
	}
	return fmt.Errorf("unknown format %q: want one of %s", format, strings.Join(Formats(), ", "))
}
