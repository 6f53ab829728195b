package demand

import (
	"testing"

	"merlon"
	"merlon/internal/checktest"
)

const (
	yes   = merlon.True
	no    = merlon.False
	maybe = merlon.Unknown
)

// wantCases are attributes of one resource each, and what wants say of them.
var wantCases = []struct {
	name  string
	value string // the attribute's expression; empty where it is absent
	want  Want
	holds merlon.Truth
}{
	{"on", `true`, On, yes},
	{"on as text", `"TRUE"`, On, yes},
	{"absent is off", ``, On, no},
	{"null is off", `null`, On, no},
	{"unknown", `var.unknown`, On, maybe},
	{"on by default", ``, OnByDefault, yes},
	{"turned off", `"false"`, OnByDefault, no},
	{"off", ``, Off, yes},
	{"off by choice", ``, OffByChoice, no},
	{"off by choice, chosen", `false`, OffByChoice, yes},

	{"text", `"x"`, Given, yes},
	{"empty text", `""`, Given, no},
	{"absent", ``, Given, no},
	{"list", `["x"]`, Given, yes},
	{"empty list", `[]`, Given, no},
	{"unknown input", `var.unknown`, Given, maybe},
	{"link", `aws_kms_key.own.arn`, Given, yes},
	{"link in a template", `"${aws_kms_key.own.arn}/x"`, Given, yes},
	{"link or null", `var.unknown ? aws_kms_key.own.arn : null`, Given, maybe},
	{"link or another", `var.unknown ? aws_kms_key.own.arn : aws_kms_key.other.arn`, Given, yes},
	{"link or null, decided", `true ? aws_kms_key.own.arn : null`, Given, yes},
	{"not given", ``, Absent, yes},

	{"one of, in another case", `"kms"`, OneOf("KMS"), yes},
	{"none of them", `"AES256"`, OneOf("KMS"), no},
	{"absent is none of them", ``, OneOf("KMS"), no},
	{"absent is as good", ``, OneOfByDefault("KMS"), yes},
	{"unknown, not absent", `var.unknown`, OneOfByDefault("KMS"), maybe},
	{"absent is not forbidden", ``, NoneOf("NONE"), yes},
	{"forbidden", `"none"`, NoneOf("NONE"), no},

	{"enough", `7`, AtLeast(7, 0), yes},
	{"enough, as text", `"30"`, AtLeast(7, 0), yes},
	{"too few", `6`, AtLeast(7, 0), no},
	{"no number", `"many"`, AtLeast(7, 0), no},
	{"default is enough", ``, AtLeast(1, 1), yes},
	{"unknown number", `var.unknown`, AtLeast(7, 0), maybe},

	{"includes", `["audit", "API"]`, Includes("api", "audit"), yes},
	{"includes one", `["audit"]`, Includes("api", "audit"), no},
	{"a text is a list of one", `"audit"`, Includes("audit"), yes},
	{"may include", `["audit", var.unknown]`, Includes("api", "audit"), maybe},
	{"excludes", `["a"]`, Excludes("*"), yes},
	{"excludes an absent one", ``, Excludes("*"), yes},
	{"has it", `["a", "*"]`, Excludes("*"), no},
	{"may have it", `["a", var.unknown]`, Excludes("*"), maybe},
	{"has it, whatever the rest", `[var.unknown, "*"]`, Excludes("*"), no},

	{"several", `["a", var.unknown]`, Several, yes},
	{"not several", `["a"]`, Several, no},
	{"none are not several", ``, Several, no},
	{"perhaps several", `var.unknown`, Several, maybe},

	{"any of", `"x"`, AnyOf(OneOf("y"), Given), yes},
	{"any of none", `""`, AnyOf(OneOf("y"), Given), no},
	{"begins with", `"TLSv1.2_2021"`, StartsWith("TLSv1.3_", "TLSv1.2_"), yes},
	{"begins otherwise", `"TLSv1"`, StartsWith("TLSv1.2_"), no},
	{"nothing to begin", ``, StartsWith("TLSv1.2_"), no},
	{"without", `["a.example.com"]`, Without("*"), yes},
	{"not without", `["a.example.com", "*.example.com"]`, Without("*"), no},
	{"perhaps without", `["a.example.com", var.unknown]`, Without("*"), maybe},

	{"own key", `aws_kms_key.own.arn`, CustomerKey, yes},
	{"own key's alias", `"alias/own"`, CustomerKey, yes},
	{"key of AWS", `"alias/aws/ebs"`, CustomerKey, no},
	{"key of AWS by its ARN", `"arn:aws-cn:kms:cn-north-1:123456789012:alias/aws/ebs"`, CustomerKey, no},
	{"key that AWS owns", `"AWS_OWNED_KMS_KEY"`, CustomerKey, no},
	{"key of AWS, looked up", `data.aws_kms_alias.aws.target_key_arn`, CustomerKey, no},
	{"own key, looked up", `data.aws_kms_alias.own.target_key_arn`, CustomerKey, yes},
	{"no key", `""`, CustomerKey, no},
	{"own key or none", `var.unknown ? aws_kms_key.own.arn : null`, CustomerKey, maybe},
	{"unknown key", `var.unknown`, CustomerKey, maybe},
}

func TestWants(t *testing.T) {
	const around = `
variable "unknown" {}
resource "aws_kms_key" "own" {}
resource "aws_kms_key" "other" {}
data "aws_kms_alias" "own" { name = "alias/own" }
data "aws_kms_alias" "aws" { name = "alias/aws/ebs" }
resource "terraform_data" "x" {
`
	for _, c := range wantCases {
		t.Run(c.name, func(t *testing.T) {
			text := around
			if c.value != "" {
				text += "  input = " + c.value + "\n"
			}
			r := checktest.Load(t, text+"}\n").ByAddress("terraform_data.x")
			if got := c.want(r.Attr("input")); got != c.holds {
				t.Errorf("%q: got %v, want %v", c.value, got, c.holds)
			}
		})
	}
}

func TestSome(t *testing.T) {
	e := checktest.Load(t, `
variable "unknown" {}
resource "aws_security_group" "good" {
  ingress {
    description = "bad"
  }
  ingress {
    description = "good"
  }
}
resource "aws_security_group" "bad" {
  ingress {
    description = "bad"
  }
}
resource "aws_security_group" "none" {}
resource "aws_security_group" "dynamic" {
  dynamic "ingress" {
    for_each = var.unknown
    content {
      description = "good"
    }
  }
}
resource "aws_security_group" "both" {
  ingress {
    description = "good"
  }
  dynamic "ingress" {
    for_each = var.unknown
    content {
      description = "bad"
    }
  }
}
`)
	for name, want := range map[string]merlon.Truth{"good": yes, "bad": no, "none": no, "dynamic": maybe, "both": yes} {
		blocks := e.ByAddress("aws_security_group." + name).Attr("ingress")
		if got := Some(blocks, At("description", OneOf("good"))); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}
