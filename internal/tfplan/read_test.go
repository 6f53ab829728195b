package tfplan

import (
	"strings"
	"testing"

	"merlon"
)

// plan is a plan in the shape that Terraform 1.11 prints, cut down: a module
// with a bucket for each name, what stands beside it, and a group that exists.
const plan = `{
  "format_version": "1.2",
  "variables": {"names": {"value": ["a"]}, "region": {"value": "eu-west-1"}},
  "planned_values": {"root_module": {
    "resources": [{
      "address": "aws_security_group.web", "mode": "managed", "type": "aws_security_group", "name": "web",
      "provider_name": "registry.terraform.io/hashicorp/aws",
      "values": {"id": "sg-1", "name": "web", "description": "", "ingress": [{"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]},
      "sensitive_values": {}
    }, {
      "address": "aws_db_instance.db", "mode": "managed", "type": "aws_db_instance", "name": "db",
      "provider_name": "registry.terraform.io/hashicorp/aws",
      "values": {"password": "hunter22", "storage_encrypted": null, "port": 5432, "monitoring_interval": 0},
      "sensitive_values": {"password": true}
    }],
    "child_modules": [{"address": "module.m[\"x\"]", "resources": [{
      "address": "module.m[\"x\"].aws_s3_bucket.b[\"a\"]", "mode": "managed", "type": "aws_s3_bucket", "name": "b", "index": "a",
      "provider_name": "registry.terraform.io/hashicorp/aws", "values": {"bucket": "a", "force_destroy": false, "tags": null}, "sensitive_values": {}
    }, {
      "address": "module.m[\"x\"].aws_s3_bucket_versioning.v[\"a\"]", "mode": "managed", "type": "aws_s3_bucket_versioning", "name": "v", "index": "a",
      "provider_name": "registry.terraform.io/hashicorp/aws",
      "values": {"versioning_configuration": [{"status": "Enabled"}]}, "sensitive_values": {}
    }]}]
  }},
  "resource_changes": [
    {"address": "aws_security_group.web", "mode": "managed", "type": "aws_security_group", "name": "web", "change": {"actions": ["update"], "after_unknown": {}}},
    {"address": "aws_db_instance.db", "mode": "managed", "type": "aws_db_instance", "name": "db", "change": {"actions": ["create"], "after_unknown": {"id": true, "kms_key_id": true, "vpc_security_group_ids": true}}},
    {"address": "module.m[\"x\"].aws_s3_bucket.b[\"a\"]", "mode": "managed", "type": "aws_s3_bucket", "name": "b", "index": "a", "change": {"actions": ["create"], "after_unknown": {"id": true, "versioning": true}}},
    {"address": "module.m[\"x\"].aws_s3_bucket_versioning.v[\"a\"]", "mode": "managed", "type": "aws_s3_bucket_versioning", "name": "v", "index": "a", "change": {"actions": ["create"], "after_unknown": {"bucket": true, "versioning_configuration": [{"mfa_delete": true}]}}}
  ],
  "prior_state": {"values": {"root_module": {"resources": [{
    "address": "data.aws_caller_identity.me", "mode": "data", "type": "aws_caller_identity", "name": "me",
    "provider_name": "registry.terraform.io/hashicorp/aws", "values": {"account_id": "111122223333"}, "sensitive_values": {}
  }]}}},
  "configuration": {
    "provider_config": {"aws": {"name": "aws", "expressions": {"region": {"references": ["var.region"]}}}},
    "root_module": {
      "resources": [
        {"address": "aws_security_group.web", "provider_config_key": "aws", "expressions": {"name": {"constant_value": "web"}}},
        {"address": "aws_db_instance.db", "provider_config_key": "aws", "expressions": {
          "password": {"references": ["var.password"]}, "port": {"constant_value": 5432},
          "vpc_security_group_ids": {"references": ["aws_security_group.web.id", "aws_security_group.web", "module.m[\"x\"].id", "module.m[\"x\"]"]}}}
      ],
      "module_calls": {"m": {"expressions": {"group": {"references": ["aws_security_group.web.id", "aws_security_group.web"]}}, "module": {
        "outputs": {"id": {"expression": {"references": ["aws_s3_bucket.b"]}}},
        "resources": [
          {"address": "aws_s3_bucket.b", "provider_config_key": "aws", "expressions": {"bucket": {"references": ["each.key"]}, "tags": {"references": ["var.group"]}}},
          {"address": "aws_s3_bucket_versioning.v", "provider_config_key": "aws", "expressions": {
            "bucket": {"references": ["aws_s3_bucket.b", "each.key"]},
            "versioning_configuration": [{"status": {"constant_value": "Enabled"}}]}}
        ]}}}
    }
  }
}`

