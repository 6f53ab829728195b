package engine

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"merlon"
)

func TestParseTrivyIgnore(t *testing.T) {
	data := `# accepted by the web team
AVD-AWS-0092

AWS-0090 exp:2027-01-01 # replaced soon
CVE-2021-44228
aws-s3-* exp:never
aws-s3-acl forever
`
	got, notices := ParseTrivyIgnore([]byte(data), ".trivyignore")
	entry := func(line int32, check, reason, until string) Exception {
		return Exception{Checks: []string{check}, Reason: reason, Until: until, Kind: KindIgnoreFile, Syntax: "trivy", Range: lineRange(".trivyignore", line)}
	}
	want := []Exception{entry(2, "AVD-AWS-0092", "accepted by the web team", ""), entry(4, "AWS-0090", "replaced soon", "2026-12-31")}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("exceptions (-want +got):\n%s", diff)
	}
	if len(notices) != 2 || notices[0].Range.Start.Line != 6 || notices[1].Range.Start.Line != 7 {
		t.Errorf("notices are %v, want one for line 6 and one for line 7", notices)
	}

	a := run(t, fixture(t, map[string]string{"main.tf": publicBucket}), Options{Exceptions: got[:1]})
	if a.Counts.Suppressed != 1 || a.Findings[0].Suppression.Kind != KindIgnoreFile {
		t.Errorf("got %v, want the finding suppressed by the ignore file", states(a))
	}
}

func TestParseTrivyIgnoreYAML(t *testing.T) {
	data := `
vulnerabilities:
  - id: CVE-2021-1
misconfigurations:
  - id: AVD-AWS-0092
    paths: ["mod/**"]
    expired_at: 2027-01-01
    statement: a public site
  - paths: [x]
  - id: AWS-0090
    expired_at: soon
`
	got, notices, err := ParseTrivyIgnoreYAML([]byte(data), ".trivyignore.yaml")
	if err != nil {
		t.Fatal(err)
	}
	want := []Exception{{
		Checks: []string{"AVD-AWS-0092"}, Paths: []string{"mod/**"}, Reason: "a public site", Until: "2026-12-31",
		Kind: KindIgnoreFile, Syntax: "trivy", Range: lineRange(".trivyignore.yaml", 5),
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("exceptions (-want +got):\n%s", diff)
	}
	if len(notices) != 2 {
		t.Errorf("notices are %v, want two: no id, no date", notices)
	}
	if _, _, err := ParseTrivyIgnoreYAML([]byte("misconfigurations: 3"), "x"); err == nil {
		t.Error("misconfigurations that are no list: got no error")
	}
}

func TestParseCheckovBaseline(t *testing.T) {
	data := `{"failed_checks":[{"file":"/main.tf","findings":[{"resource":"aws_s3_bucket.b","check_ids":["CKV_AWS_20","CKV_AWS_144"]}]}]}`
	exceptions, err := ParseCheckovBaseline([]byte(data), ".checkov.baseline")
	if err != nil {
		t.Fatal(err)
	}
	a := run(t, fixture(t, map[string]string{"main.tf": publicBucket}), Options{Exceptions: exceptions})
	if a.Counts.Suppressed != 1 || a.Findings[0].Suppression.Kind != KindBaseline || a.Findings[0].Suppression.Syntax != "checkov" {
		t.Errorf("got %v, want the finding suppressed by Checkov's baseline", states(a))
	}
	if diff := cmp.Diff([]string{`an entry of a checkov file names the unknown check "CKV_AWS_144"`}, summaries(a.Notices)); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
}

func ids(checks []*merlon.Check) string {
	var names []string
	for _, check := range checks {
		names = append(names, check.ID+"="+check.Severity.String())
	}
	return strings.Join(names, " ")
}

func TestToolConfigs(t *testing.T) {
	tests := []struct {
		name, data string
		parse      func([]byte, string) (*ToolConfig, error)
		want       string
		notices    []string
	}{
		{"tfsec excludes", "exclude:\n  - aws-s3-enable-versioning\n  - aws-no-such\n", ParseTfsecConfig, "aws-s3-acl=high aws-ec2-open-ingress=critical aws-s3-replication=low", []string{`an entry of a tfsec file names the unknown check "aws-no-such"`}},
		{"tfsec severities", `{"minimum_severity":"MEDIUM","severity_overrides":{"aws-s3-enable-versioning":"LOW","aws-s3-no-public-access-with-acl":"CRITICAL"}}`, ParseTfsecConfig, "aws-s3-acl=critical aws-ec2-open-ingress=critical", nil},
		{"tfsec severity in YAML", "minimumseverity: CRITICAL", ParseTfsecConfig, "aws-ec2-open-ingress=critical", nil},
		{"tfsec includes", "include: [aws-s3-enable-versioning]", ParseTfsecConfig, "aws-s3-versioning=medium", nil},
		{"tfsec unused", "min_required_version: v1\n", ParseTfsecConfig, ids(catalog), []string{"min_required_version of the tfsec configuration has no effect in merlon"}},
		{"checkov skips", "skip-check:\n  - CKV_AWS_20\n  - LOW\nquiet: true\n", ParseCheckovConfig, "aws-s3-versioning=medium aws-ec2-open-ingress=critical", []string{"quiet of the checkov configuration has no effect in merlon"}},
		{"checkov checks", "check: CKV_AWS_20,CKV_AWS_21", ParseCheckovConfig, "aws-s3-acl=high aws-s3-versioning=medium", nil},
		{"checkov checks by severity", "check: HIGH", ParseCheckovConfig, "aws-s3-acl=high aws-ec2-open-ingress=critical", nil},
		{"empty", "", ParseCheckovConfig, ids(catalog), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := tt.parse([]byte(tt.data), "config.yml")
			if err != nil {
				t.Fatal(err)
			}
			kept, notices := c.Narrow(catalog, catalog)
			if got := ids(kept); got != tt.want {
				t.Errorf("checks are %s\nwant %s", got, tt.want)
			}
			if diff := cmp.Diff(tt.notices, summaries(notices)); diff != "" {
				t.Errorf("notices (-want +got):\n%s", diff)
			}
		})
	}
}

