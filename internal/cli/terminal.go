package cli

import (
	"os"
	"strconv"
	"strings"
	"unicode"

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

// harmless makes a message fit for a terminal and a log: a pull request can
// bring names with escape sequences in them, or with marks that turn the
// direction of writing. They show as escapes; line breaks stay.
func harmless(text string) string {
	obeyed := func(r rune) bool {
		return r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r))
	}
	if strings.IndexFunc(text, obeyed) < 0 {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if obeyed(r) {
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
