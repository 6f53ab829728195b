package config

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"merlon"
	"merlon/internal/engine"
)

func TestMigrate(t *testing.T) {
	tests := []struct {
		name, kind, data string
		want             string // without the first line
		notes            []string
	}{
		{
			"tfsec yaml", "tfsec",
			"minimum_severity: MEDIUM\nexclude: [aws-s3-enable-versioning]\nseverity_overrides:\n  aws-s3-no-public-access: CRITICAL\ncustom: 1\n",
			"version: 1\nchecks:\n  - recommended&severity:medium\n  - -aws-s3-enable-versioning\nseverity:\n  aws-s3-no-public-access: critical\n",
			[]string{"custom has no counterpart in merlon"},
		},
		{
			"tfsec json", "tfsec", `{"include":["a","b"],"minimum_severity":"ERROR"}`,
			"version: 1\nchecks:\n  - a\n  - b\n", []string{"the severity high is left out: the checks are named one by one"},
		},
		{
			"trivy", "trivy",
			"severity: [HIGH, CRITICAL]\nexit-code: 0\nscan:\n  skip-dirs: [vendor/]\nmisconfiguration:\n  terraform:\n    vars: [prod.tfvars]\n  helm:\n    values: [x]\nformat: sarif\n",
			"version: 1\nchecks:\n  - recommended&severity:high\nfail_on: none\nexclude:\n  - vendor\nterraform:\n  var_files:\n    - prod.tfvars\n",
			[]string{"format is left out: give merlon the reports to write under output", "misconfiguration.helm has no counterpart in merlon"},
		},
		{
			"trivy with a hole", "trivy", "severity: LOW,CRITICAL",
			"version: 1\nchecks:\n  - recommended&severity:low\n",
			[]string{"severity leaves out medium: merlon runs it too, because a selection has no holes", "severity leaves out high: merlon runs it too, because a selection has no holes"},
		},
		{
			"trivyignore", "trivyignore", "# the web site\nAVD-AWS-0092 exp:2027-02-01\nCVE-2021-1\n\nAWS-0090\n",
			"version: 1\nexceptions:\n  - checks:\n      - AVD-AWS-0092\n    reason: the web site\n    until: \"2027-01-31\"\n  - checks:\n      - AWS-0090\n    reason: accepted in .trivyignore\n", nil,
		},
		{
			"trivyignore yaml", "trivyignore-yaml", "misconfigurations:\n  - id: AWS-0092\n    paths: [web/**]\n    statement: a site\n",
			"version: 1\nexceptions:\n  - checks:\n      - AWS-0092\n    paths:\n      - web/**\n    reason: a site\n", nil,
		},
		{
			"checkov", "checkov",
			"skip-check: [CKV_AWS_20, LOW]\nskip-path: [^examples, 'a|b', test]\nsoft-fail: true\nframework: terraform\n",
			"version: 1\nchecks:\n  - recommended&severity:medium\n  - -CKV_AWS_20\nfail_on: none\nexclude:\n  - examples\n  - '**/test'\n",
			[]string{"framework has no counterpart in merlon", `the path "a|b" is a regular expression: write it as a glob under exclude`},
		},
		{
			"checkov baseline", "checkov-baseline", `{"failed_checks":[{"file":"/main.tf","findings":[{"resource":"aws_s3_bucket.b","check_ids":["CKV_AWS_20"]}]}]}`,
			"version: 1\nexceptions:\n  - addresses:\n      - aws_s3_bucket.b\n    checks:\n      - CKV_AWS_20\n    paths:\n      - main.tf\n    reason: in the baseline of Checkov\n",
			[]string{"a baseline of merlon's own survives renames: run merlon, look, then write one"},
		},
		{
			"terrascan", "terrascan", "[rules]\nskip-rules = [\"AC_AWS_0207\"]\n[severity]\nlevel = \"high\"\n[notifications]\nwebhook-url = \"x\"\n",
			"version: 1\nchecks:\n  - recommended&severity:high\n  - -AC_AWS_0207\n",
			[]string{"notifications.webhook-url has no counterpart in merlon"},
		},
		{
			"kics json", "kics", `{"exclude-queries":"38c5ee0d-7f22-4260-ab72-5073048df100","exclude-paths":["./tests/*"],"exclude-severities":["INFO","LOW","HIGH"],"fail-on":"high,medium","type":"terraform"}`,
			"version: 1\nchecks:\n  - recommended&severity:medium\n  - -38c5ee0d-7f22-4260-ab72-5073048df100\nfail_on: medium\nexclude:\n  - tests/*\n",
			[]string{"exclude-severities leaves out high: merlon runs it too, because a selection has no holes", "type has no counterpart in merlon"},
		},
		{
			"kics toml", "kics", "exclude-queries = [\"a-1\"]\n",
			"version: 1\nchecks:\n  - recommended\n  - -a-1\n", nil,
		},
		{"names that would change the selection", "terrascan", "[rules]\nskip-rules = [\"-a\", \"a&b\"]\n", "version: 1\n", []string{`"-a" is not the name of a check and was left out`, `"a&b" is not the name of a check and was left out`}},
		{"empty", "checkov", "", "version: 1\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, notes, err := Migrate(tt.kind, []byte(tt.data))
			if err != nil {
				t.Fatal(err)
			}
			_, rest, _ := strings.Cut(string(got), "\n")
			if diff := cmp.Diff(tt.want, rest); diff != "" {
				t.Errorf("merlon.yaml (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.notes, notes); diff != "" {
				t.Errorf("notes (-want +got):\n%s", diff)
			}
		})
	}
}

