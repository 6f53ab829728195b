package lang

import (
	"iter"
	"strings"
)

// maxWidth is what a width or precision counts for at most: more than any
// limit, and no overflow in sums.
const maxWidth = 1 << 40

// A formatVerb is one "%..." of a format string, read as generously as can be:
// it is there to bound a size, and cty says what is valid.
type formatVerb struct {
	name      byte
	index     int // the n of "[n]", or 0
	width     int
	precision int
	sharp     bool
}

// verbs yields the verbs of a format string, without "%%".
func verbs(format string) iter.Seq[formatVerb] {
	return func(yield func(formatVerb) bool) {
		for {
			i := strings.IndexByte(format, '%')
			if i < 0 {
				return
			}
			var v formatVerb
			v, format = readVerb(format[i+1:])
			if v.name == '%' && v == (formatVerb{name: '%'}) {
				continue
			}
			if !yield(v) {
				return
			}
		}
	}
}

// readVerb reads what stands after a "%" and returns the rest.
func readVerb(s string) (formatVerb, string) {
	var v formatVerb
	afterDot := false
	for s != "" {
		switch c := s[0]; {
		case c == '#':
			v.sharp = true
		case c == '+' || c == '-' || c == ' ':
		case c == '.':
			afterDot = true
		case c == '[':
			n, rest := leadingNumber(s[1:])
			v.index, s = n, "]"+strings.TrimPrefix(rest, "]")
		case '0' <= c && c <= '9':
			n, rest := leadingNumber(s)
			if afterDot {
				v.precision = max(v.precision, n)
			} else {
				v.width = max(v.width, n)
			}
			s = rest
			continue
		default:
			v.name = c
			return v, s[1:]
		}
		s = s[1:]
	}
	return v, ""
}

func leadingNumber(s string) (int, string) {
	n := 0
	for s != "" && '0' <= s[0] && s[0] <= '9' {
		n = min(10*n+int(s[0]-'0'), maxWidth)
		s = s[1:]
	}
	return n, s
}
