// Package framework knows which controls of compliance frameworks merlon's
// checks answer: the CIS AWS Foundations Benchmark, AWS Foundational Security
// Best Practices, PCI DSS and NIST SP 800-53.
//
// [Find] a framework, [Evaluate] an assessment by its controls. The tables are
// data/*.tsv; what a row means is said at the head of each file, so that
// mapping a new check is adding its id to a row. They are read when somebody
// first asks, and cost nothing before.
package framework

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/agext/levenshtein"
)

// A Framework is a list of controls. Frameworks are shared and not changed.
type Framework struct {
	// ID is a slug with a version, "cis-aws-5.0". It never changes.
	ID    string
	Title string
	// Source tells where the control ids come from.
	Source string
	// Controls are in the framework's own order.
	Controls []Control
}

// A Control is one requirement of a framework.
type Control struct {
	// ID is the framework's: "2.1.4", "S3.8", "AC-6(2)".
	ID string
	// Title is in merlon's own words: what holds where the control passes.
	Title string
	// Checks are the ids of the checks that answer it, none if nothing does.
	Checks []string
	// Note tells, for a control without checks, why code cannot answer it; it
	// is empty where a check could. With checks, it tells what they leave out.
	Note string
	// Parts are the controls of AWS Security Hub that a requirement is answered
	// through, and Unanswered those of them that no check answers.
	Parts      []string
	Unanswered []string
}

// Answered counts the controls that some check answers.
func (f *Framework) Answered() int {
	n := 0
	for i := range f.Controls {
		if len(f.Controls[i].Checks) > 0 {
			n++
		}
	}
	return n
}

// Checks are the ids of all checks that answer a control, each once, sorted.
func (f *Framework) Checks() []string {
	var ids []string
	for i := range f.Controls {
		ids = append(ids, f.Controls[i].Checks...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// All lists the frameworks, the versions of each oldest first.
func All() []*Framework { return tables().frameworks }

// Find finds a framework by its ID, or the newest version by its short name:
// cis, fsbp, pci or nist. Letter case does not matter.
func Find(name string) (*Framework, error) {
	key := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), "_", "-")
	var ids []string
	for _, f := range slices.Backward(All()) {
		if f.ID == key || slices.Contains(names(f.ID), key) {
			return f, nil
		}
		ids = append(ids, f.ID)
	}
	slices.Reverse(ids)
	if near := nearest(key, ids); near != "" {
		return nil, fmt.Errorf("unknown framework %q: did you mean %q?", name, near)
	}
	return nil, fmt.Errorf("unknown framework %q: want one of %s", name, strings.Join(ids, ", "))
}

// names are the other names of a framework. Those without a version are
// shared by all its versions, and the newest is found first.
func names(id string) []string {
	family, version := split(id)
	switch family {
	case "cis-aws":
		short := strings.TrimSuffix(version, ".0")
		all := []string{"cis", "cis-aws"}
		for _, prefix := range []string{"cis-", "cis-v", "cis-aws-", "cis-aws-v"} {
			all = append(all, prefix+version, prefix+version+".0", prefix+short)
		}
		return all
	case "pci-dss":
		return []string{"pci", "pci-dss", "pci-" + version, "pci-dss-v" + version}
	case "nist-800-53":
		return []string{"nist", "nist-800-53", "nist-800-53-rev5", "nist-sp-800-53"}
	case "aws":
		return []string{"fsbp", "aws-foundational-security-best-practices"}
	}
	return nil
}

// split parts an ID at its last hyphen.
func split(id string) (family, version string) {
	i := strings.LastIndexByte(id, '-')
	return id[:i], id[i+1:]
}

func nearest(name string, ids []string) string {
	if len(name) > 40 {
		return ""
	}
	best, least := "", max(2, len(name)/3)+1
	for _, id := range ids {
		if d := levenshtein.Distance(name, id, nil); d < least {
			best, least = id, d
		}
	}
	return best
}

// A Ref is the controls of one framework that a check answers.
type Ref struct {
	Framework *Framework
	Controls  []string
}

// ControlsOf tells which controls a check answers, in the order of [All].
func ControlsOf(check string) []Ref { return tables().refs[check] }

// SecurityHub lists AWS Security Hub's controls, those included that belong to
// no framework of their own here.
func SecurityHub() []Control { return tables().hub }

var tables = sync.OnceValue(load)
