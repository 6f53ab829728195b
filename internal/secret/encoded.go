package secret

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"
)

// FindEncoded is [Find] for text that may be base64, as user data often is:
// where the whole text decodes to text, it returns the matches in that, and
// the text they are in; else the matches in the text as it is.
func FindEncoded(text string) (matches []Match, in string) {
	if plain, ok := decode(text); ok {
		if found := Find(plain); len(found) > 0 {
			return found, plain
		}
	}
	return Find(text), text
}

func decode(text string) (string, bool) {
	if len(text) > MaxText {
		return "", false
	}
	packed := strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\r', '\n':
			return -1
		}
		return r
	}, text)
	if len(packed) < 8 {
		return "", false
	}
	raw, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(packed, "="))
	if err != nil || !utf8.Valid(raw) {
		return "", false
	}
	return string(raw), true
}
