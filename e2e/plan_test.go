//go:build e2e

package e2e

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPlan plans the example with Terraform and compares what both see: the
// same addresses, equal values wherever both know one, and nothing known to
// merlon that Terraform does not know before apply.
func TestPlan(t *testing.T) {
	terraform := program(t, "terraform")
	mirror := providerMirror(t)
	dir := example(t)

	// merlon reads the code as it stands, before Terraform's files lie there.
	var seen planDocument
	decode(t, run(t, dir, nil, merlon, []string{"estate", "--format", "json", "--account-id", account}), &seen)
	if len(seen.Gaps) > 0 {
		t.Errorf("got gaps %v, want none", seen.Gaps)
	}

	env := []string{"TF_CLI_CONFIG_FILE=" + write(t, dir, "terraformrc",
		"provider_installation {\n  filesystem_mirror {\n    path = %q\n  }\n}\n", mirror), "TF_IN_AUTOMATION=1", "CHECKPOINT_DISABLE=1"}
	write(t, dir, "e2e_override.tf", `provider "aws" {
  access_key                  = "fake"
  secret_key                  = "fake"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true

  endpoints {
    ec2 = %[1]q
    sts = %[1]q
  }
}
`, fakeAWS(t))
	run(t, dir, env, terraform, []string{"init", "-no-color", "-input=false"})
	run(t, dir, env, terraform, []string{"plan", "-no-color", "-input=false", "-refresh=false", "-out=plan"})
	var plan planDocument
	shown := run(t, dir, env, terraform, []string{"show", "-json", "plan"})
	decode(t, shown, &plan)
	scanPlan(t, dir, string(shown))

	got, want := seen.PlannedValues.RootModule.byAddress(), plan.PlannedValues.RootModule.byAddress()
	// The data sources that were read while planning.
	maps.Copy(want, plan.PriorState.Values.RootModule.byAddress())
	compareAddresses(t, got, want)
	unknown := plan.unknown()
	var known, both int
	for address, w := range want {
		g, ok := got[address]
		if !ok {
			continue
		}
		c := comparison{t: t, address: address}
		c.compare("", g.Values, w.Values, unknown[address])
		both += c.equal
		known += leaves(w.Values)
	}
	t.Logf("%d resources; merlon knows %d of the %d values that Terraform's plan has", len(got), both, known)
	if both < 400 {
		t.Errorf("got %d values to compare, want 400 or more", both)
	}
}

// scanPlan judges a plan and the code that it is of: the findings must be the
// same, at the same places, with the same fingerprints.
func scanPlan(t *testing.T, dir, shown string) {
	t.Helper()
	name := write(t, dir, "plan.json", "%s", shown)
	type finding struct{ Check, Resource, Result, File, Path, Message, Fingerprint string }
	scan := func(path string) map[finding]bool {
		var report struct{ Findings []finding }
		decode(t, run(t, dir, nil, merlon, []string{"scan", path, "--checks", "all", "--format", "json", "--fail-on", "none", "--account-id", account}), &report)
		set := make(map[finding]bool)
		for _, f := range report.Findings {
			set[f] = true
		}
		return set
	}
	code, plan := scan("."), scan(name)
	if len(code) < 50 {
		t.Fatalf("got %d findings in the code, want 50 or more", len(code))
	}
	if diff := cmp.Diff(code, plan); diff != "" {
		t.Errorf("the plan's findings are not the code's (-code +plan):\n%s", diff)
	}
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
}

// A planDocument is the part of `terraform show -json` that matters here.
type planDocument struct {
	PlannedValues struct {
		RootModule module `json:"root_module"`
	} `json:"planned_values"`
	PriorState struct {
		Values struct {
			RootModule module `json:"root_module"`
		} `json:"values"`
	} `json:"prior_state"`
	ResourceChanges []struct {
		Address string `json:"address"`
		Change  struct {
			AfterUnknown any `json:"after_unknown"`
		} `json:"change"`
	} `json:"resource_changes"`
	Gaps []any `json:"gaps"`
}

type module struct {
	Resources    []resource `json:"resources"`
	ChildModules []module   `json:"child_modules"`
}

type resource struct {
	Address string         `json:"address"`
	Mode    string         `json:"mode"`
	Values  map[string]any `json:"values"`
}

func (m module) byAddress() map[string]resource {
	all := map[string]resource{}
	for _, r := range m.Resources {
		all[r.Address] = r
	}
	for _, child := range m.ChildModules {
		maps.Copy(all, child.byAddress())
	}
	return all
}

