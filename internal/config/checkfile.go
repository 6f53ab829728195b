package config

import (
	"bytes"
	_ "embed"
	"errors"
	"io"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"merlon"
)

// A CheckFile is a team's own checks: one file of checks.d.
type CheckFile struct {
	Name   string
	Checks []CustomCheck
}

// A CustomCheck is a check as a file describes it. Its expressions are not
// compiled yet.
type CustomCheck struct {
	ID, Title string
	Severity  merlon.Severity
	OptIn     bool
	Targets   []string
	STRIDE    merlon.STRIDE
	CIA       merlon.CIA
	AAA       merlon.AAA
	Why, Fix  string
	Sources   []string
	Aliases   []string
	Each, At  string
	When      Expression
	Require   Expression
	Report    Expression
	Message   Expression
	Cases     []Case
	Range     merlon.Range
}

// An Expression is text with its place in the file.
type Expression struct {
	Text  string
	Range merlon.Range
}

// A Case is a test of a check: configuration, and what the check must say of
// the resources in it. Of those not named it must say nothing.
type Case struct {
	Name      string
	Terraform string
	Fail      []string
	Undecided []string
	Range     merlon.Range
}

// CheckFileSchema is the JSON Schema of a file of checks, for editors.
//
//go:embed checkfile.json
var CheckFileSchema []byte

var (
	checkIDForm  = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)+$`)
	targetForm   = regexp.MustCompile(`^(data\.|provider\.|ephemeral\.|variable\.)?[a-z][a-z0-9_]*$`)
	pathForm     = regexp.MustCompile(`^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)*$`)
	httpsForm    = regexp.MustCompile(`^https://`)
	stride       = merlon.STRIDE(0xff).Names()
	cia          = merlon.CIA(0xff).Names()
	aaa          = merlon.AAA(0xff).Names()
	checkFileDoc = "Checks of one's own: conditions in the Common Expression Language."
)

// checkFile is the table of a file in checks.d.
var checkFile = spec{kind: object, required: []string{"version", "checks"}, doc: checkFileDoc, keys: []key{
	{"version", spec{kind: number, min: 1, max: 1, doc: "The version of this format."}},
	{"checks", spec{kind: list, item: &customCheckSpec, doc: "The checks."}},
}}

var customCheckSpec = spec{kind: object, required: []string{"id", "title", "severity", "targets", "message"}, doc: "One check.", keys: []key{
	{"id", spec{kind: text, pattern: checkIDForm, doc: "A readable slug, such as acme-s3-owner-tag; the second word is the service."}},
	{"title", spec{kind: text, doc: "The problem, without a full stop."}},
	{"severity", spec{kind: text, oneOf: severityNames, doc: "How much a finding matters."}},
	{"opt_in", spec{kind: boolean, doc: "Keep the check out of the recommended set."}},
	{"targets", spec{kind: texts, pattern: targetForm, doc: "Resource types; a data source is written data.TYPE, a provider block provider.NAME."}},
	{"stride", spec{kind: texts, oneOf: stride, doc: "Threats after STRIDE."}},
	{"cia", spec{kind: texts, oneOf: cia, doc: "Properties that suffer."}},
	{"aaa", spec{kind: texts, oneOf: aaa, doc: "Controls that fail."}},
	{"why", spec{kind: text, doc: "What can happen."}},
	{"fix", spec{kind: text, doc: "What to do about it."}},
	{"sources", spec{kind: texts, pattern: httpsForm, doc: "Addresses of the documents that the rule comes from."}},
	{"aliases", spec{kind: texts, doc: "Other names of the check, for ignores."}},
	{"each", spec{kind: text, pattern: pathForm, doc: "A dotted path of blocks or elements: the condition is asked of each, as item."}},
	{"when", spec{kind: text, doc: "A condition; the check looks at nothing else."}},
	{"require", spec{kind: text, doc: "A condition that must hold. Give this or report."}},
	{"report", spec{kind: text, doc: "A condition that is a finding. Give this or require."}},
	{"at", spec{kind: text, pattern: pathForm, doc: "The dotted path of the attribute that findings point at, below each where it is given."}},
	{"message", spec{kind: text, doc: "The fact, in lower case and without a full stop; {expression} stands for a value, {{ for a brace."}},
	{"cases", spec{kind: list, item: &caseSpec, doc: "Tests: merlon checks test runs them."}},
}}

