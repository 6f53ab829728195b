package engine

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestParseComment(t *testing.T) {
	merlonIgnore := func(names []string, reason, until, owner string) []directive {
		return []directive{{syntax: "merlon", place: onCodeOrInside, names: names, reason: reason, until: until, owner: owner}}
	}
	tests := []struct {
		text string
		want []directive
	}{
		{"about merlon, which is a tool", nil},
		{"see https://example.com/tfsec:ignored", nil},
		{"merlon:ignore a", merlonIgnore([]string{"a"}, "", "", "")},
		{"merlon:ignore a,b", merlonIgnore([]string{"a", "b"}, "", "", "")},
		{"merlon:ignore a, b ,c", merlonIgnore([]string{"a", "b", "c"}, "", "", "")},
		{"merlon:ignore:a", merlonIgnore([]string{"a"}, "", "", "")},
		{"Merlon: IGNORE a", merlonIgnore([]string{"a"}, "", "", "")},
		{"merlon:ignore a reason=a public site", merlonIgnore([]string{"a"}, "a public site", "", "")},
		{`merlon:ignore a reason="until=never, owner=me" owner=web team until=2027-01-31`, merlonIgnore([]string{"a"}, "until=never, owner=me", "2027-01-31", "web team")},
		{"merlon:ignore a until=2027-01-31 reason=x=1 is fine owner='the web team'", merlonIgnore([]string{"a"}, "x=1 is fine", "2027-01-31", "the web team")},
		{"merlon:ignore a -- a public site", merlonIgnore([]string{"a"}, "a public site", "", "")},
		{"merlon:ignore *", merlonIgnore([]string{"*"}, "", "", "")},
		{"tfsec:ignore:a", []directive{{syntax: "tfsec", names: []string{"a"}}}},
		{"TFSEC:IGNORE:a", []directive{{syntax: "tfsec", names: []string{"a"}}}},
		{"tfsec:ignore:a tfsec:ignore:b", []directive{{syntax: "tfsec", names: []string{"a"}}, {syntax: "tfsec", names: []string{"b"}}}},
		{"tfsec:ignore:a:exp:2025-01-02", []directive{{syntax: "tfsec", names: []string{"a"}, until: "2025-01-01"}}},
		{"tfsec:exp:2025-01-02:ignore:a", []directive{{syntax: "tfsec", names: []string{"a"}, until: "2025-01-01"}}},
		{"tfsec:ignore:a:ws:development", []directive{{syntax: "tfsec", names: []string{"a"}, workspaces: []string{"development"}}}},
		{"tfsec:ignore:a[from_port=443]", []directive{{syntax: "tfsec", names: []string{"a"}, matches: []Match{{"from_port", "443"}}}}},
		{"trivy:ignore:avd-aws-0086 - a public site", []directive{{syntax: "trivy", names: []string{"avd-aws-0086"}, reason: "a public site"}}},
		{"trivy:ignore:a #trivy:ignore:b", []directive{{syntax: "trivy", names: []string{"a"}}, {syntax: "trivy", names: []string{"b"}}}},
		{"trivy:ignore:a trivy:ignore:b both are fine", []directive{{syntax: "trivy", names: []string{"a"}, reason: "both are fine"}, {syntax: "trivy", names: []string{"b"}, reason: "both are fine"}}},
		{"trivy:ignore:a[name=my bucket,arn=a:b:c]:ws:dev-*:exp:2025-01-02", []directive{{syntax: "trivy", names: []string{"a"}, matches: []Match{{"name", "my bucket"}, {"arn", "a:b:c"}}, workspaces: []string{"dev-*"}, until: "2025-01-01"}}},
		{`trivy:ignore:a[l.prefix="x"]`, []directive{{syntax: "trivy", names: []string{"a"}, matches: []Match{{"l.prefix", "x"}}}}},
		{"checkov:skip=CKV_AWS_20:a public site", []directive{{syntax: "checkov", place: insideBlock, names: []string{"CKV_AWS_20"}, reason: "a public site"}}},
		{"checkov:skip=CKV_AWS_20,CKV2_AWS_6, CKV_AWS_1:both", []directive{{syntax: "checkov", place: insideBlock, names: []string{"CKV_AWS_20", "CKV2_AWS_6", "CKV_AWS_1"}, reason: "both"}}},
		{"checkov:skip=CKV_AWS_20, this is fine", []directive{{syntax: "checkov", place: insideBlock, names: []string{"CKV_AWS_20"}, reason: "this is fine"}}},
		{"bridgecrew:skip= CKV_AWS_20", []directive{{syntax: "checkov", place: insideBlock, names: []string{"CKV_AWS_20"}}}},
		{"ts:skip=AC_AWS_0479 it is fine", []directive{{syntax: "terrascan", place: insideBlock, names: []string{"AC_AWS_0479"}, reason: "it is fine"}}},
		{"ts:skip=AWS.EcsCluster.NetworkSecurity.High.0104", []directive{{syntax: "terrascan", place: insideBlock, names: []string{"AWS.EcsCluster.NetworkSecurity.High.0104"}}}},
		{"ts:skip=AC-AWS-NS-IN-M-1172 should skip", []directive{{syntax: "terrascan", place: insideBlock, names: []string{"AC-AWS-NS-IN-M-1172"}, reason: "should skip"}}},
		{"kics-scan ignore", []directive{{syntax: "kics", place: onFile, names: []string{"*"}}}},
		{"kics-scan ignore-line", []directive{{syntax: "kics", place: onLine, names: []string{"*"}}}},
		{"kics-scan ignore-block: it is fine", []directive{{syntax: "kics", place: onCode, names: []string{"*"}, reason: "it is fine"}}},
		{"kics-scan disable=a-1,b-2", []directive{{syntax: "kics", place: onFile, names: []string{"a-1", "b-2"}}}},
		{"kics-scan enable=a-1, b-2", []directive{{syntax: "kics", place: onFile, names: []string{"a-1", "b-2"}, except: true}}},
		{"first\n * merlon:ignore a\n * tfsec:ignore:b", []directive{{syntax: "merlon", place: onCodeOrInside, names: []string{"a"}}, {syntax: "tfsec", names: []string{"b"}}}},
	}
	for _, tt := range tests {
		got, problems := parseComment(tt.text)
		if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(directive{}), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("parseComment(%q) (-want +got):\n%s", tt.text, diff)
		}
		if len(problems) > 0 {
			t.Errorf("parseComment(%q): problems %v, want none", tt.text, problems)
		}
	}
}

