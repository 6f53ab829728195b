package merlon_test

import (
	"sync"
	"sync/atomic"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"merlon"
)

func bucket(name, text string) *merlon.Resource {
	return &merlon.Resource{
		Address: "aws_s3_bucket." + name, Type: "aws_s3_bucket", Name: name, Origin: merlon.Origin{Root: "."},
		Body: &merlon.Block{Attributes: []merlon.Attribute{attr("bucket", 1, cty.StringVal(text))}},
	}
}

func versioning(name string, v cty.Value, refs ...merlon.Ref) *merlon.Resource {
	a := attr("bucket", 1, v)
	a.Refs = refs
	return &merlon.Resource{
		Address: "aws_s3_bucket_versioning." + name, Type: "aws_s3_bucket_versioning", Name: name, Origin: merlon.Origin{Root: "."},
		Body: &merlon.Block{Attributes: []merlon.Attribute{a}},
	}
}

func TestCompanions(t *testing.T) {
	logs, twin, data, lonely := bucket("logs", "same"), bucket("twin", "same"), bucket("data", "data"), bucket("lonely", "lonely")
	byRef := versioning("by_ref", cty.StringVal("same"), merlon.Ref{Target: logs, Attribute: "bucket"})
	byName := versioning("by_name", cty.StringVal("data"))
	maybe := versioning("maybe", cty.UnknownVal(cty.String))
	e := merlon.NewEstate(merlon.SourceCode, []*merlon.Resource{logs, twin, data, lonely, byRef, byName, maybe}, nil)

	for _, c := range []struct {
		of   *merlon.Resource
		want *merlon.Resource
		any  merlon.Truth
	}{
		{logs, byRef, merlon.True},
		{twin, nil, merlon.Unknown}, // the link says that the other one is meant
		{data, byName, merlon.True},
		{lonely, nil, merlon.Unknown}, // the unknown one may be its
	} {
		got := e.Companions(c.of, "aws_s3_bucket_versioning", "bucket")
		if got.First() != c.want || got.Any() != c.any {
			t.Errorf("%s: got %v, any %v; want %v, %v", c.of.Address, got.List, got.Any(), c.want, c.any)
		}
	}
	if got := e.Referrers(logs); len(got) != 1 || got[0].Resource != byRef || got[0].Attribute != "bucket" {
		t.Errorf("referrers of logs: got %v, want by_ref's bucket", got)
	}
	if got := byName.Attr("bucket").Targets("aws_s3_bucket"); len(got) != 1 || got[0] != data {
		t.Errorf("targets by name: got %v, want data", got)
	}
}

func TestDerivedIsComputedOnce(t *testing.T) {
	var computed atomic.Int32
	d := merlon.Derive(func(r *merlon.Resource) *string {
		computed.Add(1)
		return &r.Name
	})
	r := bucket("a", "a")
	first := d.Of(r)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if d.Of(r) != first {
				t.Error("two results for one resource")
			}
		})
	}
	wg.Wait()
	if n := computed.Load(); n != 1 {
		t.Errorf("computed %d times, want once", n)
	}
}

// TestFingerprints: they do not depend on places or wording, do depend on the
// facts, and survive a resource's move.
func TestFingerprints(t *testing.T) {
	check := &merlon.Check{ID: "aws-s3-x"}
	fingerprint := func(r *merlon.Resource, format string, args ...any) *merlon.Finding {
		e := merlon.NewEstate(merlon.SourceCode, []*merlon.Resource{r}, nil)
		pass := merlon.NewPass(check, e, merlon.DefaultSettings(), r)
		pass.Reportf(r.Attr("bucket"), format, args...)
		merlon.SetFingerprints(pass.Findings())
		return pass.Findings()[0]
	}
	base := fingerprint(bucket("a", "a"), "bucket %q is open to %s", "a", "0.0.0.0/0")
	moved := bucket("a", "a")
	moved.Body.Attributes[0].Range = at(99)
	if got := fingerprint(moved, "%q: bucket open (%s)", "a", "0.0.0.0/0"); got.Fingerprint != base.Fingerprint {
		t.Error("a moved line or another wording changed the fingerprint")
	}
	if got := fingerprint(bucket("a", "a"), "bucket %q is open to %s", "a", "10.0.0.0/8"); got.Fingerprint == base.Fingerprint {
		t.Error("another fact kept the fingerprint")
	}
	renamed := bucket("b", "a")
	renamed.Formerly = []string{"aws_s3_bucket.a"}
	if got := fingerprint(renamed, "bucket %q is open to %s", "b", "0.0.0.0/0"); len(got.Formerly) != 1 || got.Formerly[0] != base.Fingerprint {
		t.Errorf("a moved block: got former fingerprints %v, want %s", got.Formerly, base.Fingerprint)
	}
}
