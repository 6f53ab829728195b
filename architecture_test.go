package merlon_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// A rule says what the packages below some paths may import.
type rule struct {
	of     []string // packages, "..." for all below
	except []string
	never  []string // imports they must not have
	only   []string // if set: of merlon's own packages they import these alone
	reason string
}

var rules = []rule{
	{
		of: []string{"merlon"}, never: []string{"merlon/..."},
		reason: "the vocabulary is the bottom layer: everything imports it, so it imports nothing of ours",
	},
	{
		of: []string{"merlon"}, never: []string{"github.com/hashicorp/...", "github.com/aws/...", "net/...", "os"},
		reason: "the vocabulary knows no file format, no API and does no I/O: standard library and go-cty only",
	},
	{
		of: []string{"merlon/..."}, except: []string{"merlon/cmd/...", "merlon/internal/cli", "merlon/internal/cli/..."}, never: []string{"merlon/internal/cli"},
		reason: "cli wires the rooms together; nobody imports it, or wiring would be spread",
	},
	{
		of: []string{"merlon/..."}, except: []string{"merlon/internal/terraform", "merlon/internal/terraform/...", "merlon/internal/checktest", "merlon/bench/..."},
		never:  []string{"github.com/hashicorp/hcl/..."},
		reason: "only terraform speaks HCL: all others see an Estate, so that a check runs on plans and accounts too",
	},
	{
		of: []string{"merlon/..."}, except: []string{"merlon/internal/awslive", "merlon/internal/awslive/...", "merlon/internal/tfstate"},
		never:  []string{"github.com/aws/..."},
		reason: "only awslive (and the state reader, for S3) talks to AWS: no other room has credentials or a network",
	},
	{
		of: []string{"merlon/..."}, except: []string{"merlon/internal/rego"}, never: []string{"github.com/open-policy-agent/..."},
		reason: "only rego runs a team's own policies: OPA costs start-up time",
	},
	{
		of: []string{"merlon/..."}, except: []string{"merlon/internal/cel"}, never: []string{"cel.dev/..."},
		reason: "only cel runs a team's own conditions: the rest of merlon knows checks as values",
	},
	{
		of:     []string{"merlon/internal/tfplan", "merlon/internal/tfstate", "merlon/internal/stored", "merlon/internal/trace"},
		only:   []string{"merlon", "merlon/internal/schema", "merlon/internal/stored", "merlon/internal/secret"},
		reason: "what is stored is read by the schema, whatever made it: sources never import each other",
	},
	{
		of: []string{"merlon/internal/tfplan", "merlon/internal/tfstate", "merlon/internal/stored", "merlon/internal/trace"}, never: []string{"os", "os/exec", "net/http"},
		reason: "readers of files are given their bytes: the cli opens files and runs programs",
	},
	{
		of:     []string{"merlon/internal/cel", "merlon/internal/rego"},
		only:   []string{"merlon", "merlon/internal/config"},
		reason: "a team's own checks see the estate and nothing else",
	},
	{
		of:     []string{"merlon/checks/..."},
		only:   []string{"merlon", "merlon/internal/iam", "merlon/internal/network", "merlon/internal/secret", "merlon/internal/awsfacts", "merlon/internal/classify", "merlon/checks/..."},
		reason: "checks see the estate and pure helpers, never a source: one check serves code, plan, state and account",
	},
	{
		of: []string{"merlon/checks/..."}, never: []string{"os", "os/exec", "net", "net/http", "io/ioutil"},
		reason: "checks do no I/O: hostile input reaches them",
	},
	{
		of:     []string{"merlon/internal/engine", "merlon/internal/framework", "merlon/internal/iam", "merlon/internal/network", "merlon/internal/classify", "merlon/internal/secret"},
		never:  []string{"os", "os/exec", "net", "net/http", "path/filepath"},
		reason: "analyses are functions of estates: the cli reads files for them",
	},
	{
		of:     []string{"merlon/internal/terraform", "merlon/internal/terraform/..."},
		only:   []string{"merlon", "merlon/internal/schema", "merlon/internal/schema/...", "merlon/internal/awsfacts", "merlon/internal/terraform/..."},
		reason: "sources import the vocabulary and pure facts, never each other and never an analysis",
	},
	{
		of: []string{"merlon/internal/terraform", "merlon/internal/terraform/..."}, never: []string{"os/exec", "net/http"},
		reason: "configuration is somebody's pull request: reading it runs no program and asks no network",
	},
	{
		of: []string{"merlon/internal/terraform", "merlon/internal/terraform/..."}, except: []string{"merlon/internal/terraform/lang"}, never: []string{"net"},
		reason: "reading configuration asks no network; lang has net for its CIDR types, which go-cidr works with",
	},
	{
		of: []string{"merlon/internal/framework"}, only: []string{"merlon"},
		reason: "frameworks name checks by id and take results: they know no check, and any engine's result will do",
	},
	{
		of: []string{"merlon/internal/report"}, only: []string{"merlon", "merlon/internal/framework", "merlon/internal/secret", "merlon/internal/report/..."},
		reason: "reports take results: they must render what any source and any engine gives",
	},
}

type pkg struct {
	ImportPath string
	Doc        string
	Imports    []string
	GoFiles    []string
}

// TestArchitecture keeps the rooms apart; docs/ARCHITECTURE.md tells why.
func TestArchitecture(t *testing.T) {
	packages := list(t)
	for _, p := range packages {
		if p.Doc == "" && len(p.GoFiles) > 0 {
			t.Errorf("%s has no package comment: say what it is for and where to start", p.ImportPath)
		}
		for _, r := range rules {
			if !matchAny(r.of, p.ImportPath) || matchAny(r.except, p.ImportPath) {
				continue
			}
			for _, imported := range p.Imports {
				own := imported == "merlon" || strings.HasPrefix(imported, "merlon/")
				if matchAny(r.never, imported) || r.only != nil && own && !matchAny(r.only, imported) {
					t.Errorf("%s imports %s\n\t%s", p.ImportPath, imported, r.reason)
				}
			}
		}
	}
}

func list(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Doc,Imports,GoFiles", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	dec := json.NewDecoder(strings.NewReader(string(out)))
	var all []pkg
	for {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func matchAny(patterns []string, path string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		if prefix, ok := strings.CutSuffix(p, "/..."); ok {
			return strings.HasPrefix(path, prefix+"/")
		}
		return p == path
	})
}
