package secret

import (
	"regexp"
	"strings"
	"sync"
)

// A rule recognises one kind of credential by its issuer's own format.
type rule struct {
	id         string
	confidence Confidence
	// keywords guard the pattern: without one of them it is not compiled. They
	// match letter case and all.
	keywords []string
	pattern  func() *regexp.Regexp
	// group is the capture that is the secret.
	group int
	// accept may refuse a match by its secret; nil accepts.
	accept func(secret string) bool
}

func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

func (r *rule) find(found []Match, text string) []Match {
	guarded := false
	for _, k := range r.keywords {
		if strings.Contains(text, k) {
			guarded = true
			break
		}
	}
	if !guarded {
		return found
	}
	for _, loc := range r.pattern().FindAllStringSubmatchIndex(text, -1) {
		start, end := loc[2*r.group], loc[2*r.group+1]
		if start < 0 || start == end || isMasked(text[start:end]) {
			continue
		}
		if r.accept != nil && !r.accept(text[start:end]) {
			continue
		}
		found = append(found, Match{Rule: r.id, Start: start, End: end, Confidence: r.confidence})
	}
	return found
}

// rules are the structured credentials. Formats are the issuers' own, from
// their documentation of tokens and of secret scanning.
var rules = []rule{
	{
		// AKIA is a user's key, ASIA a session's. The others (AROA, AIDA, ...)
		// are ids that are no secret.
		id: "aws-access-key-id", confidence: High, keywords: []string{"AKIA", "ASIA"},
		pattern: lazy(`\b(A(?:KIA|SIA)[A-Z2-7][A-Z0-9]{15})\b`), group: 1,
	},
	{
		id: "aws-secret-access-key", confidence: High,
		keywords: []string{"ecret", "ECRET"},
		pattern:  lazy(`(?i)(?:aws)?_?-?secret[ _-]?(?:access)?[ _-]?key\\?["']?\s*(?:=>|[:=]|,)\s*\\?["']?([A-Za-z0-9/+]{40})(?:[^A-Za-z0-9/+=]|$)`), group: 1,
		accept: mixed,
	},
	{
		id: "private-key", confidence: High, keywords: []string{"-----BEGIN "},
		pattern: lazy(`-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----((?:[^-]|-[^-]){16,}?)(?:-----END|\z)`), group: 1,
		accept: func(s string) bool { return strings.Count(s, Mask) == 0 && !placeholder(strings.TrimSpace(s)) },
	},
	{
		// PHP and C name a constant in a call: define('DB_PASSWORD', '...').
		id: "defined-secret", confidence: Medium, keywords: []string{"define(", "setenv(", "putenv("},
		pattern: lazy(`(?i)\b(?:define|setenv|putenv)\(\s*['"][a-z0-9_]*(?:passw(?:or)?d|secret|token|api_?key)['"]\s*,\s*['"]([^'"\s]{6,128})['"]`), group: 1,
		accept: func(s string) bool { return !reference(s) && !placeholder(s) },
	},
	{
		id: "github-token", confidence: High, keywords: []string{"ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"},
		pattern: lazy(`\b(gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b`), group: 1,
	},
	{
		id: "gitlab-token", confidence: High, keywords: []string{"glpat-", "gldt-", "glrt-", "glptt-", "glcbt-"},
		pattern: lazy(`\b(gl(?:pat|dt|rt|ptt|cbt)-[A-Za-z0-9_\-]{20,64})`), group: 1,
	},
	{
		id: "slack-token", confidence: High, keywords: []string{"xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe", "xapp-"},
		pattern: lazy(`\b((?:xox[abprs]|xoxe(?:\.xox[bp])?|xapp)-[A-Za-z0-9\-]{10,250})`), group: 1,
	},
	{
		id: "slack-webhook", confidence: High, keywords: []string{"hooks.slack.com/"},
		pattern: lazy(`hooks\.slack\.com/(?:services|workflows|triggers)/([A-Za-z0-9+/]{20,90})`), group: 1,
	},
	{
		id: "stripe-key", confidence: High, keywords: []string{"k_live_", "k_test_", "whsec_"},
		pattern: lazy(`\b((?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,247}|whsec_[A-Za-z0-9]{32,64})\b`), group: 1,
	},
	{
		id: "google-api-key", confidence: High, keywords: []string{"AIza"},
		pattern: lazy(`\b(AIza[A-Za-z0-9_\-]{35})(?:[^A-Za-z0-9_\-]|$)`), group: 1,
	},
	{
		id: "google-oauth-secret", confidence: High, keywords: []string{"GOCSPX-", "ya29."},
		pattern: lazy(`\b(GOCSPX-[A-Za-z0-9_\-]{28}|ya29\.[A-Za-z0-9_\-]{30,})`), group: 1,
	},
	{
		id: "azure-storage-key", confidence: High, keywords: []string{"AccountKey=", "SharedAccessKey="},
		pattern: lazy(`(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{40,90}={0,2})`), group: 1,
	},
	{
		id: "azure-client-secret", confidence: High, keywords: []string{"8Q~"},
		pattern: lazy(`(?:^|[^A-Za-z0-9_~.\-])([A-Za-z0-9_~.]{3}8Q~[A-Za-z0-9_~.\-]{31,34})(?:[^A-Za-z0-9_~.\-]|$)`), group: 1,
	},
	{
		id: "npm-token", confidence: High, keywords: []string{"npm_"},
		pattern: lazy(`\b(npm_[A-Za-z0-9]{36})\b`), group: 1,
	},
	{
		id: "pypi-token", confidence: High, keywords: []string{"pypi-AgE"},
		pattern: lazy(`\b(pypi-AgE[A-Za-z0-9_\-]{50,})`), group: 1,
	},
	{
		id: "sendgrid-key", confidence: High, keywords: []string{"SG."},
		pattern: lazy(`\b(SG\.[A-Za-z0-9_\-]{16,32}\.[A-Za-z0-9_\-]{32,64})`), group: 1,
	},
	{
		id: "twilio-key", confidence: High, keywords: []string{"SK"},
		pattern: lazy(`\b(SK[0-9a-f]{32})\b`), group: 1,
	},
	{
		id: "jwt", confidence: High, keywords: []string{"eyJ"},
		pattern: lazy(`\b(eyJ[A-Za-z0-9_\-]{8,}\.eyJ[A-Za-z0-9_\-]{8,}\.[A-Za-z0-9_\-]{8,})`), group: 1,
	},
	{
		id: "vault-token", confidence: High, keywords: []string{"hvs.", "hvb."},
		pattern: lazy(`\b(hv[sb]\.[A-Za-z0-9_\-]{24,300})`), group: 1,
	},
	{
		id: "anthropic-or-openai-key", confidence: High, keywords: []string{"sk-ant-", "sk-proj-", "T3BlbkFJ"},
		pattern: lazy(`\b(sk-(?:ant|proj)-[A-Za-z0-9_\-]{20,200}|sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20})`), group: 1,
	},
	{
		// scheme://user:password@host: basic authentication and connection
		// strings alike.
		id: "password-in-url", confidence: Medium, keywords: []string{"://"},
		pattern: lazy(`[A-Za-z][A-Za-z0-9+.\-]{1,30}://[^\s:/@"'<>]{0,128}:([^\s/@"'<>]{1,256})@[^\s/"'<>]`), group: 1,
		accept: func(s string) bool { return !reference(s) && !placeholder(s) },
	},
}

// mixed tells a key of 40 random characters from 40 letters of prose.
func mixed(s string) bool {
	var lower, upper, digit bool
	for _, c := range s {
		lower = lower || 'a' <= c && c <= 'z'
		upper = upper || 'A' <= c && c <= 'Z'
		digit = digit || '0' <= c && c <= '9'
	}
	return lower && upper && digit
}

// isMasked reports whether nothing but masks is there.
func isMasked(s string) bool {
	return strings.Contains(s, "•") && strings.Trim(s, "• \t\r\n\\\"'") == ""
}
