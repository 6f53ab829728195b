package engine

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

var (
	checkovMarker = regexp.MustCompile(`(?i)\b(?:checkov|bridgecrew|cortex)\s*:\s*skip\b`)
	// checkovIDs is a list of ids; a space may follow a comma before an id.
	checkovIDs = regexp.MustCompile(`^[\w*?.-]+(?:,[\w*?.-]+|,\s+(?i:CKV|BC_)[\w*?.-]+)*`)

	terrascanMarker   = regexp.MustCompile(`(?i)\bts\s*:\s*skip\b`)
	terrascanSeverity = regexp.MustCompile(`(?i)\bts:(max|min)severity\s*=\s*(\w*)`)
	terrascanIDs      = regexp.MustCompile(`^[\w*?.-]+(?:,\s*[\w*?.-]+)*`)

	kicsMarker = regexp.MustCompile(`(?i)^\W*kics-scan\b`)
)

// parseCheckov reads checkov:skip=ID[,ID...]:reason.
func parseCheckov(line string) ([]directive, []problem) {
	d, p := parseSkips(line, checkovMarker, checkovIDs, "checkov")
	return d, append(p, misspelt(line, []string{"checkov"}, "skip")...)
}

// parseTerrascan reads ts:skip=ID reason, and ts:maxseverity=none, which skips
// all rules.
func parseTerrascan(line string) ([]directive, []problem) {
	directives, problems := parseSkips(line, terrascanMarker, terrascanIDs, "terrascan")
	for _, m := range terrascanSeverity.FindAllStringSubmatch(line, maxDirectives) {
		if strings.EqualFold(m[1], "max") && strings.EqualFold(m[2], "none") {
			directives = append(directives, directive{syntax: "terrascan", place: insideBlock, names: []string{"*"}})
			continue
		}
		problems = append(problems, problem{
			fmt.Sprintf("%s has no effect", clip(m[0])),
			"A comment cannot change the severity of a check; merlon.yaml can, for all resources.",
		})
	}
	return directives, append(problems, misspelt(line, []string{"ts"}, "skip")...)
}

// parseSkips reads "MARKER=IDS", then an optional colon and the reason.
func parseSkips(line string, marker, ids *regexp.Regexp, syntax string) (directives []directive, problems []problem) {
	for _, text := range occurrences(marker, line) {
		rest, ok := strings.CutPrefix(strings.TrimSpace(text), "=")
		rest = strings.TrimSpace(rest)
		list := ids.FindString(rest)
		if !ok || list == "" {
			problems = append(problems, malformed(syntax, line, "%v", errors.New("it names no check: want skip=ID")))
			continue
		}
		directives = append(directives, directive{
			syntax: syntax, place: insideBlock, names: splitNames(list), reason: explanation(rest[len(list):]),
		})
	}
	return directives, problems
}

// parseKICS reads kics-scan ignore, enable=, disable=, ignore-line and
// ignore-block. The first three are for a whole file.
func parseKICS(line string) ([]directive, []problem) {
	at := kicsMarker.FindStringIndex(line)
	if at == nil {
		return nil, nil
	}
	text := strings.TrimSpace(line[at[1]:])
	command, rest := text, ""
	if i := strings.IndexAny(text, " \t:="); i >= 0 {
		command, rest = text[:i], text[i:]
	}
	d := directive{syntax: "kics", names: []string{"*"}}
	switch strings.ToLower(command) {
	case "ignore":
		d.place = onFile
	case "ignore-line":
		d.place = onLine
	case "ignore-block":
		d.place = onCode
	case "enable", "disable":
		list, ok := strings.CutPrefix(strings.TrimSpace(rest), "=")
		if list, rest = cutNames(list); !ok || len(splitNames(list)) == 0 {
			return nil, []problem{malformed("kics", line, "it names no query: want %s=ID", strings.ToLower(command))}
		}
		d.place = onFile
		d.names = splitNames(list)
		d.except = strings.EqualFold(command, "enable")
	default:
		return nil, []problem{malformed("kics", line, "want one of ignore, ignore-line, ignore-block, disable=, enable=")}
	}
	d.reason = explanation(rest)
	return []directive{d}, nil
}
