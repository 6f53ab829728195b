package engine

import (
	"fmt"
	"regexp"
	"strings"
)

// tfsecMarker finds the ignores of tfsec and Trivy: the tool's name, then
// sections of a key and a value in any order, one of them "ignore".
var tfsecMarker = regexp.MustCompile(`(?i)\b(tfsec|trivy):(ignore|exp|ws)\b:?`)

// parseTfsec reads tfsec:ignore:ID and trivy:ignore:ID with what may follow:
// [attr=value,...], :exp:yyyy-mm-dd and :ws:name. Several may share a line.
// Text after the last one is its reason.
func parseTfsec(line string) (directives []directive, problems []problem) {
	found := tfsecMarker.FindAllStringSubmatchIndex(line, maxDirectives+1)
	first := 0
	for i, m := range found {
		end := len(line)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		tool := strings.ToLower(line[m[2]:m[3]])
		// The sections start with the key that the marker ends in.
		sections, rest := cutSections(line[m[4]:end])
		d, err := parseSections(tool, sections)
		if err != nil {
			problems = append(problems, malformed(tool, line[m[0]:end], "%v", err))
			continue
		}
		d.reason = explanation(rest)
		directives = append(directives, d)
		// A reason at the end of the line is the reason of all that share it.
		if d.reason != "" {
			for j := first; j < len(directives)-1; j++ {
				directives[j].reason = d.reason
			}
			first = len(directives)
		}
	}
	return directives, append(problems, misspelt(line, []string{"tfsec", "trivy"}, "ignore")...)
}

// cutSections takes the part up to the first space that is not in brackets.
func cutSections(text string) (sections, rest string) {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '[':
			depth++
		case c == ']' && depth > 0:
			depth--
		case (c == ' ' || c == '\t') && depth == 0:
			return text[:i], text[i:]
		}
	}
	return text, ""
}

// splitSections splits at the colons that are not in brackets.
func splitSections(text string) []string {
	var parts []string
	depth, start := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '[':
			depth++
		case c == ']' && depth > 0:
			depth--
		case c == ':' && depth == 0:
			parts = append(parts, text[start:i])
			start = i + 1
		}
	}
	return append(parts, text[start:])
}

func parseSections(tool, text string) (directive, error) {
	d := directive{syntax: tool, place: onCode}
	parts := splitSections(text)
	// A colon at the end introduces the reason.
	if len(parts) > 1 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	for i := 0; i < len(parts); i += 2 {
		key := strings.ToLower(parts[i])
		if i+1 == len(parts) {
			return d, fmt.Errorf("%q has no value", clip(key))
		}
		value := parts[i+1]
		var err error
		switch key {
		case "ignore":
			err = d.setIgnore(value)
		case "exp":
			d.until, err = dayBefore(value)
		case "ws":
			d.workspaces = splitNames(value)
		default:
			err = fmt.Errorf("unknown section %q: want one of exp, ws", clip(key))
		}
		if err != nil {
			return d, err
		}
	}
	if len(d.names) == 0 {
		return d, fmt.Errorf("it names no check: want %s:ignore:ID", tool)
	}
	return d, nil
}

// setIgnore reads the value of the ignore section: ID[attr=value,...].
func (d *directive) setIgnore(value string) error {
	list, filter, filtered := strings.Cut(value, "[")
	d.names = splitNames(list)
	if !filtered {
		return nil
	}
	filter, closed := strings.CutSuffix(filter, "]")
	if !closed {
		return fmt.Errorf("the filter [%s has no closing bracket", clip(filter))
	}
	for pair := range strings.SplitSeq(filter, ",") {
		path, want, ok := strings.Cut(pair, "=")
		path = strings.TrimSpace(path)
		if !ok || path == "" {
			return fmt.Errorf("the filter %q is not attribute=value", clip(pair))
		}
		d.matches = append(d.matches, Match{Path: path, Value: unquote(strings.TrimSpace(want))})
	}
	return nil
}

func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}
