package trace_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"merlon"
	"merlon/internal/terraform"
	"merlon/internal/tfstate"
	"merlon/internal/trace"
)

const code = `
variable "open" { default = ["203.0.113.0/24"] }

resource "aws_security_group" "web" {
  description = ""
  dynamic "ingress" {
    for_each = var.open
    content {
      from_port   = 22
      to_port     = 22
      protocol    = "tcp"
      cidr_blocks = [ingress.value]
    }
  }
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_subnet" "s" {
  count  = length(data.aws_availability_zones.all.names)
  vpc_id = aws_vpc.v.id
}

resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}

data "aws_availability_zones" "all" {
  all_availability_zones = true
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_s3_bucket" "kept" {
  bucket = "kept"
}
`

const state = `{"version": 4, "serial": 1, "lineage": "l", "resources": [
  {"mode": "managed", "type": "aws_vpc", "name": "v", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
   "instances": [{"attributes": {"id": "vpc-12345", "cidr_block": "10.0.0.0/16", "enable_dns_support": true}}]},
  {"mode": "managed", "type": "aws_subnet", "name": "s", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
   "instances": [{"index_key": 4, "attributes": {"id": "subnet-1", "vpc_id": "vpc-12345"}}]},
  {"mode": "managed", "type": "aws_security_group", "name": "web", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
   "instances": [{"attributes": {"id": "sg-1", "ingress": [
     {"from_port": 443, "to_port": 443, "protocol": "tcp", "cidr_blocks": ["10.0.0.0/8"]},
     {"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["203.0.113.0/24"]}]}}]},
  {"mode": "managed", "type": "aws_s3_bucket", "name": "gone", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
   "instances": [{"attributes": {"id": "b", "bucket": "b", "logging": [{"target_bucket": "logs-bucket"}],
     "replication_configuration": [{"rules": [{"destination": [{"bucket": "logs-bucket"}]}]}]}}]},
  {"mode": "managed", "type": "aws_s3_bucket", "name": "kept", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
   "instances": [{"attributes": {"id": "kept", "bucket": "kept",
     "replication_configuration": [{"rules": [{"destination": [{"bucket": "logs-bucket"}]}]}]}}]},
  {"mode": "managed", "type": "aws_s3_bucket", "name": "logs", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
   "instances": [{"attributes": {"id": "logs-bucket", "bucket": "logs-bucket"}}]}
]}`

// TestJoin gives what a state holds the places, causes and links of the code.
func TestJoin(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(code), 0o600); err != nil {
		t.Fatal(err)
	}
	declared, err := terraform.Load(t.Context(), dir, terraform.Options{Project: dir})
	if err != nil {
		t.Fatal(err)
	}
	real, err := tfstate.Read(strings.NewReader(state), "terraform.tfstate")
	if err != nil {
		t.Fatal(err)
	}
	e := trace.Join(real, declared)
	if e.Source != merlon.SourceState {
		t.Errorf("the source is %s", e.Source)
	}

	// Blocks are matched by what is in them, whatever their order.
	group := e.ByAddress("aws_security_group.web")
	for rule := range group.Elements("ingress") {
		port, _ := rule.Attr("from_port").Int()
		want := map[int]int32{22: 6, 443: 15}[port]
		if got := rule.Range().Start.Line; got != want {
			t.Errorf("the rule for port %d stands at line %d, want %d", port, got, want)
		}
		if port == 22 && rule.Attr("cidr_blocks").Cause().Outermost().Name != "var.open" {
			t.Errorf("the cause is %v, want var.open", rule.Attr("cidr_blocks").Cause())
		}
	}
	if v := group.Attr("description"); v.Range().Start.Line != 5 {
		t.Errorf("an empty text stands at line %d, want 5", v.Range().Start.Line)
	}

	// An instance that the code could not number has its block's places.
	subnet := e.ByAddress("aws_subnet.s[4]")
	if subnet.Origin.Header.Start.Line != 23 || subnet.Origin.Source != merlon.SourceState {
		t.Errorf("the subnet's origin is %+v", subnet.Origin)
	}
	vpc := e.ByAddress("aws_vpc.v")
	if targets := subnet.Attr("vpc_id").Targets("aws_vpc"); len(targets) != 1 || targets[0] != vpc {
		t.Errorf("vpc_id leads to %v, want the VPC of this estate", targets)
	}
	if vpc.Region() != "eu-west-1" {
		t.Errorf("the region is %q", vpc.Region())
	}
	if v := vpc.Attr("enable_dns_support"); !v.IsSet() || v.Range() != vpc.Origin.Header {
		t.Error("what nobody wrote stands at the header")
	}

	// What no code declares has no place, and says so.
	if gone := e.ByAddress("aws_s3_bucket.gone"); gone.IsDeclared() || !vpc.IsDeclared() {
		t.Error("what is declared is not what the code has")
	}
	// Links in blocks that no code declares lead to resources of this estate,
	// however deep they stand.
	logs := e.ByAddress("aws_s3_bucket.logs")
	for v := range e.ByAddress("aws_s3_bucket.kept").All("replication_configuration", "rules", "destination", "bucket") {
		if targets := v.Targets("aws_s3_bucket"); len(v.Refs()) != 1 || len(targets) != 1 || targets[0] != logs {
			t.Errorf("the replica leads to %v by %v, want the logs of this estate", targets, v.Refs())
		}
	}
	if !e.Has("provider.aws") {
		t.Error("the provider block did not come along")
	}
}
