package engine

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"merlon"
)

const publicBucket = "resource \"aws_s3_bucket\" \"b\" {\nbucket = \"site\"\nacl = \"public\"\nversioning = \"on\"\n}\n"

func TestNotices(t *testing.T) {
	above := func(comment string) string { return comment + "\n" + publicBucket }
	tests := []struct {
		name, source string
		want         []string
	}{
		{"in use", above("# merlon:ignore aws-s3-acl"), nil},
		{"stale", above("# merlon:ignore aws-s3-versioning"), []string{`a merlon ignore of "aws-s3-versioning" is stale`}},
		{"one of two is stale", above("# merlon:ignore aws-s3-acl,aws-s3-versioning"), []string{`a merlon ignore of "aws-s3-versioning" is stale`}},
		{"glob in use", above("# merlon:ignore aws-s3-*"), nil},
		{"not in this run", above("# merlon:ignore aws-s3-replication"), nil},
		{"stale for all", "# tfsec:ignore:*\nresource \"aws_kms_key\" \"k\" {\n}", []string{`a tfsec ignore of "*" is stale`}},
		{"expired", above("# merlon:ignore aws-s3-acl until=2026-11-01 owner=web"), []string{`a merlon ignore of "aws-s3-acl" expired`}},
		{"expired and stale says expired", above("# merlon:ignore aws-s3-versioning until=2026-11-01"), []string{`a merlon ignore of "aws-s3-versioning" expired`}},
		{"unknown", above("# merlon:ignore aws-s3-alc"), []string{`a merlon ignore names the unknown check "aws-s3-alc"`}},
		{"unknown of another tool", above("# checkov:skip=CKV_AWS_99999"), []string{`a checkov ignore names the unknown check "CKV_AWS_99999"`}},
		{"malformed", above("# merlon:ignore"), []string{`the merlon ignore "merlon:ignore" is malformed`}},
		{"other workspace is not stale", above("# tfsec:ignore:aws-s3-enable-versioning:ws:prod"), nil},
		{"kics below the top", "\n" + above("# kics-scan ignore"), []string{"a kics-scan comment for the whole file is not at its top"}},
		{"kics enable of an unknown query", above("# kics-scan enable=1-2"), []string{`a kics ignore names the unknown check "1-2"`, "a kics-scan enable is not applied"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := run(t, fixture(t, map[string]string{"main.tf": tt.source}), Options{})
			if diff := cmp.Diff(tt.want, summaries(a.Notices)); diff != "" {
				t.Errorf("notices (-want +got):\n%s", diff)
			}
			for _, n := range a.Notices {
				if n.Kind != merlon.GapSuppression || n.Range.IsZero() {
					t.Errorf("notice %q has kind %q and range %v", n.Summary, n.Kind, n.Range)
				}
			}
		})
	}
}

func TestUnknownNamesAreSuggested(t *testing.T) {
	a := run(t, fixture(t, map[string]string{"main.tf": "# merlon:ignore aws-s3-alc\n" + publicBucket}), Options{})
	if len(a.Notices) != 1 || !strings.Contains(a.Notices[0].Detail, `Did you mean "aws-s3-acl"?`) {
		t.Errorf("notices are %v, want a suggestion of aws-s3-acl", a.Notices)
	}
}

func TestStaleNeedsTheWholeInput(t *testing.T) {
	estate := fixture(t, map[string]string{"main.tf": "# merlon:ignore aws-s3-versioning\n" + publicBucket})
	estate.Gaps = []merlon.Gap{{Kind: merlon.GapModule, Summary: "module not fetched", Range: merlon.Range{File: "main.tf"}}}
	a := run(t, estate, Options{Exceptions: []Exception{{Checks: []string{"aws-s3-versioning"}}}})
	if len(a.Notices) > 0 {
		t.Errorf("notices are %v, want none: a part of main.tf was not read", summaries(a.Notices))
	}
}

func TestUndecidedStaysUndecided(t *testing.T) {
	source := "# merlon:ignore aws-ec2-open-ingress reason=x\nresource \"aws_security_group\" \"g\" {\ningress {\ncidr = unknown\n}\n}"
	a := run(t, fixture(t, map[string]string{"main.tf": source}), Options{})
	if got := states(a); len(got) != 1 || !strings.HasSuffix(got[0], " undecided") || len(a.Notices) > 0 {
		t.Errorf("got %v and notices %v, want one undecided and an ignore in use", got, summaries(a.Notices))
	}
}

