package cel_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"merlon"
	"merlon/internal/cel"
	"merlon/internal/config"
	"merlon/internal/engine"
	"merlon/internal/terraform"
)

// run judges configuration by one check, given by the lines of its questions.
func run(t *testing.T, questions, code string) *merlon.Assessment {
	t.Helper()
	text := "version: 1\nchecks:\n- id: own-x-y\n  title: T\n  severity: low\n  targets: aws_security_group\n" +
		"  message: m\n" + questions
	file, err := config.ParseChecks([]byte(text), "own.yaml")
	if err != nil {
		t.Fatal(err)
	}
	checks, err := cel.Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(code), 0o600); err != nil {
		t.Fatal(err)
	}
	estate, err := terraform.Load(t.Context(), dir, terraform.Options{Project: dir})
	if err != nil {
		t.Fatal(err)
	}
	a, err := engine.Run(t.Context(), estate, engine.Options{Checks: checks})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

const group = `
variable "later" {}
variable "blocks" {}
resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
resource "aws_security_group" "g" {
  name        = "web"
  vpc_id      = aws_vpc.v.id
  description = var.later
  tags        = { a = "1", b = null }
  ingress {
    from_port = 443
    to_port   = 443
    protocol  = "tcp"
    self      = true
  }
  ingress {
    from_port = 22
    to_port   = var.later
    protocol  = "tcp"
  }
  dynamic "egress" {
    for_each = var.blocks
    content {
      from_port = egress.value
    }
  }
}
resource "aws_security_group_rule" "r" {
  security_group_id = aws_security_group.g.id
  type              = "ingress"
}
`

// TestAnswers keeps what expressions see of an estate, and the three values of
// their answers.
func TestAnswers(t *testing.T) {
	for _, tt := range []struct{ condition, want string }{
		{`self.name == "web"`, "pass"},
		{`self.name == "other"`, "fail"},
		{`self.description == "x"`, "undecided"},
		{`self.description == "x" && self.name == "other"`, "fail"},
		{`self.description == "x" || self.name == "web"`, "pass"},
		{`known(self.description)`, "fail"},
		{`has(self.description)`, "undecided"},
		{`has(self.description) && has(self.nothing)`, "fail"},
		{`known(self.name) && known(self.absent)`, "pass"},
		{`self.absent == null && self.absent.deeper == null`, "pass"},
		{`has(self.tags.a) && !has(self.tags.b) && !has(self.tags.c) && !has(self.absent.x)`, "pass"},
		{`"a" in self.tags && !("c" in self.tags) && size(self.tags) == 1`, "pass"},
		{`self.tags.all(k, k == "a" && self.tags[k] == "1")`, "pass"},
		{`size(self.absent) == 0 && self.absent.all(x, false)`, "pass"},
		{`self.ingress[0].from_port == 443 && self.ingress[0].from_port < 443.5`, "pass"},
		{`self.ingress.exists(i, i.from_port == 22)`, "pass"},
		{`self.ingress.all(i, i.to_port < 1024)`, "undecided"},
		{`self.ingress.all(i, i.to_port < 1024 && i.from_port < 100)`, "fail"},
		{`self.egress.exists(e, true)`, "undecided"},
		{`resource.address == "aws_security_group.g" && resource.type == "aws_security_group" && resource.region == null`, "pass"},
		{`resource.targets("vpc_id")[0].values.cidr_block == "10.0.0.0/16"`, "pass"},
		{`resource.targets("vpc_id", "aws_subnet").size() == 0`, "pass"},
		{`resource.companions("aws_security_group_rule", "security_group_id").exists(r, r.values.type == "ingress")`, "pass"},
		{`resource.referrers("aws_security_group_rule").size() == 1 && resource.referrers("aws_instance").size() == 0`, "pass"},
		{`self.ingress[0].self`, "pass"},
		{`self.ingress[0].prefix_list_ids`, "fail"},
		{`self.name.startsWith("w")`, "pass"},
		{`self.absent.startsWith("w")`, "gap"},
		{`resource.nothing == 1`, "gap"},
		{`self.name`, "gap"},
		{`self.ingress[7].from_port == 1`, "gap"},
	} {
		a := run(t, "  require: "+quote(tt.condition)+"\n", group)
		got := "pass"
		for _, f := range a.Findings {
			got = string(f.Result)
		}
		for _, g := range a.Gaps {
			if g.Kind == merlon.GapCheck {
				got = "gap"
			}
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s (gaps %v)", tt.condition, got, tt.want, a.Gaps)
		}
	}
}

