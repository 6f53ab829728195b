package iam

import "strings"

const (
	placeholderOpen  = "⟦"
	placeholderClose = "⟧"
)

// tidy makes strict JSON of the text of a policy: a placeholder outside a
// string becomes a string, quotes inside a placeholder are escaped, and a
// comma before a closing bracket is dropped. Other text is left as it is.
func tidy(text string) string {
	if !strings.Contains(text, placeholderOpen) && !strings.Contains(text, ",") {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + 16)
	inString := false
	for i := 0; i < len(text); {
		rest := text[i:]
		switch c := text[i]; {
		case strings.HasPrefix(rest, placeholderOpen):
			n := placeholderLen(rest)
			if !inString {
				b.WriteByte('"')
			}
			writeEscaped(&b, rest[:n])
			if !inString {
				b.WriteByte('"')
			}
			i += n
			continue
		case inString && c == '\\' && len(rest) > 1:
			b.WriteString(rest[:2])
			i += 2
			continue
		case c == '"':
			inString = !inString
			b.WriteByte(c)
		case !inString && c == ',' && closes(rest[1:]):
			// dropped
		default:
			b.WriteByte(c)
		}
		i++
	}
	return b.String()
}

// closes reports whether the next thing is a closing bracket.
func closes(rest string) bool {
	for i := 0; i < len(rest); i++ {
		switch rest[i] {
		case ' ', '\t', '\r', '\n':
		case '}', ']':
			return true
		default:
			return false
		}
	}
	return false
}

// maxPlaceholder bounds the search for the end of a placeholder, so that a
// text full of opening brackets costs no more than it should.
const maxPlaceholder = 4096

// placeholderLen is the length of the placeholder that the text starts with,
// nested ones included; of the opening bracket alone if nothing closes it.
func placeholderLen(text string) int {
	depth := 0
	for i, r := range text[:min(len(text), maxPlaceholder)] {
		switch string(r) {
		case placeholderOpen:
			depth++
		case placeholderClose:
			if depth--; depth == 0 {
				return i + len(placeholderClose)
			}
		}
	}
	return len(placeholderOpen)
}

// writeEscaped writes text as the inside of a JSON string. Escapes that are
// there already, because the placeholder went through jsonencode, stay.
func writeEscaped(b *strings.Builder, text string) {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text) && strings.IndexByte(`"\/`, text[i+1]) >= 0:
			b.WriteByte(c)
			i++
			b.WriteByte(text[i])
		case c == '\\' || c == '"':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ':
			b.WriteByte(' ')
		default:
			b.WriteByte(c)
		}
	}
}

// widen puts a star in place of each placeholder: the pattern of all that the
// text might be. The second result says whether there was one.
func widen(text string) (string, bool) {
	if !strings.Contains(text, placeholderOpen) {
		return text, false
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		if strings.HasPrefix(text[i:], placeholderOpen) {
			i += placeholderLen(text[i:])
			b.WriteByte('*')
			continue
		}
		b.WriteByte(text[i])
		i++
	}
	return b.String(), true
}