func TestNoInlineIgnores(t *testing.T) {
	estate := fixture(t, map[string]string{"main.tf": "# merlon:ignore *\n" + publicBucket})
	a := run(t, estate, Options{NoInlineIgnores: true})
	if a.Counts.Failed != 1 || len(a.Notices) > 0 {
		t.Errorf("got %d failed and notices %v, want 1 and none", a.Counts.Failed, summaries(a.Notices))
	}
}

func TestIgnoreAtTheCause(t *testing.T) {
	estate := fixture(t, map[string]string{"main.tf": publicBucket})
	at := merlon.Range{File: "variables.tf", Start: merlon.Pos{Line: 7}, End: merlon.Pos{Line: 7}}
	estate.ByAddress("aws_s3_bucket.b").Body.Find("acl").Cause = &merlon.Cause{Kind: merlon.CauseDefault, Name: "var.acl", Range: at}
	estate.Comments = []merlon.Comment{{Range: at, Text: "merlon:ignore aws-s3-acl reason=site", Trailing: true}}
	a := run(t, estate, Options{})
	if a.Counts.Suppressed != 1 {
		t.Errorf("got %v, want the finding suppressed where its value is set", states(a))
	}
}

func TestExceptions(t *testing.T) {
	source := map[string]string{
		"main.tf":     "module \"m\" {\nsource = \"./mod\"\n}\n" + publicBucket,
		"mod/main.tf": publicBucket,
	}
	const root, inner = "main.tf:6", "mod/main.tf:3"
	tests := []struct {
		name      string
		exception Exception
		want      []string // places of suppressed findings
		notices   []string
	}{
		{"by id", Exception{Checks: []string{"aws-s3-acl"}}, []string{root, inner}, nil},
		{"by alias", Exception{Checks: []string{"CKV_AWS_20"}}, []string{root, inner}, nil},
		{"by glob", Exception{Checks: []string{"aws-s3-a*"}}, []string{root, inner}, nil},
		{"for all", Exception{Checks: []string{"*"}}, []string{root, inner}, nil},
		{"by path", Exception{Checks: []string{"*"}, Paths: []string{"mod/**/*.tf"}}, []string{inner}, nil},
		{"by directory", Exception{Checks: []string{"*"}, Paths: []string{"./mod/"}}, []string{inner}, nil},
		{"by address", Exception{Checks: []string{"*"}, Addresses: []string{"module.m.*"}}, []string{inner}, nil},
		{"by value", Exception{Checks: []string{"*"}, Attributes: []Match{{"bucket", "si*"}}}, []string{root, inner}, nil},
		{"by all of them", Exception{Checks: []string{"aws-s3-acl"}, Paths: []string{"main.tf"}, Addresses: []string{"aws_s3_bucket.b"}, Attributes: []Match{{"bucket", "site"}}}, []string{root}, nil},
		{"value differs", Exception{Checks: []string{"aws-s3-acl"}, Attributes: []Match{{"bucket", "other"}}}, nil, []string{`an exception of "aws-s3-acl" is stale`}},
		{"path differs", Exception{Checks: []string{"aws-s3-acl"}, Paths: []string{"test/**"}}, nil, []string{`an exception of "aws-s3-acl" is stale`}},
		{"last day", Exception{Checks: []string{"aws-s3-acl"}, Until: "2026-11-22"}, []string{root, inner}, nil},
		{"expired", Exception{Checks: []string{"aws-s3-acl"}, Until: "2026-11-21"}, nil, []string{`an exception of "aws-s3-acl" expired`}},
		{"unknown", Exception{Checks: []string{"aws-s3-alc"}}, nil, []string{`an exception names the unknown check "aws-s3-alc"`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.exception.Reason = "accepted"
			a := run(t, fixture(t, source), Options{Exceptions: []Exception{tt.exception}})
			var got []string
			for _, f := range a.Findings {
				if f.Result == merlon.Suppressed {
					got = append(got, f.Range.String())
					if f.Suppression.Kind != KindConfig || f.Suppression.Reason != "accepted" {
						t.Errorf("suppression is %+v", f.Suppression)
					}
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("suppressed (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.notices, summaries(a.Notices)); diff != "" {
				t.Errorf("notices (-want +got):\n%s", diff)
			}
		})
	}
}

func TestBaseline(t *testing.T) {
	before := run(t, fixture(t, map[string]string{"main.tf": publicBucket}), Options{})
	data, err := NewBaseline(before, "2026-11-20").Encode()
	if err != nil {
		t.Fatal(err)
	}
	baseline, err := ParseBaseline(data)
	if err != nil {
		t.Fatal(err)
	}

	moved := "\n\n" + publicBucket + "resource \"aws_s3_bucket\" \"new\" {\nacl = \"public\"\nversioning = \"on\"\n}"
	a := run(t, fixture(t, map[string]string{"main.tf": moved}), Options{Baseline: baseline})
	want := []string{"aws-s3-acl main.tf:5 suppressed", "aws-s3-acl main.tf:9 fail"}
	if diff := cmp.Diff(want, states(a)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	if s := a.Findings[0].Suppression; s == nil || s.Kind != KindBaseline {
		t.Errorf("suppression is %+v, want kind %q", s, KindBaseline)
	}
	if len(a.Notices) > 0 {
		t.Errorf("notices are %v, want none", summaries(a.Notices))
	}

	inModule := fixture(t, map[string]string{"main.tf": "module \"m\" {\n}", "mod/main.tf": publicBucket})
	inModule.Resources()[0].Formerly = []string{"aws_s3_bucket.b"}
	if a := run(t, inModule, Options{Baseline: baseline}); a.Counts.Suppressed != 1 {
		t.Errorf("a moved bucket: got %v, want it suppressed", states(a))
	}

	fixed := fixture(t, map[string]string{"main.tf": "resource \"aws_s3_bucket\" \"b\" {\nversioning = \"on\"\n}"})
	a = run(t, fixed, Options{Baseline: baseline})
	if diff := cmp.Diff([]string{"1 of 1 entries of the baseline no longer occur"}, summaries(a.Notices)); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
	if a := run(t, fixed, Options{Baseline: baseline, Checks: []*merlon.Check{versioningCheck}}); len(a.Notices) > 0 {
		t.Errorf("notices are %v, want none: the check did not run", summaries(a.Notices))
	}
}

func TestParseBaselineErrors(t *testing.T) {
	for data, want := range map[string]string{
		"":                                    "read baseline",
		"[]":                                  "read baseline",
		`{"version":2}`:                       "has version 2: want 1",
		`{"version":1,"entries":[{}]}`:        "has no fingerprint",
		`{"version":1,"entries":[]} {"x": 1}`: "more text",
	} {
		if _, err := ParseBaseline([]byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ParseBaseline(%q): error is %v, want one with %q", data, err, want)
		}
	}
}

func FuzzParseBaseline(f *testing.F) {
	f.Add([]byte(`{"version":1,"created":"2026-11-20","entries":[{"fingerprint":"ab","check":"aws-s3-acl","severity":"high"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := ParseBaseline(data)
		if err != nil {
			return
		}
		again, err := b.Encode()
		if err != nil {
			t.Fatalf("encode: %v", err)
		}
		if _, err := ParseBaseline(again); err != nil {
			t.Errorf("what Encode wrote is not read: %v\n%s", err, again)
		}
	})
}

// TestHostileIgnores: an input made of ignores must not cost without bound.
func TestHostileIgnores(t *testing.T) {
	estate := many(2000)
	for i := range 20_000 {
		rng := merlon.Range{File: "main.tf", Start: merlon.Pos{Line: int32(i + 1)}, End: merlon.Pos{Line: int32(i + 1)}}
		text := fmt.Sprintf("merlon:ignore %s-%d,*%d-%s tfsec:ignore:*", strings.Repeat("x", 50), i, i, strings.Repeat("*a", 40))
		estate.Comments = append(estate.Comments, merlon.Comment{Range: rng, Text: text, Next: int32(i + 2)})
	}
	start := time.Now()
	a := run(t, estate, Options{})
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("it took %v, want seconds", took)
	}
	if got := fmt.Sprint(a.Notices); !strings.Contains(got, "the file has too many ignores") {
		t.Error("no notice says that the file has too many ignores")
	}
}

func BenchmarkSuppress(b *testing.B) {
	estate := many(20_000)
	exceptions := make([]Exception, 20_000)
	for i := range exceptions {
		exceptions[i] = Exception{Checks: []string{"aws-s3-acl", "aws-s3-versioning"}, Addresses: []string{fmt.Sprintf("aws_s3_bucket.b[%d]", i)}, Paths: []string{"main.tf"}}
	}
	for b.Loop() {
		a, err := Run(b.Context(), estate, Options{Checks: catalog[:3], Exceptions: exceptions, Today: today})
		if err != nil || a.Counts.Suppressed != 40_000 {
			b.Fatalf("got %d suppressed and error %v, want 40000", a.Counts.Suppressed, err)
		}
	}
}