// TestMalformedIgnores: what is nearly an ignore must not be passed over in
// silence, and must ignore nothing.
func TestMalformedIgnores(t *testing.T) {
	for text, want := range map[string]string{
		"merlon:ignore":                               "It names no check",
		"merlon:ignore reason=x":                      "It names no check",
		"merlon:ignore a until=tomorrow":              "is not a date",
		"merlon:ignore a until=2026-02-30":            "is not a date",
		"merlon:ignore a until=":                      "is not a date",
		"merlon:ignore a untl=2027-01-31":             `Unknown key "untl"`,
		"merlon:ignore a reason=x expires=2027-01-31": `Unknown key "expires"`,
		"merlon:ignore a reason=x reason=y":           "given twice",
		`merlon:ignore a reason="x`:                   "no closing quote",
		"merlon:ignroe a":                             "Did you mean merlon:ignore?",
		"tfsec:ingore:a":                              "Did you mean tfsec:ignore?",
		"tfsec:ignore":                                "has no value",
		"tfsec:ignore:":                               "has no value",
		"tfsec:ignore:a:exp:soon":                     "is not a date",
		"trivy:ignore:a:until:2027-01-01":             `Unknown section "until"`,
		"trivy:ignore:a[b=c":                          "no closing bracket",
		"trivy:ignore:a[b]":                           "is not attribute=value",
		"trivy:exp:2027-01-01":                        "It names no check",
		"checkov:skip":                                "It names no check",
		"checkov:skip=":                               "It names no check",
		"checkov:skp=CKV_AWS_20":                      "Did you mean checkov:skip?",
		"ts:skip AC_AWS_0479":                         "It names no check",
		"ts:minseverity=High":                         "cannot change the severity",
		"kics-scan":                                   "want one of ignore",
		"kics-scan ignore-file":                       "want one of ignore",
		"kics-scan disable":                           "It names no query",
	} {
		directives, problems := parseComment(text)
		if len(directives) > 0 {
			t.Errorf("parseComment(%q) = %+v, want nothing ignored", text, directives)
		}
		if len(problems) != 1 || !strings.Contains(strings.ToLower(problems[0].detail), strings.ToLower(want)) {
			t.Errorf("parseComment(%q): problems %v, want one that says %q", text, problems, want)
		}
	}
}

func FuzzParseComment(f *testing.F) {
	for _, seed := range []string{
		`merlon:ignore a,b reason="x" until=2027-01-31 owner=me`, "merlon:ignore *, reason=", "merlon:ignore a reason=\"",
		"tfsec:ignore:a[b=c,d.e=f]:exp:2025-01-02:ws:dev-*", "trivy:ignore:a:[", "tfsec:ignore::", "trivy:ignore:a:exp:0000-01-01",
		"checkov:skip=CKV_AWS_1,CKV_AWS_2:why", "ts:skip=A b ts:maxseverity=none", "kics-scan enable=,", "//kics-scan ignore-block\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		directives, problems := parseComment(text)
		for _, d := range directives {
			if len(d.names) == 0 {
				t.Errorf("a directive of %q names no check: %+v", text, d)
			}
			for _, name := range d.names {
				if name == "" || strings.Contains(name, ",") {
					t.Errorf("a directive of %q has the name %q", text, name)
				}
			}
			if d.until != "" {
				if _, err := ParseDate(d.until); err != nil {
					t.Errorf("a directive of %q lasts until %q", text, d.until)
				}
			}
		}
		for _, p := range problems {
			if utf8.ValidString(text) && !utf8.ValidString(p.summary+p.detail) {
				t.Errorf("a problem of %q is not valid text: %q", text, p)
			}
		}
	})
}
