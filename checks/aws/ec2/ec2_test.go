package ec2_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"merlon"
	"merlon/checks/aws/ec2"
	"merlon/internal/checktest"
	"merlon/internal/engine"
	"merlon/internal/terraform"
)

func TestChecks(t *testing.T) { checktest.Run(t, ec2.Family) }

// scan runs the recommended checks over one file of testdata.
func scan(t *testing.T, path string, settings *merlon.Settings) []*merlon.Finding {
	t.Helper()
	path = filepath.Join("testdata", path)
	estate, err := terraform.Load(t.Context(), path, terraform.Options{Project: filepath.Dir(path), Workers: 1, Examples: true})
	if err != nil {
		t.Fatal(err)
	}
	checks := slices.DeleteFunc(slices.Clone(ec2.Family.Checks), func(c *merlon.Check) bool { return c.OptIn })
	assessment, err := engine.Run(t.Context(), estate, engine.Options{Checks: checks, Settings: settings, Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	var open []*merlon.Finding
	for _, f := range assessment.Findings {
		id := strings.TrimPrefix(f.Check.ID, "aws-ec2-sg-")
		if f.Result == merlon.Fail && (strings.HasPrefix(id, "open-") || id == "ingress-outside-vpc") {
			open = append(open, f)
		}
	}
	return open
}

// An open rule is one finding among the recommended checks.
func TestOneFindingForOneRule(t *testing.T) {
	for _, path := range []string{
		"sg-open-all-ports/edge-spellings.tf", "sg-open-admin-range/bad.tf", "sg-open-database-ports/edge-classes.tf",
		"sg-open-sensitive-ports/edge-classes.tf", "sg-open-ssh/edge-loops.tf", "sg-ingress-outside-vpc/bad.tf",
	} {
		seen := map[string]string{}
		for _, f := range scan(t, path, nil) {
			key := f.Address() + " " + f.Path
			if other, twice := seen[key]; twice {
				t.Errorf("%s: %s is reported by %s and by %s", path, key, other, f.Check.ID)
			}
			seen[key] = f.Check.ID
		}
		if len(seen) == 0 {
			t.Errorf("%s: nothing is reported", path)
		}
	}
}

func TestSeverityFollowsExposure(t *testing.T) {
	got := map[string]merlon.Severity{}
	for _, f := range scan(t, "sg-open-ssh/edge-exposure.tf", nil) {
		got[f.Resource.Name] = f.Severity
	}
	if got["front"] != merlon.Critical || got["back"] != merlon.Medium {
		t.Errorf("severities %v, want front critical and back medium", got)
	}
}

func TestSettings(t *testing.T) {
	settings := merlon.DefaultSettings()
	settings.TrustedNetworks = []string{"198.51.100.0/24", "10.0.0.0/8"}
	settings.PublicPorts = []int{443, 8443}
	var messages []string
	for _, f := range scan(t, "sg-ingress-outside-vpc/bad.tf", settings) {
		messages = append(messages, f.Message)
	}
	if len(messages) != 1 || !strings.Contains(messages[0], "which is no load balancer") {
		t.Errorf("findings %q, want only the one about the group that is no load balancer's", messages)
	}
	settings.TrustedNetworks = []string{"0.0.0.0/0"}
	if open := scan(t, "sg-open-ssh/bad.tf", settings); len(open) != 0 {
		t.Errorf("%d findings about a trusted network, want none", len(open))
	}
}