func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// TestElements asks each element of a list, and places and words findings.
func TestElements(t *testing.T) {
	a := run(t, "  each: ingress\n  report: item.from_port == 22\n  at: from_port\n", group)
	if len(a.Findings) != 1 || a.Findings[0].Path != "ingress[1].from_port" {
		t.Fatalf("got findings %v, want one at ingress[1].from_port", a.Findings)
	}
	a = run(t, "  each: egress\n  report: item.from_port == 22\n", group)
	if len(a.Findings) != 1 || a.Findings[0].Result != merlon.Undecided {
		t.Errorf("got findings %v, want one undecided: the blocks are not known", a.Findings)
	}
	a = run(t, "  when: self.description == \"x\"\n  require: self.name == \"other\"\n", group)
	if len(a.Findings) != 1 || a.Findings[0].Result != merlon.Undecided {
		t.Errorf("got findings %v, want one undecided: whether the check applies is not known", a.Findings)
	}
}

// TestMistakes are said with file and line.
func TestMistakes(t *testing.T) {
	head := "version: 1\nchecks:\n- id: own-x-y\n  title: T\n  severity: low\n  targets: aws_vpc\n"
	for _, tt := range []struct{ text, want string }{
		{"  message: m\n  require: self.name ==\n", "own.yaml:8:"},
		{"  message: m\n  require: nothing == 1\n", "own.yaml:8:12: undeclared reference to 'nothing'"},
		{"  message: m\n  require: item.x == 1\n", "undeclared reference to 'item'"},
		{"  message: m\n  require: '1 + 1'\n", "want a condition"},
		{"  message: 'm {self.name'\n  require: 'true'\n", "own.yaml:7:12: the message has a brace that is not closed"},
		{"  message: 'm {self.}'\n  require: 'true'\n", "own.yaml:7:"},
		{"  message: m\n  require: |\n    self.a == 1 &&\n    nothing == 2\n", "own.yaml:10:"},
	} {
		file, err := config.ParseChecks([]byte(head+tt.text), "own.yaml")
		if err != nil {
			t.Fatal(err)
		}
		if _, err = cel.Compile(file); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got error %v, want one with %q", tt.text, err, tt.want)
		}
	}
}

// TestBounds keeps an expression from taking a scan down.
func TestBounds(t *testing.T) {
	list := "[" + strings.Repeat("1,", 300) + "1]"
	a := run(t, "  require: '"+list+".all(a, "+list+".all(b, "+list+".all(c, a + b + c > 0)))'\n", group)
	if len(a.Gaps) == 0 || !strings.Contains(a.Gaps[len(a.Gaps)-1].Detail, "cost") {
		t.Errorf("got gaps %v, want one about the cost", a.Gaps)
	}
}

// FuzzCompile feeds whatever people write: no panic, and a check that was
// compiled answers.
func FuzzCompile(f *testing.F) {
	f.Add("self.name == \"x\"", "m {self.name}")
	f.Add("self.ingress.exists(i, i.from_port == 22)", "{{ {resource.address} }}")
	f.Fuzz(func(t *testing.T, condition, message string) {
		file := &config.CheckFile{Checks: []config.CustomCheck{{
			ID: "own-x-y", Targets: []string{"aws_vpc"},
			Require: config.Expression{Text: condition}, Message: config.Expression{Text: message},
		}}}
		checks, err := cel.Compile(file)
		if err != nil {
			return
		}
		r := &merlon.Resource{Address: "aws_vpc.v", Type: "aws_vpc", Name: "v", Body: &merlon.Block{}}
		estate := merlon.NewEstate(merlon.SourceCode, []*merlon.Resource{r}, nil)
		checks[0].Run(merlon.NewPass(checks[0], estate, merlon.DefaultSettings(), r), r)
	})
}
