package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/internal/engine"
)

var update = flag.Bool("update", false, "write schema.json anew")

var compareValues = cmp.Comparer(func(a, b cty.Value) bool { return a.RawEquals(b) })

func TestParse(t *testing.T) {
	data := `
version: 1
min_version: v1.2.0
checks: [recommended, -aws-s3-logging]
severity:
  aws-s3-acl: critical
  CKV_AWS_*: low
fail_on: high
strict: true
no_inline_ignores: true
baseline: base.json
exclude: examples/**
output: [text, sarif=a.sarif]
settings:
  data_classification:
    keys: [class]
  public_ports: [443]
  trusted_networks: 198.51.100.0/24
  trusted_accounts: [012345678901]
  log_retention_days: 90
exceptions:
  - checks: aws-s3-acl
    paths: [web/**]
    addresses: "module.web.*"
    attributes: {bucket: "www-*", count: 3}
    reason: a public site
    owner: web team
    until: 2027-01-31
terraform:
  var_files: [prod.tfvars]
  workspace: prod
  account_id: 012345678901
  region: eu-central-1
  variables:
    name: x
    ports: [80, true, null]
    tags: {a: "1"}
    big: 1e999999999
  data:
    data.aws_vpc.main:
      cidr_block: 10.0.0.0/16
`
	got, err := Parse([]byte(data), "merlon.yaml")
	if err != nil {
		t.Fatal(err)
	}
	want := Default()
	want.MinVersion = "1.2.0"
	want.Checks = "recommended,-aws-s3-logging"
	want.Severities = map[string]merlon.Severity{"aws-s3-acl": merlon.Critical, "CKV_AWS_*": merlon.Low}
	want.FailOn = merlon.High
	want.Strict, want.NoInlineIgnores = true, true
	want.Baseline = "base.json"
	want.Exclude = []string{"examples/**"}
	want.Output = []string{"text", "sarif=a.sarif"}
	want.Settings.Classification.Keys = []string{"class"}
	want.Settings.PublicPorts = []int{443}
	want.Settings.TrustedNetworks = []string{"198.51.100.0/24"}
	want.Settings.TrustedAccounts = []string{"012345678901"}
	want.Settings.LogRetentionDays = 90
	at := merlon.Pos{Line: 22, Column: 5}
	want.Exceptions = []engine.Exception{{
		Checks: []string{"aws-s3-acl"}, Paths: []string{"web/**"}, Addresses: []string{"module.web.*"},
		Attributes: []engine.Match{{Path: "bucket", Value: "www-*"}, {Path: "count", Value: "3"}},
		Reason:     "a public site", Owner: "web team", Until: "2027-01-31",
		Kind: engine.KindConfig, Syntax: "merlon", Range: merlon.Range{File: "merlon.yaml", Start: at, End: at},
	}}
	want.Terraform = Terraform{
		VarFiles: []string{"prod.tfvars"}, Workspace: "prod", AccountID: "012345678901", Region: "eu-central-1",
		Variables: map[string]cty.Value{
			"name":  cty.StringVal("x"),
			"ports": cty.TupleVal([]cty.Value{cty.NumberIntVal(80), cty.True, cty.NullVal(cty.DynamicPseudoType)}),
			"tags":  cty.ObjectVal(map[string]cty.Value{"a": cty.StringVal("1")}),
			"big":   cty.StringVal("1e999999999"),
		},
		Data: map[string]cty.Value{"data.aws_vpc.main": cty.ObjectVal(map[string]cty.Value{"cidr_block": cty.StringVal("10.0.0.0/16")})},
	}
	if diff := cmp.Diff(want, got, compareValues); diff != "" {
		t.Errorf("configuration (-want +got):\n%s", diff)
	}
}

func TestParseNothing(t *testing.T) {
	for _, data := range []string{"", "# nothing\n", "---\n", "{}", "checks:\nsettings:\n", string(DefaultFile)} {
		got, err := Parse([]byte(data), "merlon.yaml")
		if err != nil {
			t.Errorf("Parse(%q): %v", short(data), err)
			continue
		}
		if diff := cmp.Diff(Default(), got, compareValues); diff != "" {
			t.Errorf("Parse(%q) is not the default (-want +got):\n%s", short(data), diff)
		}
	}
}