func read(t *testing.T, text string) *Plan {
	t.Helper()
	p, err := Read(strings.NewReader(text), "plan.json")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestRead reads values, unknowns, what nobody set, and links.
func TestRead(t *testing.T) {
	p := read(t, plan)
	e := p.Estate
	if p.Variables["region"].AsString() != "eu-west-1" {
		t.Errorf("got variables %v", p.Variables)
	}
	db := e.ByAddress("aws_db_instance.db")
	if n, ok := db.Attr("port").Int(); !ok || n != 5432 {
		t.Errorf("port is %v, want 5432", db.Attr("port").Cty())
	}
	if !db.Attr("password").IsSensitive() {
		t.Error("the password is not sensitive")
	}
	if db.Attr("kms_key_id").IsSet() || db.Attr("monitoring_interval").IsSet() {
		t.Error("what the provider makes of nothing counts as set")
	}
	groups := db.Attr("vpc_security_group_ids")
	if !groups.IsUnknown() {
		t.Errorf("the groups are %v, want unknown", groups.Cty())
	}
	var got []string
	for _, ref := range groups.Refs() {
		got = append(got, ref.Target.Address+"."+ref.Attribute)
	}
	if want := `aws_security_group.web.id module.m["x"].aws_s3_bucket.b["a"].`; strings.Join(got, " ") != want {
		t.Errorf("links are %q, want %q", strings.Join(got, " "), want)
	}
	if db.Region() != "eu-west-1" {
		t.Errorf("the region is %q", db.Region())
	}
	web := e.ByAddress("aws_security_group.web")
	if s := web.Attr("ingress", "cidr_blocks"); s.Len() != 1 {
		t.Errorf("ingress is %v", web.Attr("ingress").Cty())
	}
	if web.Attr("description").IsSet() {
		t.Error("an empty text counts as set")
	}
	bucket := e.ByAddress(`module.m["x"].aws_s3_bucket.b["a"]`)
	versioning := e.Companions(bucket, "aws_s3_bucket_versioning", "bucket")
	if len(versioning.List) != 1 {
		t.Fatalf("the bucket has companions %v, want its versioning", versioning)
	}
	if v := versioning.First().Attr("versioning_configuration", "mfa_delete"); v.IsSet() {
		t.Error("an unknown argument that nobody set counts as set")
	}
	if me := e.ByAddress("data.aws_caller_identity.me"); me == nil || me.Attr("account_id").String() != "111122223333" {
		t.Error("the prior state's data are not there")
	}
}

// TestReadMistakes says what is wrong with what is no plan.
func TestReadMistakes(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", "not the JSON of a plan"},
		{"[]", "not the JSON of a plan"},
		{"{}", "it has no format_version"},
		{`{"format_version": "2.0"}`, "format version 2.0"},
	} {
		if _, err := Read(strings.NewReader(tt.text), "p.json"); err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), "p.json") {
			t.Errorf("%q: got error %v, want one with %q", tt.text, err, tt.want)
		}
	}
}

// TestReadRing follows references that go round without end.
func TestReadRing(t *testing.T) {
	text := strings.Replace(plan, `"references": ["aws_s3_bucket.b"]`, `"references": ["var.group"]`, 1)
	text = strings.Replace(text, `"group": {"references": ["aws_security_group.web.id", "aws_security_group.web"]}`, `"group": {"references": ["module.m[\"x\"].id", "module.m[\"x\"].id"]}`, 1)
	read(t, text)
}

// FuzzRead feeds hostile plans: no panic, and a second reading says the same.
func FuzzRead(f *testing.F) {
	f.Add([]byte(plan))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := Read(strings.NewReader(string(data)), "p")
		if err != nil {
			return
		}
		b, err := Read(strings.NewReader(string(data)), "p")
		if err != nil || len(a.Estate.Resources()) != len(b.Estate.Resources()) {
			t.Fatalf("a second reading differs: %v", err)
		}
		for _, r := range a.Estate.Resources() {
			for range r.All("a", "b") {
				continue
			}
			merlon.StripKeys(r.Address)
		}
	})
}
