package framework_test

import (
	"slices"
	"strings"
	"testing"

	"merlon"
	"merlon/checks"
	"merlon/internal/framework"
)

func TestControlCounts(t *testing.T) {
	// The number of recommendations of each version is known; of the others,
	// that none was lost.
	want := map[string]int{
		"cis-aws-1.2": 49, "cis-aws-1.4": 58, "cis-aws-1.5": 63, "cis-aws-2.0": 64, "cis-aws-3.0": 62,
		"cis-aws-4.0": 64, "cis-aws-5.0": 63, "cis-aws-6.0": 63, "cis-aws-7.0": 70,
		"aws-fsbp": 369, "pci-dss-3.2.1": 40, "pci-dss-4.0.1": 37, "nist-800-53-r5": 131,
	}
	for _, f := range framework.All() {
		if got := len(f.Controls); got != want[f.ID] {
			t.Errorf("%s has %d controls, want %d", f.ID, got, want[f.ID])
		}
		delete(want, f.ID)
	}
	for id := range want {
		t.Errorf("there is no framework %s", id)
	}
}

func TestControls(t *testing.T) {
	known := map[string]bool{}
	for _, c := range checks.All() {
		known[c.ID] = true
	}
	for _, f := range framework.All() {
		if f.Title == "" || f.Source == "" {
			t.Errorf("%s has no title or no source", f.ID)
		}
		seen := map[string]bool{}
		for _, c := range f.Controls {
			switch {
			case c.ID == "" || seen[c.ID]:
				t.Errorf("%s has a control %q twice, or without an id", f.ID, c.ID)
			case c.Title == "" || c.Title != strings.TrimSpace(c.Title) || len(c.Title) > 60 || strings.HasSuffix(c.Title, "."):
				t.Errorf("%s %s has the title %q: want a few words", f.ID, c.ID, c.Title)
			case len(c.Unanswered) > len(c.Parts):
				t.Errorf("%s %s has %d parts and %d without an answer", f.ID, c.ID, len(c.Parts), len(c.Unanswered))
			}
			seen[c.ID] = true
			for _, id := range c.Checks {
				if !known[id] {
					t.Errorf("%s %s names the check %s, which does not exist", f.ID, c.ID, id)
				}
			}
		}
	}
}

// Every control of the table must count somewhere: an id without a framework
// would be dead weight.
func TestSecurityHubIsUsed(t *testing.T) {
	used := map[string]bool{}
	for _, f := range framework.All() {
		for _, c := range f.Controls {
			used[c.ID] = true
			for _, part := range c.Parts {
				used[part] = true
			}
		}
	}
	for _, c := range framework.SecurityHub() {
		if !used[c.ID] {
			t.Errorf("%s belongs to no framework", c.ID)
		}
	}
}

// hubServices are merlon's services by Security Hub's name where they differ.
var hubServices = map[string][]string{
	"autoscaling": {"ec2"}, "datafirehose": {"kinesis"}, "es": {"opensearch"}, "stepfunctions": {"sfn"},
	"redshiftserverless": {"redshift"}, "pca": {"acmpca"}, "bedrockagentcore": {"bedrock"}, "dynamodb": {"dynamodb", "dax"},
}

// otherTopics are services whose controls ask something else than merlon's
// recommended checks of them do.
var otherTopics = []string{"acm", "athena", "datasync", "glue"}

// TestServicesAreMapped finds a service that merlon has checks of and Security
// Hub controls, but no row that brings them together. Which of its checks
// answer a control only a person can say; the log lists those that do not.
func TestServicesAreMapped(t *testing.T) {
	var unmapped []string
	mapped, recommended := map[string]bool{}, map[string]bool{}
	for _, c := range checks.All() {
		if len(framework.ControlsOf(c.ID)) > 0 {
			mapped[c.Service()] = true
		} else if !c.OptIn {
			unmapped = append(unmapped, c.ID)
		}
		recommended[c.Service()] = recommended[c.Service()] || !c.OptIn
	}
	for _, c := range framework.SecurityHub() {
		name, _, _ := strings.Cut(strings.ToLower(c.ID), ".")
		services := hubServices[name]
		if services == nil {
			services = []string{name}
		}
		for _, service := range services {
			if recommended[service] && !mapped[service] && !slices.Contains(otherTopics, service) {
				t.Errorf("Security Hub has controls of %s, merlon has checks of %s, and data/securityhub.tsv maps none", name, service)
				mapped[service] = true
			}
		}
	}
	t.Logf("%d recommended checks answer no control:\n%s", len(unmapped), strings.Join(unmapped, "\n"))
}

