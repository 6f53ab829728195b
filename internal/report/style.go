package report

import (
	"strings"

	"github.com/rivo/uniseg"

	"merlon"
)

// A style is how a terminal shows text: an SGR sequence, empty for none.
type style string

const (
	none   style = ""
	bold   style = "1"
	dim    style = "2"
	green  style = "32"
	yellow style = "33"
	cyan   style = "36"
	good   style = "1;32"
)

func severityStyle(s merlon.Severity) style {
	switch s {
	case merlon.Critical:
		return "1;35"
	case merlon.High:
		return "1;31"
	case merlon.Medium:
		return "1;33"
	case merlon.Low:
		return "1;34"
	}
	return "1;36"
}

// paint wraps text in a style where colours are wanted.
func (p *page) paint(s style, text string) string {
	if !p.opts.Color || s == none || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// width is the columns that unpainted text takes.
func width(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return uniseg.StringWidth(s)
		}
	}
	return len(s)
}

// pad fills text to a width.
func pad(s string, n int) string {
	if w := width(s); w < n {
		return s + strings.Repeat(" ", n-w)
	}
	return s
}

// wrap breaks text into lines of at most n columns, at spaces. A word that is
// wider has a line to itself: an address that is cut cannot be copied.
func wrap(text string, n int) []string {
	var lines []string
	line, used := "", 0
	for word := range strings.FieldsSeq(text) {
		w := width(word)
		if used > 0 && used+1+w > n {
			lines = append(lines, line)
			line, used = "", 0
		}
		if used > 0 {
			line += " "
			used++
		}
		line += word
		used += w
	}
	if used > 0 {
		lines = append(lines, line)
	}
	return lines
}

// cut shortens text to n columns.
func cut(s string, n int) string {
	if width(s) <= n {
		return s
	}
	used, end := 0, 0
	rest, state := s, -1
	for rest != "" && n > 0 {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if used+w > n-1 {
			break
		}
		used += w
		end += len(cluster)
	}
	return s[:end] + "…"
}

// window shows the columns from skip on of a line that is too wide.
func window(s string, skip, n int) string {
	if skip > 0 {
		used := 0
		rest, state := s, -1
		for rest != "" && used < skip+1 {
			var w int
			_, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
			used += w
		}
		// A wide character may end one column further: keep the columns.
		s = "…" + strings.Repeat(" ", used-skip-1) + rest
	}
	return cut(s, n)
}

// byteAt is the byte offset of a display column.
func byteAt(s string, column int) int {
	used, at := 0, 0
	rest, state := s, -1
	for rest != "" && used < column {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		used += w
		at += len(cluster)
	}
	return at
}
