package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"merlon"
)

func TestJSONSchema(t *testing.T) {
	s := newShop(t)
	for name, a := range map[string]*merlon.Assessment{"shop": s.assessment(), "empty": {}} {
		t.Run(name, func(t *testing.T) { validate(t, render(t, "json", a, s.options())) })
	}
}

// validate checks a JSON report against its published schema.
func validate(t *testing.T, report []byte) {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile("../../docs/schema/report-v1.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(report))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(doc); err != nil {
		t.Error(err)
	}
}

// A report is for programs that filter by result, look resources up by
// address, and count: these are the promises they rely on.
func TestJSONFindings(t *testing.T) {
	s := newShop(t)
	var report struct {
		Findings []struct {
			Check, Result, Resource, Fingerprint, File string
			Line                                       int
			Related                                    []string
			Cause                                      []struct{ Kind, Name, File string }
			Suppression                                *struct{ Reason, Owner string }
		}
	}
	a := s.assessment()
	a.Findings = append(a.Findings, a.Findings[len(a.Findings)-1]) // said twice
	if err := json.Unmarshal(render(t, "json", a, s.options()), &report); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	results := map[string]int{}
	for _, f := range report.Findings {
		if seen[f.Fingerprint] {
			t.Errorf("finding %s of %s is repeated", f.Check, f.Resource)
		}
		seen[f.Fingerprint] = true
		results[f.Result]++
		if f.Check == checkACL.ID && f.Resource == `module.pictures["eu"].aws_s3_bucket.this` {
			if f.File != "modules/bucket/main.tf" || f.Line != 10 {
				t.Errorf("got %s:%d, want the attribute's place below the target", f.File, f.Line)
			}
			if len(f.Related) != 1 || f.Related[0] != `module.pictures["eu"].aws_s3_bucket_acl.this` {
				t.Errorf("got related %q, want the ACL's address", f.Related)
			}
			if n := len(f.Cause); n != 2 || f.Cause[n-1].File != "variables.tf" {
				t.Errorf("got cause %+v, want the variable's default last", f.Cause)
			}
		}
		if f.Result == "suppressed" && (f.Suppression == nil || f.Suppression.Owner != "ops") {
			t.Errorf("got suppression %+v, want its owner", f.Suppression)
		}
	}
	if got, want := fmt.Sprint(results), "map[fail:20 suppressed:1 undecided:1]"; got != want {
		t.Errorf("got results %s, want %s", got, want)
	}
}

func FuzzJSONString(f *testing.F) {
	for _, s := range []string{"", "plain", "\x00\x1f\"\\\n\t\x7f", "ä\u202e\u2028日本", "\xff\xfe", hostile} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var o jsonWriter
		o.str(s)
		var got string
		if err := json.Unmarshal(o.buf, &got); err != nil {
			t.Fatalf("str(%q) is not JSON: %v", s, err)
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); utf8.ValidString(s) && got != want {
			t.Errorf("str(%q) reads back as %q", s, got)
		}
	})
}

// many is an assessment of n findings with causes, as a large estate has.
func many(n int) *merlon.Assessment {
	a := &merlon.Assessment{Checks: []*merlon.Check{checkACL}}
	for i := range n {
		r := &merlon.Resource{
			Address: fmt.Sprintf(`module.region["eu-%d"].module.bucket.aws_s3_bucket.this[%d]`, i%40, i),
			Type:    "aws_s3_bucket", Name: "this", Body: &merlon.Block{}, Origin: merlon.Origin{Root: "."},
		}
		at := merlon.Range{File: "modules/bucket/main.tf", Start: merlon.Pos{Line: int32(i%400 + 1), Column: 12}, End: merlon.Pos{Line: int32(i%400 + 1), Column: 19}}
		a.Findings = append(a.Findings, &merlon.Finding{
			Check: checkACL, Resource: r, Result: merlon.Fail, Severity: merlon.High, Range: at, Path: "acl",
			Message: fmt.Sprintf("bucket %q is open to everyone by its ACL", "this"),
			Cause: []merlon.Cause{
				{Kind: merlon.CauseArgument, Name: "acl", Range: at}, {Kind: merlon.CauseDefault, Name: "var.acl", Range: at},
			},
			Fingerprint: fmt.Sprintf("%032x", i),
		})
	}
	a.Estate = merlon.NewEstate(merlon.SourceCode, nil, nil)
	return a
}

func BenchmarkRender(b *testing.B) {
	a := many(20000)
	for _, format := range Formats() {
		b.Run(format, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Render(io.Discard, format, a, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(a.Findings))*float64(b.N)/b.Elapsed().Seconds(), "findings/s")
		})
	}
}