func TestParseNever(t *testing.T) {
	c, err := Parse([]byte("fail_on: none"), "x")
	if err != nil || !c.FailNever {
		t.Errorf("fail_on none: got %+v and error %v, want FailNever", c, err)
	}
}

// TestDefaultFileTeaches: every key of the table is in the file, as text or
// in a comment.
func TestDefaultFileTeaches(t *testing.T) {
	var visit func(s *spec)
	visit = func(s *spec) {
		for i := range s.keys {
			if !bytes.Contains(DefaultFile, []byte(s.keys[i].name+":")) {
				t.Errorf("default.yaml does not mention %s", s.keys[i].name)
			}
			visit(&s.keys[i].spec)
		}
		if s.item != nil {
			visit(s.item)
		}
	}
	visit(&file)
}

// TestCommentedDefaultsParse: what the default file offers in comments works.
func TestCommentedDefaultsParse(t *testing.T) {
	var lines []string
	for line := range strings.Lines(string(DefaultFile)) {
		trimmed := strings.TrimLeft(line, " ")
		indent := line[:len(line)-len(trimmed)]
		if rest, ok := strings.CutPrefix(trimmed, "# "); ok && exampleLine(rest) {
			line = indent + rest
		}
		lines = append(lines, line)
	}
	c, err := Parse([]byte(strings.Join(lines, "")), "default.yaml")
	if err != nil {
		t.Fatalf("%v\n%s", err, strings.Join(lines, ""))
	}
	if len(c.Exceptions) != 1 || len(c.Terraform.Data) != 1 || c.Baseline == "" || len(c.Severities) != 1 || len(c.Exclude) != 2 {
		t.Errorf("some example was not read: %+v", c)
	}
}

// exampleLine tells an example that is commented out from a sentence.
func exampleLine(rest string) bool {
	rest = strings.TrimSpace(rest)
	name, value, found := strings.Cut(strings.TrimPrefix(rest, "- "), ":")
	isKey := found && !strings.Contains(name, " ") && (value == "" || value[0] == ' ')
	return isKey || strings.HasPrefix(rest, "- ")
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ data, want string }{
		{"chekcs: all", `m.yaml:1:1: unknown key "chekcs" in the file: did you mean "checks"?`},
		{"colour: red", `unknown key "colour" in the file: want one of version, min_version`},
		{"settings:\n  public_port: [1]", `m.yaml:2:3: unknown key "public_port" in settings: did you mean "public_ports"?`},
		{"strict: 3", `m.yaml:1:9: strict must be true or false, not "3"`},
		{"version: 2", "version must be a whole number from 1 to 1"},
		{"version: one", "version must be a whole number"},
		{"min_version: newest", "min_version is \"newest\", which does not have the form"},
		{"- a", "the file must be keys and values"},
		{"checks: {a: b}", "checks must be a text or a list of texts"},
		{"checks: [[a]]", "checks[0] must be a text or a list of texts"},
		{"checks: ['']", "checks[0] is empty"},
		{"severity: {a: grave}", `severity.a must be one of info, low, medium, high, critical, not "grave"`},
		{"severity: {a: }", "severity.a has no value"},
		{"severity: [a]", "severity must be keys and values"},
		{"fail_on: always", "fail_on must be one of info"},
		{"strict: true\nstrict: false", `m.yaml:2:1: "strict" is given twice in the file`},
		{"exclude: ['a[']", `"a[" is not a glob`},
		{"settings: {public_ports: [0]}", "settings.public_ports[0] must be a whole number from 1 to 65535"},
		{"settings: {public_ports: 80}", "settings.public_ports must be a list"},
		{"settings: {trusted_networks: [10.0.0.1]}", "is not a CIDR block"},
		{"settings: {trusted_accounts: [12]}", `does not have the form ^\d{12}$`},
		{"exceptions:\n  - checks: a", "m.yaml:2:5: exceptions[0] has no reason"},
		{"exceptions:\n  - reason: a", "exceptions[0] has no checks"},
		{"exceptions:\n  - {checks: [], reason: a}", "names no check"},
		{"exceptions:\n  - {checks: a, reason: ' '}", "an empty reason"},
		{"exceptions:\n  - {checks: a, reason: b, until: soon}", `exceptions[0].until is "soon"`},
		{"exceptions:\n  - {checks: a, reason: b, until: 2027-02-30}", "is not a date"},
		{"exceptions:\n  - {checks: a, reason: b, expires: 2027-02-03}", `unknown key "expires" in exceptions[0]`},
		{"terraform: {variables: {'a b': 1}}", `"a b" is not the name of a variable`},
		{"terraform: {data: {aws_vpc.main: {a: 1}}}", "is not the address of a data source"},
		{"terraform: {data: {data.aws_vpc.main: 3}}", "must be keys and values"},
		{"terraform: {account_id: 12}", "terraform.account_id"},
		{"a: &x [1]\nchecks: *x", "checks is an alias"},
		{"checks: all\n---\nchecks: all", "more than one document"},
		{"checks: [", "m.yaml: line 1"},
		{"terraform: {variables: {a: " + strings.Repeat("[", 100) + strings.Repeat("]", 100) + "}}", "nested too deeply"},
		{strings.Repeat("#", maxFile+1), "more than 1048576 bytes"},
	}
	for _, tt := range tests {
		c, err := Parse([]byte(tt.data), "m.yaml")
		if err == nil {
			t.Errorf("Parse(%q) = %+v, want an error", short(tt.data), c)
			continue
		}
		var position *Error
		if !errors.As(err, &position) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("Parse(%q): error is\n%v\nwant an *Error with\n%s", short(tt.data), err, tt.want)
		}
	}
}