func TestFind(t *testing.T) {
	for name, want := range map[string]string{
		"cis-aws-5.0": "cis-aws-5.0", "CIS-AWS-5.0": "cis-aws-5.0", "cis-aws-v3.0.0": "cis-aws-3.0", "cis_1.4": "cis-aws-1.4",
		"cis": "cis-aws-7.0", "cis-aws-5": "cis-aws-5.0", "fsbp": "aws-fsbp", "nist": "nist-800-53-r5", "pci": "pci-dss-4.0.1", "pci-3.2.1": "pci-dss-3.2.1",
	} {
		f, err := framework.Find(name)
		if err != nil || f.ID != want {
			t.Errorf("Find(%q) gives %v, %v, want %s", name, f, err, want)
		}
	}
	for name, want := range map[string]string{
		"cis-aws-5.1":             `unknown framework "cis-aws-5.1": did you mean "cis-aws-5.0"?`,
		"hipaa":                   "want one of cis-aws-1.2, ",
		strings.Repeat("x", 1000): "unknown framework",
	} {
		if _, err := framework.Find(name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Find(%.20q): error is %v, want one with %q", name, err, want)
		}
	}
}

func TestControlsOf(t *testing.T) {
	got := map[string][]string{}
	for _, ref := range framework.ControlsOf("aws-rds-publicly-accessible") {
		got[ref.Framework.ID] = ref.Controls
	}
	for id, want := range map[string][]string{
		"cis-aws-3.0": {"2.3.3"}, "cis-aws-5.0": {"2.2.3"}, "aws-fsbp": {"RDS.2"}, "pci-dss-4.0.1": {"1.4.4"},
		"nist-800-53-r5": {"AC-4", "AC-4(21)", "SC-7", "SC-7(4)", "SC-7(5)", "SC-7(11)", "SC-7(16)", "SC-7(21)"},
	} {
		if !slices.Equal(got[id], want) {
			t.Errorf("the check answers %v of %s, want %v", got[id], id, want)
		}
	}
	if got["cis-aws-1.4"] != nil {
		t.Errorf("the check answers %v of cis-aws-1.4, which has no such recommendation", got["cis-aws-1.4"])
	}
	if refs := framework.ControlsOf("aws-no-such-check"); refs != nil {
		t.Errorf("a check that does not exist answers %v", refs)
	}
}

func TestOrder(t *testing.T) {
	f, err := framework.Find("cis-aws-5.0")
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, c := range f.Controls {
		ids = append(ids, c.ID)
	}
	if i, j := slices.Index(ids, "1.9"), slices.Index(ids, "1.10"); i < 0 || j != i+1 {
		t.Errorf("1.9 is at %d and 1.10 at %d of %v", i, j, ids)
	}
}

func TestEvaluate(t *testing.T) {
	f := &framework.Framework{ID: "test-1", Controls: []framework.Control{
		{ID: "1", Checks: []string{"passes", "fails"}},
		{ID: "2", Checks: []string{"passes", "open"}},
		{ID: "3", Checks: []string{"accepted", "passes"}},
		{ID: "4", Checks: []string{"passes", "elsewhere"}, Parts: []string{"A.1", "A.2"}, Unanswered: []string{"A.2"}},
		{ID: "5", Checks: []string{"unasked"}},
		{ID: "6", Checks: []string{"elsewhere"}},
		{ID: "7"},
		{ID: "8", Note: "not in the code"},
	}}
	a := &merlon.Assessment{}
	add := func(id string, tally merlon.Tally) *merlon.Check {
		c := &merlon.Check{ID: id}
		a.Checks, a.Tallies = append(a.Checks, c), append(a.Tallies, tally)
		return c
	}
	add("passes", merlon.Tally{Asked: 3})
	fails := add("fails", merlon.Tally{Asked: 3, Failed: 1, Undecided: 1})
	add("open", merlon.Tally{Asked: 3, Undecided: 1})
	add("accepted", merlon.Tally{Asked: 1, Suppressed: 1})
	add("unasked", merlon.Tally{})
	for _, message := range []string{"one", "two", "two"} {
		a.Findings = append(a.Findings, &merlon.Finding{Check: fails, Result: merlon.Fail, Message: message})
	}
	a.Findings = append(a.Findings, &merlon.Finding{Check: fails, Result: merlon.Undecided, Message: "three"})

	r := framework.Evaluate(f, a)
	for i, want := range []struct {
		status framework.Status
		reason string
	}{
		{framework.Fail, ""},
		{framework.Undecided, ""},
		{framework.Accepted, ""},
		{framework.Pass, "1 of 2 parts have a check; 1 of 2 checks were selected"},
		{framework.NotApplicable, ""},
		{framework.NotCovered, framework.NotSelected},
		{framework.NotCovered, framework.NoCheck},
		{framework.NotCovered, "not in the code"},
	} {
		if got := r.Outcomes[i]; got.Status != want.status || got.Reason != want.reason {
			t.Errorf("control %s is %q (%q), want %q (%q)", got.ID, got.Status, got.Reason, want.status, want.reason)
		}
	}
	if got := r.Outcomes[0]; got.Findings != 2 || got.Failed != 1 || got.Asked != 6 {
		t.Errorf("the failing control has %d findings, %d failed of %d, want 2, 1 of 6", got.Findings, got.Failed, got.Asked)
	}
	want := "test-1: 1 pass, 1 fail, 1 undecided, 1 accepted, 1 not applicable, 3 not covered of 8"
	if got := r.Summary(); got != want {
		t.Errorf("Summary() = %q, want %q", got, want)
	}
}