func TestToolConfigSkips(t *testing.T) {
	checkov, err := ParseCheckovConfig([]byte("skip-path: ['^examples/', 'test']"), "x")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		config *ToolConfig
		file   string
		want   bool
	}{
		{checkov, "examples/main.tf", true}, {checkov, "a/tests/main.tf", true}, {checkov, "main.tf", false},
	} {
		if got := tt.config.Skips(tt.file); got != tt.want {
			t.Errorf("%s: Skips(%q) = %v, want %v", tt.config.Syntax, tt.file, got, tt.want)
		}
	}
}

func TestToolConfigErrors(t *testing.T) {
	for data, want := range map[string]string{
		"- a":                          "config.yml:1: want keys and values",
		"minimum_severity: grave":      "config.yml:1: minimum_severity: unknown severity",
		"exclude: {a: b}":              "want a list",
		"severity_overrides: [a]":      "want check: severity",
		"severity_overrides: {a: bad}": "unknown severity",
		"exclude: [a\n":                "read config.yml",
	} {
		if _, err := ParseTfsecConfig([]byte(data), "config.yml"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ParseTfsecConfig(%q): error is %v, want one with %q", data, err, want)
		}
	}
}

func FuzzToolFiles(f *testing.F) {
	f.Add([]byte("AVD-AWS-0092 exp:2027-01-01 # x\n"))
	f.Add([]byte("misconfigurations:\n  - id: a\n    paths: [b]\n"))
	f.Add([]byte(`{"failed_checks":[{"file":"/a","findings":[{"resource":"b","check_ids":["c"]}]}]}`))
	f.Add([]byte("exclude: [a]\nminimum_severity: LOW\nseverity_overrides: {a: LOW}\nskip-path: ['(']\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		exceptions, _ := ParseTrivyIgnore(data, "x")
		more, _, _ := ParseTrivyIgnoreYAML(data, "x")
		baseline, _ := ParseCheckovBaseline(data, "x")
		for _, e := range append(append(exceptions, more...), baseline...) {
			if len(e.Checks) == 0 {
				t.Errorf("an exception of %q names no check", data)
			}
		}
		for _, parse := range []func([]byte, string) (*ToolConfig, error){ParseTfsecConfig, ParseCheckovConfig} {
			if c, err := parse(data, "x"); err == nil {
				c.Narrow(catalog, catalog)
				c.Skips("a/b.tf")
			}
		}
	})
}
