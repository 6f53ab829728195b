package demand

import (
	"slices"
	"strings"
	"testing"

	"merlon"
	"merlon/internal/checktest"
)

// said runs a check on all of its targets: its messages, an undecided one
// after "?", each with the resource's name.
func said(t *testing.T, check *merlon.Check, text string) []string {
	t.Helper()
	e := checktest.Load(t, text)
	var out []string
	for r := range e.OfType(check.Targets...) {
		pass := merlon.NewPass(check, e, &merlon.Settings{}, r)
		check.Run(pass, r)
		for _, f := range pass.Findings() {
			message, open := strings.CutPrefix(f.Message, merlon.Doubt)
			if open {
				message = "? " + message
			}
			out = append(out, message)
		}
	}
	slices.Sort(out)
	return out
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestSetting(t *testing.T) {
	check := Setting(merlon.Check{ID: "x"}, "is not encrypted",
		Row{Type: "aws_kinesis_stream", Noun: "stream", Path: "encryption_type", Want: OneOf("KMS")},
		Row{Type: "aws_instance", Noun: "instance", Each: "ebs_block_device", Path: "encrypted", Want: On, Says: "has a volume in clear",
			When: At("device_name", NoneOf("/dev/scratch"))},
		Row{Type: "data.aws_ami", Noun: "image", Path: "most_recent", Want: Off, Says: "may change"},
	)
	expect(t, said(t, check, `
variable "unknown" {}
resource "aws_kinesis_stream" "good" { encryption_type = "KMS" }
resource "aws_kinesis_stream" "bad" {}
resource "aws_kinesis_stream" "unknown" { encryption_type = var.unknown }
data "aws_ami" "latest" { most_recent = true }
resource "aws_ami" "latest" {}
resource "aws_instance" "none" {}
resource "aws_instance" "two" {
  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = true
  }
  ebs_block_device {
    device_name = "/dev/sdg"
  }
}
resource "aws_instance" "scratch" {
  ebs_block_device {
    device_name = "/dev/scratch"
  }
}
resource "aws_instance" "perhaps_scratch" {
  ebs_block_device {
    device_name = var.unknown
  }
}
resource "aws_instance" "whatever" {
  dynamic "ebs_block_device" {
    for_each = var.unknown
    content {
      device_name = ebs_block_device.value
      encrypted   = true
    }
  }
}
`),
		`stream "bad" is not encrypted`, `? stream "unknown" is not encrypted`, `image "latest" may change`,
		`instance "two" has a volume in clear`, `? instance "perhaps_scratch" has a volume in clear`)
}

func TestCompanion(t *testing.T) {
	check := Companion(merlon.Check{ID: "x"}, "writes no logs", CompanionRow{
		Type: "aws_wafv2_web_acl", Noun: "web ACL", Own: "description", When: At("scope", NoneOf("CLOUDFRONT")),
		Links: []Link{{Type: "aws_wafv2_web_acl_logging_configuration", Path: "resource_arn", Want: At("log_destination_configs", Given)}},
	})
	acl := func(name, rest string) string {
		return `resource "aws_wafv2_web_acl" "` + name + `" {
` + rest + "\n}\n"
	}
	logs := func(name, rest string) string {
		return `resource "aws_wafv2_web_acl_logging_configuration" "` + name + `" {
  resource_arn = aws_wafv2_web_acl.` + name + `.arn
` + rest + "\n}\n"
	}
	expect(t, said(t, check, `variable "unknown" {}`+"\n"+
		acl("good", "")+logs("good", `log_destination_configs = ["x"]`)+
		acl("own", `description = "logs elsewhere"`)+
		acl("exempt", `scope = "CLOUDFRONT"`)+
		acl("perhaps_exempt", `scope = var.unknown`)+
		acl("weak", "")+logs("weak", `log_destination_configs = []`)+
		acl("perhaps_made", "")+logs("perhaps_made", "count = var.unknown\nlog_destination_configs = [\"x\"]")+
		acl("each", "count = var.unknown")+`
resource "aws_wafv2_web_acl_logging_configuration" "each" {
  count                   = var.unknown
  resource_arn            = aws_wafv2_web_acl.each[count.index].arn
  log_destination_configs = ["x"]
}
`+acl("bad", "")),
		`web ACL "bad" writes no logs`, `web ACL "weak" writes no logs`,
		`? web ACL "perhaps_exempt" writes no logs`, `? web ACL "perhaps_made" writes no logs`)
}

func TestPolicy(t *testing.T) {
	check := Policy(merlon.Check{ID: "x"}, "lets everybody in", Public, PolicyRow{Type: "aws_sns_topic_policy", Noun: "policy", Path: "policy"})
	policy := func(name, document string) string {
		return `resource "aws_sns_topic_policy" "` + name + `" {
  arn    = "arn:aws:sns:eu-west-1:123456789012:topic"
  policy = ` + document + "\n}\n"
	}
	statement := func(principal, rest string) string {
		return `jsonencode({ Statement = [{ Effect = "Allow", Action = "sns:Publish", Resource = "*", Principal = ` + principal + rest + ` }] })`
	}
	expect(t, said(t, check, `variable "unknown" {}`+"\n"+
		policy("open", statement(`"*"`, ""))+
		policy("named", statement(`{ AWS = "arn:aws:iam::123456789012:root" }`, ""))+
		policy("bound", statement(`"*"`, `, Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1" } }`))+
		policy("unknown", `var.unknown`)+
		policy("perhaps", statement(`{ AWS = var.unknown }`, ""))),
		`policy "open" lets everybody in`, `? policy "unknown" lets everybody in`, `? policy "perhaps" lets everybody in`)
}

func TestCreateBeforeDestroy(t *testing.T) {
	check := CreateBeforeDestroy(merlon.Check{ID: "x"}, "goes first", map[string]string{"aws_acm_certificate": "certificate"}, "aws_acm_certificate")
	expect(t, said(t, check, `
resource "aws_acm_certificate" "good" {
  lifecycle {
    create_before_destroy = true
  }
}
resource "aws_acm_certificate" "bad" {}
`), `certificate "bad" goes first`)
}

func TestEncryptedByDefault(t *testing.T) {
	e := checktest.Load(t, `
variable "unknown" {}
provider "aws" {
  region = "eu-west-1"
}
provider "aws" {
  alias  = "there"
  region = "us-east-1"
}
provider "aws" {
  alias  = "off"
  region = "eu-north-1"
}
provider "aws" {
  alias  = "perhaps"
  region = "eu-south-1"
}
resource "aws_ebs_encryption_by_default" "here" {}
resource "aws_ebs_encryption_by_default" "off" {
  provider = aws.off
  enabled  = false
}
resource "aws_ebs_encryption_by_default" "perhaps" {
  count    = var.unknown
  provider = aws.perhaps
}
resource "aws_ebs_volume" "here" {}
resource "aws_ebs_volume" "there" {
  provider = aws.there
}
resource "aws_ebs_volume" "off" {
  provider = aws.off
}
resource "aws_ebs_volume" "perhaps" {
  provider = aws.perhaps
}
`)
	pass := merlon.NewPass(&merlon.Check{}, e, &merlon.Settings{}, nil)
	for name, want := range map[string]merlon.Truth{"here": yes, "there": no, "off": no, "perhaps": maybe} {
		if got := EncryptedByDefault(pass, e.ByAddress("aws_ebs_volume."+name)); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}
