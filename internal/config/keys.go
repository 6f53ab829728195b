package config

import (
	"fmt"
	"net/netip"
	"regexp"
	"strconv"

	"github.com/bmatcuk/doublestar/v4"

	"merlon/internal/engine"
)

// A kind is the shape of a value in the file.
type kind uint8

const (
	object   kind = iota // fixed keys
	mapping              // any keys, one shape of value
	list                 // a sequence of one shape
	text                 // a scalar
	texts                // a text or a list of texts
	number               // a whole number
	boolean              // true or false
	anything             // any YAML
)

// A spec describes a value: the table of the file's keys is made of these.
type spec struct {
	kind     kind
	doc      string
	keys     []key    // of an object
	item     *spec    // of a mapping or list
	required []string // keys that an object must have
	oneOf    []string // the texts that are allowed
	pattern  *regexp.Regexp
	min, max int                // of a number
	check    func(string) error // what else a text must be
}

// A key is a named value of an object.
type key struct {
	name string
	spec
}

var (
	severityNames = []string{"info", "low", "medium", "high", "critical"}
	versionForm   = regexp.MustCompile(`^v?\d+\.\d+(\.\d+)?$`)
	accountForm   = regexp.MustCompile(`^\d{12}$`)
	nameForm      = regexp.MustCompile(`^[A-Za-z_][\w-]*$`)
	dateForm      = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
)

// file is the table of merlon.yaml.
var file = spec{kind: object, doc: "The configuration of merlon for a project.", keys: []key{
	{"version", spec{kind: number, min: 1, max: 1, doc: "The version of this format."}},
	{"min_version", spec{kind: text, pattern: versionForm, doc: "The oldest merlon that may use this file, such as 1.2.0."}},
	{"checks", spec{kind: texts, doc: "The checks to run: ids, other tools' ids, globs, all, recommended, service:NAME, stride:NAME, cia:NAME, aaa:NAME, severity:NAME; a minus takes away."}},
	{"checks_dirs", spec{kind: texts, doc: "Directories with checks of your own (*.yaml) and policies (*.rego), beside this file; checks.d unless given."}},
	{"severity", spec{kind: mapping, doc: "Severities of checks, by id, other tools' id or glob.", item: &spec{kind: text, oneOf: severityNames}}},
	{"fail_on", spec{kind: text, oneOf: append(append([]string{}, severityNames...), "none"), doc: "The least severity that makes the exit code 1; none for never."}},
	{"strict", spec{kind: boolean, doc: "Fail when a part of the input could not be read."}},
	{"no_inline_ignores", spec{kind: boolean, doc: "Let no comment in the code suppress a finding."}},
	{"baseline", spec{kind: text, doc: "The baseline file: findings in it are suppressed."}},
	{"exclude", spec{kind: texts, check: validGlob, doc: "Files and directories not to read, as globs (** spans directories)."}},
	{"output", spec{kind: texts, doc: "Reports to write: FORMAT, or FORMAT=PATH."}},
	{"settings", settingsSpec},
	{"exceptions", spec{kind: list, item: &exceptionSpec, doc: "Findings that are accepted, with the reason."}},
	{"terraform", terraformSpec},
}}

var settingsSpec = spec{kind: object, doc: "What checks take as given.", keys: []key{
	{"data_classification", spec{kind: object, doc: "How tags tell the class of data.", keys: []key{
		{"keys", spec{kind: texts, doc: "Tags that hold the class."}},
		{"confidential", spec{kind: texts, doc: "Values that mean confidential."}},
		{"public", spec{kind: texts, doc: "Values that mean public."}},
	}}},
	{"public_ports", spec{kind: list, doc: "Ports that load balancers may open to everyone.", item: &spec{kind: number, min: 1, max: 65535}}},
	{"trusted_networks", spec{kind: texts, check: validNetwork, doc: "CIDR blocks outside the VPC that count as inside."}},
	{"trusted_accounts", spec{kind: texts, pattern: accountForm, doc: "Account ids that count as the organisation's own."}},
	{"log_retention_days", spec{kind: number, min: 0, max: 36500, doc: "The least number of days that logs are kept."}},
	{"backup_retention_days", spec{kind: number, min: 0, max: 36500, doc: "The least number of days that backups are kept."}},
	{"default_user_names", spec{kind: texts, doc: "Database user names that attackers try first."}},
}}

var exceptionSpec = spec{kind: object, required: []string{"checks", "reason"}, doc: "One exception: all conditions that are given must hold.", keys: []key{
	{"checks", spec{kind: texts, doc: "Ids, other tools' ids or globs; \"*\" for any check."}},
	{"paths", spec{kind: texts, check: validGlob, doc: "Globs over the file of the finding or of its resource."}},
	{"addresses", spec{kind: texts, doc: "Globs over the resource's address; without keys it means all instances."}},
	{"attributes", spec{kind: mapping, doc: "Values that attributes of the resource must have, by dotted path.", item: &spec{kind: text}}},
	{"reason", spec{kind: text, doc: "Why this is accepted."}},
	{"owner", spec{kind: text, doc: "Who answers for it."}},
	{"until", spec{kind: text, pattern: dateForm, check: validDate, doc: "The last day it holds, yyyy-mm-dd."}},
}}

var terraformSpec = spec{kind: object, doc: "What the Terraform code does not say itself.", keys: []key{
	{"var_files", spec{kind: texts, doc: "tfvars files to read; later ones win."}},
	{"variables", spec{kind: mapping, doc: "Values of root module variables.", item: &spec{kind: anything}}},
	{"workspace", spec{kind: text, pattern: nameForm, doc: "The workspace to evaluate in."}},
	{"account_id", spec{kind: text, pattern: accountForm, doc: "The account of the default provider."}},
	{"region", spec{kind: text, pattern: regexp.MustCompile(`^[a-z]{2}(-[a-z]+)+-\d+$`), doc: "The region of the default provider where the code does not say."}},
	{"data", spec{kind: mapping, doc: "Answers of data sources: by address (data.TYPE.NAME), the values of attributes.", item: &spec{kind: mapping, item: &spec{kind: anything}}}},
}}

func validGlob(pattern string) error {
	if !doublestar.ValidatePattern(pattern) {
		return fmt.Errorf("%q is not a glob: look for an open bracket", short(pattern))
	}
	return nil
}

func validNetwork(cidr string) error {
	if _, err := netip.ParsePrefix(cidr); err != nil {
		return fmt.Errorf("%q is not a CIDR block: want one like 10.0.0.0/8", short(cidr))
	}
	return nil
}

func validDate(date string) error {
	_, err := engine.ParseDate(date)
	return err
}

// describe says in words what a value must be, for messages.
func (s *spec) describe() string {
	switch s.kind {
	case object, mapping:
		return "keys and values"
	case list:
		return "a list"
	case texts:
		return "a text or a list of texts"
	case number:
		return "a whole number from " + strconv.Itoa(s.min) + " to " + strconv.Itoa(s.max)
	case boolean:
		return "true or false"
	case anything:
		return "a value"
	}
	return "a text"
}
