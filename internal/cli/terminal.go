package cli

import (
	"os"

	"golang.org/x/term"
)

// terminalWidth is the width of a terminal, 0 if it is none.
func terminalWidth(f *os.File) int {
	w, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return w
}
