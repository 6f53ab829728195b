package tfstate

import (
	"strings"
	"testing"

	"merlon"
)

// state is a state in the shape that Terraform 1.11 writes, cut down.
const state = `{
  "version": 4, "terraform_version": "1.11.4", "serial": 7, "lineage": "x", "outputs": {},
  "resources": [
    {"mode": "data", "type": "aws_caller_identity", "name": "me", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
     "instances": [{"schema_version": 0, "attributes": {"account_id": "111122223333", "id": "111122223333"}}]},
    {"module": "module.net[\"eu\"]", "mode": "managed", "type": "aws_vpc", "name": "v", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"].eu",
     "instances": [{"index_key": 0, "attributes": {"id": "vpc-12345", "arn": "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-12345", "cidr_block": "10.0.0.0/16", "tags": {"Name": "vpc-12345"}}},
       {"index_key": 0, "deposed": "abc", "attributes": {"id": "vpc-old"}}]},
    {"mode": "managed", "type": "aws_subnet", "name": "s", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"].eu",
     "instances": [{"index_key": "a.b", "attributes": {"id": "subnet-1", "vpc_id": "vpc-12345", "tags": {"Name": "vpc-12345"}, "map_public_ip_on_launch": false}}]},
    {"mode": "managed", "type": "aws_db_instance", "name": "db", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
     "instances": [{"attributes": {"id": "db", "username": "u", "engine": "mysql", "password": "hunter22", "domain_ou": ""},
       "sensitive_attributes": [[{"type": "get_attr", "value": "username"}], [{"type": "get_attr", "value": "tags"}, {"type": "index", "value": {"value": "x", "type": "string"}}]]}]}
  ]
}`

// TestRead reads addresses, values, links, providers and what is sensitive.
func TestRead(t *testing.T) {
	e, err := Read(strings.NewReader(state), "terraform.tfstate")
	if err != nil {
		t.Fatal(err)
	}
	if n := len(e.Resources()); n != 4 {
		t.Errorf("got %d resources, want 4: the deposed one is left out", n)
	}
	vpc := e.ByAddress(`module.net["eu"].aws_vpc.v[0]`)
	if vpc == nil {
		t.Fatal("the VPC is not there")
	}
	if p := vpc.Provider; p.Name != "aws" || p.Alias != "eu" || p.Region != "eu-west-1" || p.Account != "111122223333" {
		t.Errorf("the provider is %+v", p)
	}
	if vpc.Origin.Serial != 7 || vpc.Origin.Source != merlon.SourceState {
		t.Errorf("the origin is %+v", vpc.Origin)
	}
	subnet := e.ByAddress(`aws_subnet.s["a.b"]`)
	if targets := subnet.Attr("vpc_id").Targets("aws_vpc"); len(targets) != 1 || targets[0] != vpc {
		t.Errorf("vpc_id leads to %v, want the VPC", targets)
	}
	if refs := subnet.Attr("tags").Refs(); len(refs) > 0 {
		t.Errorf("a tag is a link to %v", refs)
	}
	if v := subnet.Attr("map_public_ip_on_launch"); !v.IsSet() || v.Truth() != merlon.False {
		t.Error("a switch that is off is not there")
	}
	db := e.ByAddress("aws_db_instance.db")
	if !db.Attr("password").IsSensitive() || !db.Attr("username").IsSensitive() || db.Attr("engine").IsSensitive() {
		t.Error("what is sensitive is not what the schema and the state say")
	}
	if db.Attr("domain_ou").IsSet() {
		t.Error("an empty text counts as set")
	}
}

// TestReadMistakes says what to do.
func TestReadMistakes(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", "not a state file"},
		{"{}", "it has no version"},
		{`{"version": 3, "modules": []}`, "the state has version 3, and merlon knows 4"},
		{`{"lineage": "x", "encrypted_data": "AAAA", "encryption_version": "v0"}`, "encrypted by OpenTofu: give merlon what tofu state pull prints"},
	} {
		if _, err := Read(strings.NewReader(tt.text), "s"); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: got error %v, want one with %q", tt.text, err, tt.want)
		}
	}
}

// FuzzRead feeds hostile states: no panic.
func FuzzRead(f *testing.F) {
	f.Add([]byte(state))
	f.Fuzz(func(_ *testing.T, data []byte) {
		_, _ = Read(strings.NewReader(string(data)), "s")
	})
}
