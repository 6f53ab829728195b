package secret

import (
	"regexp"
	"strings"
	"sync"
)

// telling are the words of a name that say that its value is a secret, by
// their first letter, counted from a.
var telling = [26][]string{
	0:         {"apikey", "api_key", "api-key", "accesskey", "access_key", "access-key", "authkey", "auth_key", "auth-key"},
	'c' - 'a': {"credential"},
	'p' - 'a': {"password", "passwd", "passphrase", "pwd", "privatekey", "private_key", "private-key"},
	's' - 'a': {"secret"},
	't' - 'a': {"token"},
}

// assigned is what follows a name where a value is assigned to it, in the
// syntaxes of Terraform, JSON, YAML, ini files and shells. Group 1 is the
// separator, 2 and 3 a quoted value (in a heredoc or a string the quotes may
// be escaped), 4 a bare one.
var assigned = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:\\?["'])?([ \t]*(?::=|=>|==|[:=])[ \t]*)(?:\\?"((?:[^"\\\n]|\\[^"\n])*)\\?"|'([^'\n]*)'|([^\s"'\\,;{}()\[\]]+))`)
})

// Bounds of an assignment: a longer name or value is none.
const (
	maxName  = 64
	maxValue = 16 << 10
)

// harmless ends a name whose value is about a secret and not a secret itself:
// secret_arn, token_ttl, password_length.
var harmless = []string{
	"arn", "name", "names", "id", "ids", "length", "len", "ttl", "type", "path", "file", "url", "uri", "endpoint", "policy", "enabled",
	"enable", "version", "versions", "rotation", "days", "age", "expiration", "expiry", "lifetime", "duration", "count", "min",
	"max", "minimum", "maximum", "required", "prefix", "suffix", "store", "manager", "ref", "key_ref", "hash", "field",
	"fields", "format", "algorithm", "header", "scope", "scopes", "provider", "env", "variable", "parameter", "issuer",
	"validity", "units", "status", "mode", "reuse", "history", "labels", "label", "description", "recovery", "window", "source",
	"sourcetype", "validation", "authentication", "auth", "wo_version", "region", "kms_key", "encryption", "method", "use", "rotate", "reset",
}

func findAssignments(found []Match, text string) []Match {
	if strings.IndexByte(text, '=') < 0 && strings.IndexByte(text, ':') < 0 {
		return found
	}
	for at := 0; ; {
		start, end := nextName(text, at)
		if start < 0 {
			return found
		}
		// What follows is looked at once, so that the whole stays linear.
		at = end
		rest := text[end:min(len(text), end+maxValue)]
		if !separates(rest) || start > 0 && text[start-1] == ':' {
			continue // the second is a part of an ARN: ...:secret:name
		}
		loc := assigned().FindStringSubmatchIndex(rest)
		if loc == nil {
			continue
		}
		at = end + loc[1]
		if m, ok := assignment(strings.ToLower(text[start:end]), rest, loc); ok {
			m.Start += end
			m.End += end
			found = append(found, m)
		}
	}
}

// separates tells at little cost whether a value may follow.
func separates(rest string) bool {
	rest = strings.TrimLeft(rest[:min(len(rest), 40)], "\\\"' \t")
	return rest != "" && (rest[0] == '=' || rest[0] == ':')
}

// assignment judges one assignment by its name and its value.
func assignment(name, rest string, loc []int) (Match, bool) {
	separator := rest[loc[2]:loc[3]]
	group, quoted := 2, true
	if loc[2*group] < 0 {
		group = 3
	}
	if loc[2*group] < 0 {
		group, quoted = 4, false
	}
	start, end := loc[2*group], loc[2*group+1]
	value := rest[start:end]
	if quoted && strings.HasSuffix(value, `\`) {
		end-- // the backslash of an escaped closing quote
		value = rest[start:end]
	}
	if strings.Contains(separator, "==") || isHarmless(name) || !literal(value) {
		return Match{}, false
	}
	if !quoted && !bare(name, separator, value) {
		return Match{}, false
	}
	confidence := Low
	if len(value) >= 16 && mixed(value) {
		confidence = Medium
	}
	return Match{Rule: "assigned-secret", Start: start, End: end, Confidence: confidence}, true
}

// nextName finds the next name with a telling word in it, letter case aside:
// the whole name, of which the word is a part. Start is negative for none.
func nextName(text string, from int) (start, end int) {
	for i := from; i < len(text); i++ {
		letter := (text[i] | 0x20) - 'a'
		if letter >= 26 {
			continue
		}
		for _, word := range telling[letter] {
			if len(text)-i < len(word) || !strings.EqualFold(text[i:i+len(word)], word) {
				continue
			}
			start, end = i, i+len(word)
			for start > from && i-start < maxName && (isName(text[start-1]) || text[start-1] == '.') {
				start--
			}
			for end < len(text) && end-i < maxName && isName(text[end]) {
				end++
			}
			return start, end
		}
	}
	return -1, -1
}

func isName(c byte) bool {
	return c == '_' || c == '-' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func isHarmless(name string) bool {
	switch name {
	case "creation_token", "client_token", "client_request_token", "idempotency_token", "caller_reference_token", "next_token", "page_token":
		return true // these make a call repeatable or name a page
	}
	for _, h := range harmless {
		rest, ok := strings.CutSuffix(name, h)
		if ok && rest != "" && strings.IndexByte("_-.", rest[len(rest)-1]) >= 0 {
			return true
		}
	}
	return strings.HasPrefix(name, "require") || strings.HasPrefix(name, "enable") || strings.HasSuffix(name, "secretsmanager") ||
		strings.HasSuffix(name, "secrets") || strings.HasPrefix(name, "manage_")
}

// bare judges a value without quotes: in a shell or ini file NAME=value has no
// spaces around, and in YAML name: value has one after. In Terraform a bare
// word is an expression, not a literal.
func bare(name, separator, value string) bool {
	switch separator {
	case "=":
	case ": ", ":":
		if separator == ":" && strings.HasPrefix(value, "/") {
			return false
		}
	default:
		return false
	}
	if len(value) < 4 || strings.ContainsAny(value, "=|&<>`") || identifier(value) {
		return false
	}
	return strings.HasSuffix(name, "password") || strings.HasSuffix(name, "passwd") || strings.HasSuffix(name, "pwd") ||
		strings.ContainsAny(value, "0123456789")
}

// literal reports whether a value is a secret written out, and not a
// reference to one, a placeholder for one, or a switch.
func literal(value string) bool {
	if value == "" || isMasked(value) || reference(value) || placeholder(value) {
		return false
	}
	switch strings.ToLower(value) {
	case "true", "false", "null", "none", "nil", "yes", "no", "on", "off", "enabled", "disabled", "required", "optional":
		return false
	}
	return !strings.HasPrefix(value, "arn:") && !strings.HasPrefix(value, "/") && !strings.Contains(value, " ")
}

// identifier reports whether a bare value reads as code: letters, dots and
// underscores with a dot or call in it, such as module.db.password.
func identifier(value string) bool {
	if !strings.Contains(value, ".") {
		return false
	}
	for _, c := range value {
		if !(c == '.' || c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z') {
			return false
		}
	}
	return true
}
