package ec2

import (
	"slices"
	"strings"
	"unicode"

	"merlon"
	"merlon/internal/network"
)

// managedByTerraform is what the provider writes where no description is given.
const managedByTerraform = "Managed by Terraform"

// SGDescription reports security groups without a description.
var SGDescription = &merlon.Check{
	ID:       "aws-ec2-sg-description",
	Title:    "Security group has no description",
	Severity: merlon.Low,
	Targets: []string{
		"aws_security_group", "aws_db_security_group", "aws_elasticache_security_group", "aws_redshift_security_group",
	},
	STRIDE: merlon.Repudiation,
	AAA:    merlon.Accounting,
	Why: `Nobody dares to tighten a group whose purpose is lost. A description cannot be added later: changing it replaces
the group.`,
	Fix:     `Say in the description what the group protects and who may reach it.`,
	Sources: []string{sgRulesPage, "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group"},
	Aliases: []string{"CKV_AWS_23", "AVD-AWS-0099", "aws-ec2-add-description-to-security-group", "aws-vpc-add-description-to-security-group"},
	Run: func(pass *merlon.Pass, group *merlon.Resource) {
		switch v := group.Attr("description"); {
		case v.IsUnknown():
			pass.Undecided(v)
		case strings.TrimSpace(v.String()) == "" || v.Is(managedByTerraform) == merlon.True:
			pass.Reportf(v, "security group %q has no description of its own", group.Name)
		}
	},
}

// SGRuleDescription reports rules without a description.
var SGRuleDescription = &merlon.Check{
	ID:       "aws-ec2-sg-rule-description",
	Title:    "Security group rule has no description",
	Severity: merlon.Low,
	Targets:  network.RuleTypes,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `A rule outlives the reason it was made for. Without a description, nobody can tell whether it is still needed.`,
	Fix:      `Say in the rule's description who needs the access, and what for.`,
	Sources:  []string{sgRulesPage},
	Aliases:  []string{"CKV_AWS_23", "AVD-AWS-0124", "aws-ec2-add-description-to-security-group-rule", "aws-vpc-add-description-to-security-group-rule"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		for _, rule := range network.Rules(r) {
			switch v := rule.Description; {
			case v.IsUnknown():
				pass.Undecided(v)
			case strings.TrimSpace(v.String()) == "":
				at := rule.At
				if v.IsSet() {
					at = v
				}
				// One fact tells the rules of a group apart: what they let through.
				pass.Reportf(at, "%s rule for %s has no description", rule.Direction, rule.Traffic())
			}
		}
	},
}

// SGMeaningfulDescription reports descriptions of groups and rules that say
// nothing.
var SGMeaningfulDescription = &merlon.Check{
	ID:       "aws-ec2-sg-meaningful-description",
	Title:    "Security group or rule has a description that says nothing",
	Severity: merlon.Low,
	Targets:  network.RuleTypes,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why: `"sg", "test" or the group's own name fill the field and tell the next reader nothing about what the group protects
or why the rule exists, so neither is ever cleaned up.`,
	Fix:     `Say what the group protects, or who needs the access and what for.`,
	Sources: []string{sgRulesPage},
	Run:     checkMeaningfulDescription,
}

func checkMeaningfulDescription(pass *merlon.Pass, r *merlon.Resource) {
	names := []string{r.Name, r.Attr("name").String(), r.Attr("name_prefix").String(), r.Attr("tags", "Name").String()}
	if slices.Contains(network.GroupTypes, r.Type) {
		v := r.Attr("description")
		if text := v.String(); text != "" && v.Is(managedByTerraform) != merlon.True && meaningless(text, names) {
			pass.Reportf(v, "description %q of security group %q says nothing", text, r.Name)
		}
	} else if group := network.GroupOf(r); group != nil {
		names = append(names, group.Name, group.Attr("name").String())
	}
	for _, rule := range network.Rules(r) {
		if text := rule.Description.String(); text != "" && meaningless(text, names) {
			pass.Reportf(rule.Description, "description %q of the %s rule for %s says nothing", text, rule.Direction, rule.Traffic())
		}
	}
}

// fillers are words that a description may be made of without saying anything.
var fillers = map[string]bool{
	"a": true, "all": true, "allow": true, "and": true, "an": true, "aws": true, "bar": true, "by": true,
	"changeme": true, "created": true, "default": true, "description": true, "desc": true, "egress": true,
	"example": true, "fixme": true, "foo": true, "for": true, "from": true, "generated": true, "group": true,
	"groups": true, "in": true, "inbound": true, "ingress": true, "managed": true, "my": true, "n": true,
	"na": true, "new": true, "no": true, "none": true, "null": true, "of": true, "out": true, "outbound": true,
	"rule": true, "rules": true, "sample": true, "securitygroup": true, "security": true, "sg": true,
	"some": true, "tbd": true, "temp": true, "temporary": true, "terraform": true, "test": true, "testing": true,
	"text": true, "the": true, "tmp": true, "todo": true, "traffic": true, "unknown": true, "via": true,
	"with": true, "xxx": true,
}

// meaningless reports whether a description is made of filler words, or only
// repeats one of the names.
func meaningless(text string, names []string) bool {
	said := words(text)
	telling := slices.DeleteFunc(slices.Clone(said), func(w string) bool { return fillers[w] || len(w) < 2 })
	if len(telling) == 0 {
		return true
	}
	for _, name := range names {
		own := slices.DeleteFunc(words(name), func(w string) bool { return fillers[w] || len(w) < 2 })
		if len(own) > 0 && slices.Equal(own, telling) {
			return true
		}
	}
	return false
}

// words are the runs of letters and digits of a text, in lower case.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