func (p planDocument) unknown() map[string]any {
	all := map[string]any{}
	for _, c := range p.ResourceChanges {
		all[c.Address] = c.Change.AfterUnknown
	}
	return all
}

// compareAddresses wants the same managed resources on both sides.
func compareAddresses(t *testing.T, got, want map[string]resource) {
	t.Helper()
	managed := func(m map[string]resource) []string {
		var list []string
		for address, r := range m {
			if r.Mode == "managed" {
				list = append(list, address)
			}
		}
		sort.Strings(list)
		return list
	}
	if diff := cmp.Diff(managed(want), managed(got)); diff != "" {
		t.Errorf("addresses differ (-terraform +merlon):\n%s", diff)
	}
}

// A comparison holds the values of one resource against each other.
type comparison struct {
	t       *testing.T
	address string
	equal   int
}

// compare walks down what merlon knows. Null stands for unknown and for
// unset in merlon's lists and is not compared.
func (c *comparison) compare(path string, got, want, unknown any) {
	if got == nil {
		return
	}
	if unknown == true {
		if leaves(got) == 0 {
			return // a list of unknown elements: the provider calls the whole of it unknown
		}
		c.t.Errorf("%s%s: merlon knows %v, Terraform does not before apply", c.address, path, got)
		return
	}
	switch g := got.(type) {
	case map[string]any:
		w, ok := want.(map[string]any)
		if !ok {
			c.t.Errorf("%s%s: got %v, want %v", c.address, path, got, want)
			return
		}
		u, _ := unknown.(map[string]any)
		for name, v := range g {
			c.compare(path+"."+name, v, w[name], u[name])
		}
	case []any:
		w, ok := want.([]any)
		if len(g) == 0 && want == nil {
			return // the provider plans an empty set as null
		}
		if !ok || len(w) != len(g) {
			c.t.Errorf("%s%s: got %v, want %v", c.address, path, got, want)
			return
		}
		u, _ := unknown.([]any)
		for i, v := range g {
			var unknownElement any
			if i < len(u) {
				unknownElement = u[i]
			}
			c.compare(fmt.Sprintf("%s[%d]", path, i), v, w[i], unknownElement)
		}
	default:
		if !cmp.Equal(got, want) && !sameDocument(got, want) {
			c.t.Errorf("%s%s: got %v, want %v", c.address, path, got, want)
			return
		}
		c.equal++
	}
}

// sameDocument reports whether two values are the same JSON document: the
// provider writes policies without white space and with sorted keys.
func sameDocument(got, want any) bool {
	g, ok := got.(string)
	w, also := want.(string)
	if !ok || !also || !strings.HasPrefix(strings.TrimSpace(g), "{") {
		return false
	}
	var a, b any
	return json.Unmarshal([]byte(g), &a) == nil && json.Unmarshal([]byte(w), &b) == nil && cmp.Equal(a, b)
}

// leaves counts the known values in a tree.
func leaves(v any) (n int) {
	switch v := v.(type) {
	case nil:
		return 0
	case map[string]any:
		for _, child := range v {
			n += leaves(child)
		}
		return n
	case []any:
		for _, child := range v {
			n += leaves(child)
		}
		return n
	}
	return 1
}

func decode(t *testing.T, data []byte, to any) {
	t.Helper()
	if err := json.Unmarshal(data, to); err != nil {
		t.Fatalf("%v in %.200s", err, data)
	}
}

func write(t *testing.T, dir, name, format string, args ...any) string {
	t.Helper()
	name = filepath.Join(dir, name)
	if err := os.WriteFile(name, fmt.Appendf(nil, format, args...), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// providerMirror is a directory with the AWS provider: $TF_PLUGIN_MIRROR, or
// one of the usual places.
func providerMirror(t *testing.T) string {
	t.Helper()
	home, _ := os.UserHomeDir()
	places := []string{os.Getenv("TF_PLUGIN_MIRROR"), filepath.Join(home, ".terraform.d/plugins"), "/usr/share/terraform/plugins"}
	places = slices.DeleteFunc(places, func(s string) bool { return s == "" })
	for _, place := range places {
		if found, _ := filepath.Glob(filepath.Join(place, "registry.terraform.io/hashicorp/aws/*")); len(found) > 0 {
			return place
		}
	}
	t.Skipf("no mirror of the AWS provider in %s: set TF_PLUGIN_MIRROR", strings.Join(places, ", "))
	return ""
}