var caseSpec = spec{kind: object, required: []string{"name", "terraform"}, doc: "One test. Of resources that are not named the check must say nothing.", keys: []key{
	{"name", spec{kind: text, doc: "What the case shows."}},
	{"terraform", spec{kind: text, doc: "The configuration."}},
	{"fail", spec{kind: texts, doc: "Addresses that must have a finding."}},
	{"undecided", spec{kind: texts, doc: "Addresses about which there is no telling."}},
}}

// ParseChecks reads a file of checks. The name is for messages. The error
// joins one [*Error] for each mistake; there are no checks then.
func ParseChecks(data []byte, name string) (*CheckFile, error) {
	if len(data) > maxFile {
		return nil, &Error{File: name, Message: "the file is too large"}
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	if err := decoder.Decode(&doc); errors.Is(err, io.EOF) || err == nil && len(doc.Content) == 0 {
		return nil, &Error{File: name, Message: "the file is empty: want version and checks"}
	} else if err != nil {
		return nil, &Error{File: name, Message: strings.TrimPrefix(err.Error(), "yaml: ")}
	}
	if err := decoder.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, &Error{File: name, Message: "the file has more than one document: keep one"}
	}
	v := &validator{file: name}
	v.value(doc.Content[0], &checkFile, top, 0)
	if err := v.err(); err != nil {
		return nil, err
	}
	file := &CheckFile{Name: name}
	pairs(doc.Content[0], func(key string, value *yaml.Node) {
		if key != "checks" {
			return
		}
		for _, item := range value.Content {
			if !isNull(item) {
				file.Checks = append(file.Checks, v.customCheck(item))
			}
		}
	})
	if err := v.err(); err != nil {
		return nil, err
	}
	return file, nil
}

func (v *validator) customCheck(node *yaml.Node) CustomCheck {
	c := CustomCheck{Range: v.rangeOf(node)}
	pairs(node, func(name string, value *yaml.Node) {
		text := strings.TrimSpace(value.Value)
		expression := Expression{Text: value.Value, Range: v.rangeOf(value)}
		switch name {
		case "id":
			c.ID = text
		case "title":
			c.Title = text
		case "severity":
			c.Severity, _ = merlon.ParseSeverity(text)
		case "opt_in":
			c.OptIn = truth(value)
		case "targets":
			c.Targets = textsOf(value)
		case "stride":
			c.STRIDE = merlon.STRIDE(bits(textsOf(value), stride))
		case "cia":
			c.CIA = merlon.CIA(bits(textsOf(value), cia))
		case "aaa":
			c.AAA = merlon.AAA(bits(textsOf(value), aaa))
		case "why":
			c.Why = text
		case "fix":
			c.Fix = text
		case "sources":
			c.Sources = textsOf(value)
		case "aliases":
			c.Aliases = textsOf(value)
		case "each":
			c.Each = text
		case "at":
			c.At = text
		case "when":
			c.When = expression
		case "require":
			c.Require = expression
		case "report":
			c.Report = expression
		case "message":
			c.Message = Expression{Text: text, Range: expression.Range}
		case "cases":
			for _, item := range value.Content {
				if !isNull(item) {
					c.Cases = append(c.Cases, v.testCase(item))
				}
			}
		}
	})
	if (c.Require.Text == "") == (c.Report.Text == "") {
		v.errorf(node, "check %q must have one of require and report", short(c.ID))
	}
	return c
}

func (v *validator) testCase(node *yaml.Node) Case {
	c := Case{Range: v.rangeOf(node)}
	pairs(node, func(name string, value *yaml.Node) {
		switch name {
		case "name":
			c.Name = value.Value
		case "terraform":
			c.Terraform = value.Value
		case "fail":
			c.Fail = textsOf(value)
		case "undecided":
			c.Undecided = textsOf(value)
		}
	})
	return c
}

func (v *validator) rangeOf(node *yaml.Node) merlon.Range {
	at := merlon.Pos{Line: int32(node.Line), Column: int32(node.Column)}
	return merlon.Range{File: v.file, Start: at, End: at}
}

// bits are the places of names in a list of names, as a set.
func bits(have, names []string) uint8 {
	var set uint8
	for i, name := range names {
		for _, h := range have {
			if h == name {
				set |= 1 << i
			}
		}
	}
	return set
}
