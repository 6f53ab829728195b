package engine

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/agext/levenshtein"
)

var (
	merlonMarker = regexp.MustCompile(`(?i)\bmerlon\s*:\s*ignore\b`)
	merlonKey    = regexp.MustCompile(`(?:^|\s)([A-Za-z]+)\s*=`)
)

// merlonKeys are the words that may stand before "=" in merlon's own syntax.
var merlonKeys = []string{"reason", "until", "owner"}

// parseMerlon reads merlon:ignore CHECK[,CHECK...] reason=... until=... owner=...
func parseMerlon(line string) (directives []directive, problems []problem) {
	for _, text := range occurrences(merlonMarker, line) {
		d, err := parseMerlonIgnore(strings.TrimPrefix(text, ":"))
		if err != nil {
			problems = append(problems, malformed("merlon", "merlon:ignore"+text, "%v", err))
			continue
		}
		directives = append(directives, d)
	}
	return directives, append(problems, misspelt(line, []string{"merlon"}, "ignore")...)
}

func parseMerlonIgnore(text string) (directive, error) {
	d := directive{syntax: "merlon", place: onCodeOrInside}
	list, rest := cutNames(text)
	d.names = splitNames(list)
	if len(d.names) == 0 || strings.Contains(list, "=") {
		return d, errors.New("it names no check: want merlon:ignore CHECK reason=")
	}
	seen := make(map[string]bool)
	for {
		before, key, after, found := cutKey(rest)
		if d.reason == "" {
			d.reason = explanation(before)
		}
		if !found {
			return d, nil
		}
		if !contains(merlonKeys, key) {
			return d, fmt.Errorf("unknown key %q: want one of %s", clip(key), strings.Join(merlonKeys, ", "))
		}
		if seen[key] {
			return d, fmt.Errorf("%s is given twice", key)
		}
		seen[key] = true
		value, remaining, err := cutValue(after)
		if err != nil {
			return d, err
		}
		rest = remaining
		switch key {
		case "reason":
			d.reason = value
		case "owner":
			d.owner = value
		case "until":
			if d.until, err = ParseDate(value); err != nil {
				return d, err
			}
		}
	}
}

// cutNames takes the list of names off a text: fields for as long as they are
// joined by commas.
func cutNames(text string) (list, rest string) {
	text = strings.TrimSpace(text)
	i := 0
	for i < len(text) {
		if text[i] != ' ' && text[i] != '\t' {
			i++
			continue
		}
		next := strings.TrimLeft(text[i:], " \t")
		if strings.HasSuffix(text[:i], ",") || strings.HasPrefix(next, ",") {
			i = len(text) - len(next) + 1
			continue
		}
		break
	}
	i = min(i, len(text))
	return text[:i], text[i:]
}

// cutKey finds the next key of the text: one of merlon's, or a word so near
// to one, or to another tool's, that it was meant as a key. Other words before
// "=" are prose.
func cutKey(text string) (before, key, after string, found bool) {
	for _, m := range merlonKey.FindAllStringSubmatchIndex(text, -1) {
		word := strings.ToLower(text[m[2]:m[3]])
		if isKeyLike(word) {
			return text[:m[0]], word, text[m[1]:], true
		}
	}
	return text, "", "", false
}

func isKeyLike(word string) bool {
	switch word {
	case "exp", "expires", "expiry", "expire", "ws", "by":
		return true
	}
	if len(word) > 12 {
		return false
	}
	for _, key := range merlonKeys {
		if levenshtein.Distance(word, key, nil) <= 1 {
			return true
		}
	}
	return false
}

// cutValue takes a value off the text: a quoted one, or all up to the next key.
func cutValue(text string) (value, rest string, err error) {
	text = strings.TrimLeft(text, " \t")
	if text != "" && (text[0] == '"' || text[0] == '\'') {
		end := strings.IndexByte(text[1:], text[0])
		if end < 0 {
			return "", "", errors.New("a quoted value has no closing quote")
		}
		return text[1 : 1+end], text[2+end:], nil
	}
	before, _, _, _ := cutKey(" " + text)
	before = before[min(1, len(before)):]
	return strings.TrimSpace(before), text[min(len(before), len(text)):], nil
}
