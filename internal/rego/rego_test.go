package rego_test

import (
	"strings"
	"testing"

	"merlon"
	"merlon/internal/engine"
	"merlon/internal/rego"
)

func run(t *testing.T, policy string, doc any) *merlon.Assessment {
	t.Helper()
	p, err := rego.Load(map[string]string{"p.rego": policy})
	if err != nil {
		t.Fatal(err)
	}
	bucket := &merlon.Resource{Address: "aws_s3_bucket.b", Type: "aws_s3_bucket", Name: "b", Body: &merlon.Block{}}
	estate := merlon.NewEstate(merlon.SourceCode, []*merlon.Resource{bucket}, nil)
	a, err := engine.Run(t.Context(), estate, engine.Options{
		Checks: p.Checks(func(*merlon.Estate) (any, error) { return doc, nil }),
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestMessages reads the shapes of messages that policies of the field have.
func TestMessages(t *testing.T) {
	a := run(t, `package main

deny contains "plain" if input.on
deny contains {"msg": "object", "resource": "aws_s3_bucket.b"} if input.on
warn_old contains msg if { msg := sprintf("%d left", [input.n]) }
violation contains {"msg": "gatekeeper", "details": {"resource": "aws_s3_bucket.b"}} if input.on
deny_never contains "no" if not input.on
helper contains "not a message" if input.on
`, map[string]any{"on": true, "n": 3})
	got := map[string]string{}
	for _, f := range a.Findings {
		got[f.Message] = f.Check.ID + " " + f.Address() + " " + f.Severity.String()
	}
	want := map[string]string{
		"plain":      "rego-main-deny  high",
		"object":     "rego-main-deny aws_s3_bucket.b high",
		"3 left":     "rego-main-warn-old  low",
		"gatekeeper": "rego-main-violation aws_s3_bucket.b high",
	}
	for message, at := range want {
		if got[message] != at {
			t.Errorf("message %q: got %q, want %q", message, got[message], at)
		}
	}
	if len(got) != len(want) {
		t.Errorf("got messages %v, want %d", got, len(want))
	}
}

// TestMistakes are said with file and line, and what reaches out is refused.
func TestMistakes(t *testing.T) {
	for _, tt := range []struct{ policy, want string }{
		{"package main\n\ndeny contains msg if {\n", "p.rego:"},
		{"package main\n\ndeny contains x if { x := nothing }\n", "p.rego:3:"},
		{"package main\n\ndeny contains x if { x := http.send({\"url\": \"https://example.com\"}) }\n", "undefined function http.send"},
		{"package main\n\ndeny contains x if { x := opa.runtime() }\n", "undefined function opa.runtime"},
		{"package main\n\ndeny contains x if { x := net.lookup_ip_addr(\"a\") }\n", "undefined function net.lookup_ip_addr"},
	} {
		if _, err := rego.Load(map[string]string{"p.rego": tt.policy}); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got error %v, want one with %q", tt.policy, err, tt.want)
		}
	}
}

// TestBadMessage is a gap and not silence.
func TestBadMessage(t *testing.T) {
	a := run(t, "package main\n\ndeny contains 7 if input.on\n", map[string]any{"on": true})
	if len(a.Findings) != 0 || len(a.Gaps) != 1 || !strings.Contains(a.Gaps[0].Detail, "neither a text nor an object") {
		t.Errorf("got findings %v and gaps %v, want one gap", a.Findings, a.Gaps)
	}
}

// TestTests runs test rules.
func TestTests(t *testing.T) {
	p, err := rego.Load(map[string]string{
		"p.rego":      "package main\n\ndeny contains \"x\" if input.on\n",
		"p_test.rego": "package main_test\n\nimport data.main\n\ntest_good if count(main.deny) == 1 with input.on as true\ntest_bad if count(main.deny) == 2 with input.on as true\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range p.Test(t.Context()) {
		if good := r.Failure == ""; good != (r.Name == "main_test.test_good") {
			t.Errorf("%s: failure %q", r.Name, r.Failure)
		}
	}
	if n := len(p.Test(t.Context())); n != 2 {
		t.Errorf("got %d tests, want 2", n)
	}
}

// FuzzLoad feeds whatever people write: no panic.
func FuzzLoad(f *testing.F) {
	f.Add("package main\n\ndeny contains \"x\" if input.on\n")
	f.Fuzz(func(_ *testing.T, policy string) {
		_, _ = rego.Load(map[string]string{"p.rego": policy})
	})
}
