package engine

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/zclconf/go-cty/cty"

	"merlon"
)

func TestRunCounts(t *testing.T) {
	estate := fixture(t, map[string]string{"main.tf": `resource "aws_s3_bucket" "a" {
acl = "public"
}
resource "aws_s3_bucket" "b" {
acl = "public" # merlon:ignore aws-s3-acl reason=site
versioning = "on"
}
resource "aws_security_group" "g" {
ingress {
cidr = unknown
}
}`})
	a := run(t, estate, Options{})
	want := merlon.Counts{Resources: 3, Checks: 3, Passed: 1, Failed: 2, Undecided: 1, Suppressed: 1}
	want.BySeverity[merlon.High], want.BySeverity[merlon.Medium] = 1, 1
	if diff := cmp.Diff(want, a.Counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	wantStates := []string{
		"aws-s3-versioning main.tf:1 fail", "aws-s3-acl main.tf:2 fail",
		"aws-s3-acl main.tf:5 suppressed", "aws-ec2-open-ingress main.tf:10 undecided",
	}
	if diff := cmp.Diff(wantStates, states(a)); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	for _, f := range a.Findings {
		if len(f.Fingerprint) != 32 {
			t.Errorf("%s: fingerprint is %q, want 32 hexadecimal digits", f.Check.ID, f.Fingerprint)
		}
	}
	got := a.Findings[2].Suppression
	if got == nil || got.Kind != KindInline || got.Syntax != "merlon" || got.Reason != "site" || got.Range.Start.Line != 5 {
		t.Errorf("suppression is %+v, want an inline one of merlon on line 5 with a reason", got)
	}
}

// many is an estate of n buckets, each public.
func many(n int) *merlon.Estate {
	resources := make([]*merlon.Resource, n)
	for i := range resources {
		rng := merlon.Range{File: "main.tf", Start: merlon.Pos{Line: int32(i + 1)}, End: merlon.Pos{Line: int32(i + 1)}}
		resources[i] = &merlon.Resource{
			Type: "aws_s3_bucket", Name: "b", Address: fmt.Sprintf("aws_s3_bucket.b[%d]", i),
			Origin: merlon.Origin{Root: ".", Range: rng, Header: rng},
			Body:   &merlon.Block{Range: rng, Header: rng, Attributes: []merlon.Attribute{{Name: "acl", Value: cty.StringVal("public"), Range: rng}}},
		}
	}
	return merlon.NewEstate(merlon.SourceCode, resources, nil)
}

func TestRunDoesNotDependOnWorkers(t *testing.T) {
	estate := many(500)
	one := run(t, estate, Options{Workers: 1})
	eight := run(t, estate, Options{Workers: 8})
	if len(one.Findings) != 1000 {
		t.Fatalf("got %d findings, want 1000", len(one.Findings))
	}
	options := []cmp.Option{cmpopts.IgnoreUnexported(merlon.Finding{}), cmpopts.IgnoreFields(merlon.Finding{}, "Check", "Resource")}
	if diff := cmp.Diff(one.Findings, eight.Findings, options...); diff != "" {
		t.Errorf("findings with 1 and 8 workers differ:\n%s", diff)
	}
	if diff := cmp.Diff(states(one), states(eight)); diff != "" {
		t.Errorf("findings with 1 and 8 workers differ:\n%s", diff)
	}
}

func TestRunCatchesPanics(t *testing.T) {
	crash := &merlon.Check{ID: "aws-s3-crash", Targets: []string{"aws_s3_bucket"}, Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if r.Address == "aws_s3_bucket.b[1]" {
			none := make([]int, 0, 1)
			_ = none[len(r.Address)]
		}
		panic("the password is hunter2")
	}}
	a := run(t, many(13), Options{Checks: []*merlon.Check{crash, aclCheck}})
	if got := len(a.Findings); got != 13 {
		t.Errorf("got %d findings of the other check, want 13", got)
	}
	if a.Counts.Undecided != 13 || a.Counts.Passed != 0 {
		t.Errorf("got %d undecided and %d passed, want 13 and 0", a.Counts.Undecided, a.Counts.Passed)
	}
	if len(a.Gaps) != 11 {
		t.Fatalf("got %d gaps, want 10 and one that counts the others: %v", len(a.Gaps), summaries(a.Gaps))
	}
	all := fmt.Sprint(a.Gaps)
	for _, want := range []string{
		"check aws-s3-crash failed on aws_s3_bucket.b[1]", "index out of range", "engine_test.go:",
		"check aws-s3-crash failed on 3 more resources",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("gaps do not say %q:\n%s", want, all)
		}
	}
	if strings.Contains(all, "hunter2") {
		t.Errorf("gaps repeat the text of a panic:\n%s", all)
	}
	for _, g := range a.Gaps {
		if g.Kind != merlon.GapCheck {
			t.Errorf("gap %q has kind %q, want %q", g.Summary, g.Kind, merlon.GapCheck)
		}
	}
}

func TestRunEndsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	asked := 0
	stop := &merlon.Check{ID: "aws-s3-stop", Targets: []string{"aws_s3_bucket"}, Run: func(*merlon.Pass, *merlon.Resource) {
		asked++
		cancel()
	}}
	_, err := Run(ctx, many(5000), Options{Checks: []*merlon.Check{stop}, Workers: 1})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want %v", err, context.Canceled)
	}
	if asked > chunkSize {
		t.Errorf("%d questions were asked after the end, want at most a chunk", asked)
	}
}

func TestRunTargets(t *testing.T) {
	var asked []string
	check := &merlon.Check{ID: "aws-x-y", Run: func(_ *merlon.Pass, r *merlon.Resource) {
		if r == nil {
			asked = append(asked, "estate")
			return
		}
		asked = append(asked, r.Address)
	}}
	data := &merlon.Resource{Mode: merlon.Data, Type: "aws_ami", Name: "d", Address: "data.aws_ami.d", Body: &merlon.Block{}}
	managed := &merlon.Resource{Type: "aws_ami", Name: "m", Address: "aws_ami.m", Body: &merlon.Block{}}
	estate := merlon.NewEstate(merlon.SourceCode, []*merlon.Resource{data, managed}, nil)
	for _, tt := range []struct{ targets, want []string }{
		{nil, []string{"estate"}},
		{[]string{"data.aws_ami"}, []string{"data.aws_ami.d"}},
		{[]string{"aws_ami", "aws_ami", "aws_none"}, []string{"aws_ami.m"}},
	} {
		asked = nil
		check.Targets = tt.targets
		a := run(t, estate, Options{Checks: []*merlon.Check{check}, Workers: 1})
		if diff := cmp.Diff(tt.want, asked); diff != "" {
			t.Errorf("targets %v (-want +got):\n%s", tt.targets, diff)
		}
		if a.Counts.Passed != len(tt.want) || a.Counts.Resources != 1 || a.Counts.DataSources != 1 {
			t.Errorf("targets %v: counts are %+v", tt.targets, a.Counts)
		}
	}
}

func TestRunSaysNothingTwice(t *testing.T) {
	twice := &merlon.Check{ID: "aws-s3-twice", Targets: []string{"aws_s3_bucket"}, Run: func(pass *merlon.Pass, r *merlon.Resource) {
		pass.Undecidedf(r, "it is so")
		pass.Reportf(r, "it is so")
		pass.Reportf(r, "it is so")
		pass.Reportf(r.Attr("acl"), "it is so")
	}}
	a := run(t, many(1), Options{Checks: []*merlon.Check{twice}})
	if len(a.Findings) != 2 || a.Findings[0].Result != merlon.Fail || a.Findings[1].Result != merlon.Fail {
		t.Errorf("got %v, want two fails: of the resource and of the attribute", states(a))
	}
	if a.Findings[0].Fingerprint == a.Findings[1].Fingerprint {
		t.Errorf("both have the fingerprint %s", a.Findings[0].Fingerprint)
	}
}

