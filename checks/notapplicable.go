package checks

import (
	_ "embed"
	"strings"
	"sync"
)

// A NotApplicable is a rule of another scanner that merlon has no check for,
// and why.
type NotApplicable struct {
	ID, About string
	Reason    string
	// Nearest is the check that answers the same question where merlon can.
	Nearest string
}

//go:embed notapplicable.tsv
var notApplicableFile string

// reasons are why a rule has no check.
var reasons = map[string]string{
	"cloudformation": "It is about CloudFormation and SAM templates, which merlon does not read.",
	"account": "It is about what only the account knows: the root user's MFA, when a credential was last used, how old a key " +
		"is. Nothing that Terraform declares decides it.",
}

var notApplicable = sync.OnceValue(func() []NotApplicable {
	var list []NotApplicable
	for line := range strings.Lines(notApplicableFile) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(fields) != 4 {
			continue
		}
		list = append(list, NotApplicable{ID: fields[0], About: fields[1], Reason: reasons[fields[2]], Nearest: fields[3]})
	}
	return list
})

// AllNotApplicable are the rules of other scanners without a check here.
func AllNotApplicable() []NotApplicable { return notApplicable() }

// FindNotApplicable finds such a rule by its id, letter case and Trivy's short
// form (AWS-0110) aside.
func FindNotApplicable(id string) (NotApplicable, bool) {
	id = strings.ToUpper(strings.TrimSpace(id))
	for _, n := range notApplicable() {
		if n.ID == id || n.ID == "AVD-"+id {
			return n, true
		}
	}
	return NotApplicable{}, false
}