func TestMigrateLeavesOutUnknownChecks(t *testing.T) {
	check := &merlon.Check{ID: "aws-s3-acl", Aliases: []string{"CKV_AWS_20"}}
	got, notes, err := Migrate("checkov", []byte("check: [CKV_AWS_20, CKV_AWS_144]"), check)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Parse(got, "merlon.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if selected, err := engine.Select([]*merlon.Check{check}, c.Checks); err != nil || len(selected) != 1 {
		t.Errorf("the selection %q gives %d checks and error %v, want one check", c.Checks, len(selected), err)
	}
	if diff := cmp.Diff([]string{"merlon has no check that covers CKV_AWS_144: it was left out"}, notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

func TestMigrateErrors(t *testing.T) {
	for kind, data := range map[string]string{
		"tfsec": "[", "terrascan": "a = ", "checkov-baseline": "{", "trivyignore-yaml": "misconfigurations: 3", "driftctl": "",
	} {
		if got, _, err := Migrate(kind, []byte(data)); err == nil {
			t.Errorf("Migrate(%q, %q) = %s, want an error", kind, data, got)
		}
	}
}

func TestKindOf(t *testing.T) {
	for path, want := range map[string]string{
		"a/.tfsec/config.yml": "tfsec", ".tfsec/config.json": "tfsec", "trivy.yaml": "trivy", ".trivyignore": "trivyignore",
		"x/.trivyignore.yaml": "trivyignore-yaml", ".checkov.yml": "checkov", ".checkov.baseline": "checkov-baseline",
		"terrascan-config.toml": "terrascan", "kics.config": "kics", "kics.yaml": "kics", "main.tf": "",
	} {
		if got := KindOf(path); got != want {
			t.Errorf("KindOf(%q) = %q, want %q", path, got, want)
		}
	}
}

func FuzzMigrate(f *testing.F) {
	f.Add(0, []byte("minimum_severity: LOW\nexclude: [a]\n"))
	f.Add(1, []byte("severity: [HIGH]\nscan: {skip-dirs: ['a[']}\n"))
	f.Add(2, []byte("A exp:2027-01-01 # x\n"))
	f.Add(4, []byte("skip-path: ['^a/$']\nskip-check: CRITICAL\n"))
	f.Add(6, []byte("[rules]\nskip-rules = [\"a\"]\n"))
	f.Add(7, []byte(`{"exclude-queries":["a"],"fail-on":"high"}`))
	f.Fuzz(func(t *testing.T, kind int, data []byte) {
		if kind < 0 || kind >= len(Kinds) {
			return
		}
		out, _, err := Migrate(Kinds[kind], data)
		if err != nil {
			return
		}
		if _, err := Parse(out, "merlon.yaml"); err != nil {
			t.Errorf("what was written does not parse: %v\n%s", err, out)
		}
	})
}