func TestRunSeverities(t *testing.T) {
	a := run(t, many(1), Options{Severities: map[string]merlon.Severity{"aws-s3-*": merlon.Low, "CKV_AWS_20": merlon.Critical}})
	got := map[string]merlon.Severity{}
	for _, f := range a.Findings {
		got[f.Check.ID] = f.Severity
	}
	want := map[string]merlon.Severity{"aws-s3-acl": merlon.Critical, "aws-s3-versioning": merlon.Low}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("severities (-want +got):\n%s", diff)
	}
	_, err := Run(t.Context(), many(1), Options{Checks: catalog, Severities: map[string]merlon.Severity{"aws-s3-acll": merlon.Low}})
	if err == nil || !strings.Contains(err.Error(), `did you mean "aws-s3-acl"?`) {
		t.Errorf("error is %v, want a suggestion of aws-s3-acl", err)
	}
}

// silent are n checks that look at one attribute and say nothing.
func silent(n int) []*merlon.Check {
	checks := make([]*merlon.Check, n)
	for i := range checks {
		checks[i] = &merlon.Check{ID: fmt.Sprintf("aws-s3-silent-%d", i), Targets: []string{"aws_s3_bucket"}, Run: func(pass *merlon.Pass, r *merlon.Resource) {
			if r.Partial {
				pass.Reportf(r, "is partial")
			}
		}}
	}
	return checks
}

func TestSilenceCostsNothing(t *testing.T) {
	estate, checks := many(chunkSize), silent(100)
	work := asker{estate: estate, settings: merlon.DefaultSettings()}
	piece := chunk{checks: checks, resources: estate.Resources()}
	allocs := testing.AllocsPerRun(5, func() { work.work(t.Context(), &piece) })
	if allocs > 0 {
		t.Errorf("%d silent questions cost %v allocations, want none", chunkSize*100, allocs)
	}
}

func BenchmarkRun(b *testing.B) {
	estate, checks := many(20_000), silent(150)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Run(b.Context(), estate, Options{Checks: checks}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestNotApplicable keeps questions that are not for a resource out of the
// counts: neither asked nor passed, unless the check says something after all.
func TestNotApplicable(t *testing.T) {
	aside := &merlon.Check{
		ID: "aws-s3-aside", Targets: []string{"aws_s3_bucket"},
		Run: func(pass *merlon.Pass, r *merlon.Resource) {
			switch r.Address {
			case "aws_s3_bucket.b[0]":
				pass.NotApplicable()
			case "aws_s3_bucket.b[1]":
				pass.NotApplicable()
				pass.Reportf(r, "after all")
			}
		},
	}
	a, err := Run(t.Context(), many(5), Options{Checks: []*merlon.Check{aside}})
	if err != nil {
		t.Fatal(err)
	}
	if a.Counts.Passed != 3 || a.Counts.Failed != 1 {
		t.Errorf("got %d passed and %d failed, want 3 and 1", a.Counts.Passed, a.Counts.Failed)
	}
}

// TestFailf turns what a check could not do into a gap.
func TestFailf(t *testing.T) {
	failing := &merlon.Check{
		ID: "aws-s3-failing", Targets: []string{"aws_s3_bucket"},
		Run: func(pass *merlon.Pass, _ *merlon.Resource) { pass.Failf("no %s", "luck") },
	}
	a, err := Run(t.Context(), many(1), Options{Checks: []*merlon.Check{failing}})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Gaps) != 1 || a.Gaps[0].Detail != "no luck" || a.Gaps[0].Kind != merlon.GapCheck {
		t.Errorf("got gaps %v, want one that says no luck", a.Gaps)
	}
	if a.Counts.Passed != 0 || a.Counts.Undecided != 1 {
		t.Errorf("got counts %+v, want one undecided", a.Counts)
	}
}
