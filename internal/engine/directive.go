package engine

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/agext/levenshtein"

	"merlon"
)

// A placement says which findings a comment can cover, by where it stands.
type placement uint8

const (
	// onCode covers the line that the comment stands on or above, and the
	// block or module call that starts there.
	onCode placement = iota
	// onCodeOrInside also covers the block around the comment.
	onCodeOrInside
	// insideBlock covers the resource or module call around the comment.
	insideBlock
	// onLine covers findings that start on the line, and nothing below.
	onLine
	// onFile covers the whole file.
	onFile
)

// A directive is one suppression as a comment states it.
type directive struct {
	syntax     string
	place      placement
	names      []string
	except     bool // covers all checks but those named
	workspaces []string
	matches    []Match
	reason     string
	owner      string
	until      string
}

// A problem is what is wrong with the text of a comment.
type problem struct{ summary, detail string }

// maxComment bounds the text that is searched for directives, and
// maxDirectives the number of them, so that a hostile file costs little.
const (
	maxComment    = 16 << 10
	maxDirectives = 200
)

// parseComment reads the directives of all syntaxes out of a comment.
func parseComment(text string) (directives []directive, problems []problem) {
	if len(text) > maxComment {
		return nil, []problem{{"a comment is too long to be read for ignores", fmt.Sprintf("It has more than %d bytes.", maxComment)}}
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		for _, parse := range []func(string) ([]directive, []problem){
			parseMerlon, parseTfsec, parseCheckov, parseTerrascan, parseKICS,
		} {
			d, p := parse(line)
			directives = append(directives, d...)
			problems = append(problems, p...)
		}
		if len(directives) > maxDirectives {
			directives = directives[:maxDirectives]
			return directives, append(problems, problem{"a comment has too many ignores", fmt.Sprintf("Those after the first %d are not read.", maxDirectives)})
		}
	}
	return directives, problems
}

// occurrences cuts a line at each match of a marker: the texts after one, up
// to the next.
func occurrences(marker *regexp.Regexp, line string) []string {
	found := marker.FindAllStringIndex(line, maxDirectives+1)
	texts := make([]string, len(found))
	for i, at := range found {
		end := len(line)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		texts[i] = line[at[1]:end]
	}
	return texts
}

// toolWord finds "merlon:word", for ignores that are misspelt.
var toolWord = regexp.MustCompile(`(?i)(?:^|[^\w:/-])(merlon|tfsec|trivy|checkov|ts)\s*:\s*([a-z]+)`)

// misspelt reports words after a tool's name that are nearly the right one.
func misspelt(line string, tools []string, right string) []problem {
	var problems []problem
	for _, m := range toolWord.FindAllStringSubmatch(line, maxDirectives) {
		tool, word := strings.ToLower(m[1]), strings.ToLower(m[2])
		if !contains(tools, tool) || word == right || len(word) > maxNameLength {
			continue
		}
		if levenshtein.Distance(word, right, nil) <= 2 {
			problems = append(problems, problem{
				fmt.Sprintf("%s:%s is not understood", tool, word),
				fmt.Sprintf("Did you mean %s:%s? Nothing is ignored.", tool, right),
			})
		}
	}
	return problems
}

func contains(list []string, s string) bool {
	return slices.Contains(list, s)
}

// ParseDate checks a day written yyyy-mm-dd and returns it in that form.
func ParseDate(text string) (string, error) {
	day, err := time.Parse(time.DateOnly, strings.TrimSpace(text))
	if err != nil || day.Year() < 1970 {
		return "", fmt.Errorf("%q is not a date: want yyyy-mm-dd", clip(text))
	}
	return day.Format(time.DateOnly), nil
}

// dayBefore turns the day on which tfsec and Trivy stop ignoring into the
// last day on which they still do.
func dayBefore(text string) (string, error) {
	date, err := ParseDate(text)
	if err != nil {
		return "", err
	}
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return "", err
	}
	return day.AddDate(0, 0, -1).Format(time.DateOnly), nil
}

// clip shortens text of the input for a message.
func clip(text string) string {
	const most = 60
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "..."
}

// names splits a list at commas and drops empty items.
func splitNames(list string) []string {
	var names []string
	for name := range strings.SplitSeq(list, ",") {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// explanation trims what people put between an ignore and its reason.
func explanation(text string) string {
	return strings.TrimSpace(strings.Trim(strings.TrimSpace(text), "-–—:#/*,; \t"))
}

func malformed(syntax, text string, format string, args ...any) problem {
	return problem{
		fmt.Sprintf("the %s ignore %q is malformed", syntax, clip(strings.TrimSpace(text))),
		sentence(fmt.Sprintf(format, args...)) + " Nothing is ignored.",
	}
}

// sentence gives a message a capital and a full stop.
func sentence(s string) string {
	if s == "" {
		return s
	}
	if c := s[0]; 'a' <= c && c <= 'z' {
		s = string(c-'a'+'A') + s[1:]
	}
	if last := s[len(s)-1]; last != '.' && last != '?' {
		s += "."
	}
	return s
}

// expired reports whether the last day has passed.
func expired(until string, today time.Time) bool {
	return until != "" && until < today.Format(time.DateOnly)
}

func notice(rng merlon.Range, p problem) merlon.Gap {
	return merlon.Gap{Kind: merlon.GapSuppression, Summary: p.summary, Detail: p.detail, Range: rng}
}