func TestSchemasAreOfTheTables(t *testing.T) {
	for _, tt := range []struct {
		name, title string
		table       *spec
		have        []byte
	}{
		{"schema.json", "merlon.yaml", &file, Schema},
		{"checkfile.json", "checks.d/*.yaml", &checkFile, CheckFileSchema},
	} {
		want, err := makeSchema(tt.table, tt.title)
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(tt.name, want, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := cmp.Diff(string(want), string(tt.have)); diff != "" {
			t.Errorf("%s is not what the table says; run go test -update (-want +got):\n%s", tt.name, diff)
		}
		if !json.Valid(tt.have) {
			t.Errorf("%s is not JSON", tt.name)
		}
	}
}

func TestCandidates(t *testing.T) {
	got := Candidates(filepath.FromSlash("/a/b"))
	var want []string
	for _, dir := range []string{"/a/b", "/a", "/"} {
		for _, name := range Names {
			want = append(want, filepath.Join(filepath.FromSlash(dir), name))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("candidates (-want +got):\n%s", diff)
	}
	if got := Candidates("a"); len(got) != 2*len(Names) {
		t.Errorf("candidates of a relative directory are %v, want those of it and of the current one", got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(DefaultFile)
	f.Add([]byte("exceptions:\n  - {checks: [a], reason: b, until: 2027-01-31, attributes: {a.b: 1}}\n"))
	f.Add([]byte("terraform: {variables: {a: [1, 2.5, 1e9, 0x10, .inf, ~]}, data: {data.a.b: {c: d}}}"))
	f.Add([]byte("a: &a [*a]\nchecks: *a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Parse(data, "merlon.yaml")
		if (c == nil) == (err == nil) {
			t.Fatalf("got a configuration %v and error %v: want one of them", c, err)
		}
		if err != nil {
			var position *Error
			if !errors.As(err, &position) || position.Message == "" {
				t.Errorf("error %v is no *Error with a message", err)
			}
			return
		}
		for _, e := range c.Exceptions {
			if len(e.Checks) == 0 || e.Reason == "" {
				t.Errorf("an exception without check or reason: %+v", e)
			}
		}
	})
}
