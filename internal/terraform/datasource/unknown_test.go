package datasource

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"
)

func obj(attrs map[string]cty.Value) cty.Value { return cty.ObjectVal(attrs) }

func strs(texts ...string) cty.Value {
	vals := make([]cty.Value, len(texts))
	for i, s := range texts {
		vals[i] = cty.StringVal(s)
	}
	return cty.ListVal(vals)
}

// TestUnknownPolicy: a document with an unknown part is unknown, wherever the
// part is.
func TestUnknownPolicy(t *testing.T) {
	u := cty.UnknownVal(cty.String)
	block := func(attrs map[string]cty.Value) cty.Value {
		return obj(map[string]cty.Value{"statement": cty.TupleVal([]cty.Value{obj(attrs)})})
	}
	principal := func(kind, ids cty.Value) cty.Value {
		return cty.TupleVal([]cty.Value{obj(map[string]cty.Value{"type": kind, "identifiers": ids})})
	}
	condition := func(test, variable, values cty.Value) cty.Value {
		return cty.TupleVal([]cty.Value{obj(map[string]cty.Value{"test": test, "variable": variable, "values": values})})
	}
	x := cty.StringVal("x")
	for name, config := range map[string]cty.Value{
		"config":           cty.DynamicVal,
		"version":          obj(map[string]cty.Value{"version": u}),
		"policy_id":        obj(map[string]cty.Value{"policy_id": u}),
		"statements":       obj(map[string]cty.Value{"statement": cty.DynamicVal}),
		"statement":        obj(map[string]cty.Value{"statement": cty.TupleVal([]cty.Value{cty.DynamicVal})}),
		"source":           obj(map[string]cty.Value{"source_policy_documents": cty.UnknownVal(cty.List(cty.String))}),
		"one source":       obj(map[string]cty.Value{"source_policy_documents": cty.ListVal([]cty.Value{cty.StringVal("{}"), u})}),
		"override":         obj(map[string]cty.Value{"override_policy_documents": cty.ListVal([]cty.Value{u})}),
		"sid":              block(map[string]cty.Value{"sid": u}),
		"effect":           block(map[string]cty.Value{"effect": u}),
		"actions":          block(map[string]cty.Value{"actions": cty.UnknownVal(cty.Set(cty.String))}),
		"one action":       block(map[string]cty.Value{"actions": cty.SetVal([]cty.Value{x, u})}),
		"one resource":     block(map[string]cty.Value{"not_resources": cty.SetVal([]cty.Value{u})}),
		"principals":       block(map[string]cty.Value{"principals": cty.DynamicVal}),
		"principal type":   block(map[string]cty.Value{"principals": principal(u, strs("x"))}),
		"principal":        block(map[string]cty.Value{"not_principals": principal(x, cty.SetVal([]cty.Value{u}))}),
		"condition test":   block(map[string]cty.Value{"condition": condition(u, x, strs("x"))}),
		"condition var":    block(map[string]cty.Value{"condition": condition(x, u, strs("x"))}),
		"condition values": block(map[string]cty.Value{"condition": condition(x, x, cty.ListVal([]cty.Value{x, u}))}),
	} {
		if _, _, err := PolicyDocument(config); !errors.Is(err, ErrUnknown) {
			t.Errorf("%s: got error %v, want %v", name, err, ErrUnknown)
		}
		attrs, ok := Answer("aws_iam_policy_document", config, Context{})
		if len(attrs) != 0 || !ok {
			t.Errorf("%s: got %v, %t, want no attributes, true", name, attrs, ok)
		}
	}
}

// TestMarks: what a document is made of marks it.
func TestMarks(t *testing.T) {
	config := obj(map[string]cty.Value{"statement": cty.TupleVal([]cty.Value{
		obj(map[string]cty.Value{"actions": cty.SetVal([]cty.Value{cty.StringVal("s3:*").Mark("m")})}),
	})})
	attrs, _ := Answer("aws_iam_policy_document", config, Context{})
	if v := attrs["json"]; v == cty.NilVal || !v.HasMark("m") {
		t.Errorf("got %#v, want a marked document", v)
	}
}

// TestRefused compares with what hashicorp/aws 5.100 refuses, and what it lets
// pass although it is odd.
func TestRefused(t *testing.T) {
	var want map[string]string
	readJSON(t, "testdata/odd.json", &want)
	blocks := dataBlocks(t, "testdata/odd.tf")
	for name, doc := range want {
		_, got, err := PolicyDocument(blocks["aws_iam_policy_document."+name])
		if err != nil {
			got = "error"
		}
		if got != doc {
			t.Errorf("%s: got %s (%v), want %s", name, got, err, doc)
		}
	}
}

// TestOldArguments: source_json and override_json mean what they did when
// providers had them.
func TestOldArguments(t *testing.T) {
	_, got, err := PolicyDocument(obj(map[string]cty.Value{
		"source_json":   cty.StringVal(`{"Statement":[{"Sid":"A","Effect":"Allow","Action":"a"}]}`),
		"override_json": cty.StringVal(`{"Statement":[{"Sid":"A","Effect":"Deny","Action":"b"}]}`),
	}))
	want := `{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Deny","Action":"b"}]}`
	if err != nil || got != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

func zoneNames(t *testing.T, config cty.Value, region string) string {
	t.Helper()
	attrs, ok := Answer("aws_availability_zones", config, Context{Region: region})
	if !ok {
		t.Fatal("got no answer")
	}
	v, ok := attrs["names"]
	if !ok {
		return "unknown"
	}
	var names []string
	for _, e := range v.AsValueSlice() {
		names = append(names, e.AsString())
	}
	return strings.Join(names, " ")
}

func TestAvailabilityZones(t *testing.T) {
	filter := func(name string, values ...string) cty.Value {
		return cty.TupleVal([]cty.Value{obj(map[string]cty.Value{"name": cty.StringVal(name), "values": strs(values...)})})
	}
	all := "eu-west-1a eu-west-1b eu-west-1c"
	for name, tt := range map[string]struct {
		config map[string]cty.Value
		want   string
	}{
		"plain":           {nil, all},
		"available":       {map[string]cty.Value{"state": cty.StringVal("available")}, all},
		"other state":     {map[string]cty.Value{"state": cty.StringVal("impaired")}, "unknown"},
		"unknown state":   {map[string]cty.Value{"state": cty.UnknownVal(cty.String)}, "unknown"},
		"excluded":        {map[string]cty.Value{"exclude_names": strs("eu-west-1b", "x")}, "eu-west-1a eu-west-1c"},
		"excluded ids":    {map[string]cty.Value{"exclude_zone_ids": strs("euw1-az1")}, "unknown"},
		"all":             {map[string]cty.Value{"all_availability_zones": cty.True}, "unknown"},
		"opt-in":          {map[string]cty.Value{"filter": filter("opt-in-status", "opt-in-not-required")}, all},
		"all, but opt-in": {map[string]cty.Value{"all_availability_zones": cty.True, "filter": filter("opt-in-status", "opt-in-not-required")}, all},
		"opted in":        {map[string]cty.Value{"filter": filter("opt-in-status", "opted-in")}, "unknown"},
		"both":            {map[string]cty.Value{"filter": filter("opt-in-status", "opted-in", "opt-in-not-required")}, "unknown"},
		"type":            {map[string]cty.Value{"filter": filter("zone-type", "availability-zone")}, all},
		"local":           {map[string]cty.Value{"filter": filter("zone-type", "local-zone")}, "unknown"},
		"names":           {map[string]cty.Value{"filter": filter("zone-name", "eu-west-1c", "eu-west-1a")}, "eu-west-1a eu-west-1c"},
		"pattern":         {map[string]cty.Value{"filter": filter("zone-name", "eu-west-1*")}, "unknown"},
		"group":           {map[string]cty.Value{"filter": filter("group-name", "eu-west-1-zg-1")}, "unknown"},
		"unknown filter":  {map[string]cty.Value{"filter": cty.DynamicVal}, "unknown"},
	} {
		if got := zoneNames(t, obj(tt.config), "eu-west-1"); got != tt.want {
			t.Errorf("%s: got %s, want %s", name, got, tt.want)
		}
	}
	if got := zoneNames(t, obj(nil), ""); got != "unknown" {
		t.Errorf("no region: got %s, want unknown", got)
	}
}

// TestDependsOnContext covers answers that need the region, the account or the
// provider's default tags.
func TestDependsOnContext(t *testing.T) {
	tags := cty.MapVal(map[string]cty.Value{"team": cty.StringVal("x")})
	here := Context{Region: "eu-west-1", AccountID: "123456789012", DefaultTags: tags}
	for _, tt := range []struct {
		typ    string
		config map[string]cty.Value
		ctx    Context
		want   map[string]any
	}{
		{"aws_caller_identity", nil, Context{}, map[string]any{}},
		{"aws_caller_identity", nil, here, map[string]any{"id": "123456789012", "account_id": "123456789012"}},
		{"aws_default_tags", nil, here, map[string]any{"id": "aws", "tags": map[string]any{"team": "x"}}},
		{"aws_default_tags", nil, Context{DefaultTags: cty.DynamicVal}, map[string]any{"tags": "(unknown)"}},
		{"aws_partition", nil, Context{}, map[string]any{}},
		{"aws_region", nil, Context{}, map[string]any{}},
		{"aws_region", map[string]cty.Value{"name": cty.UnknownVal(cty.String)}, here, map[string]any{}},
		{"aws_regions", nil, here, map[string]any{"id": "aws"}},
		{"aws_elb_service_account", map[string]cty.Value{"region": cty.UnknownVal(cty.String)}, here, map[string]any{}},
		{"aws_lb_hosted_zone_id", map[string]cty.Value{"load_balancer_type": cty.UnknownVal(cty.String)}, here, map[string]any{}},
		{"aws_arn", map[string]cty.Value{"arn": cty.StringVal("x")}, here, map[string]any{}},
		{"aws_iam_session_context", map[string]cty.Value{"arn": cty.StringVal("arn:aws:sts::123456789012:assumed-role/Audien-Heaven/MatyNoyes")}, here, map[string]any{
			"id": "arn:aws:sts::123456789012:assumed-role/Audien-Heaven/MatyNoyes", "issuer_name": "Audien-Heaven", "session_name": "MatyNoyes",
		}},
		{"aws_iam_session_context", map[string]cty.Value{"arn": cty.StringVal("arn:aws:iam::123456789012:user/x")}, here, map[string]any{
			"id": "arn:aws:iam::123456789012:user/x", "issuer_arn": "arn:aws:iam::123456789012:user/x", "issuer_id": "", "issuer_name": "", "session_name": "",
		}},
		{"aws_availability_zone", map[string]cty.Value{"name": cty.StringVal("eu-west-1b")}, here, map[string]any{
			"id": "eu-west-1b", "name": "eu-west-1b", "name_suffix": "b", "region": "eu-west-1", "network_border_group": "eu-west-1",
			"opt_in_status": "opt-in-not-required", "zone_type": "availability-zone", "parent_zone_id": "", "parent_zone_name": "",
		}},
		{"aws_availability_zone", map[string]cty.Value{"zone_id": cty.StringVal("euw1-az1")}, here, map[string]any{}},
		{"null_data_source", map[string]cty.Value{"inputs": tags}, here, map[string]any{"outputs": map[string]any{"team": "x"}, "has_computed_default": "default"}},
	} {
		attrs, ok := Answer(tt.typ, obj(tt.config), tt.ctx)
		got := map[string]any{}
		for name, v := range attrs {
			got[name] = plain(v)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" || !ok {
			t.Errorf("%s: (-want +got):\n%s", tt.typ, diff)
		}
	}
	if attrs, ok := Answer("aws_ami", obj(nil), here); ok || attrs != nil {
		t.Errorf("aws_ami: got %v, want no answer", attrs)
	}
	attrs, _ := Answer("aws_regions", obj(map[string]cty.Value{"all_regions": cty.True}), here)
	if v := attrs["names"]; v == cty.NilVal || !v.HasElement(cty.StringVal("eu-west-1")).True() || v.HasElement(cty.StringVal("cn-north-1")).True() {
		t.Errorf("aws_regions: got %#v, want all of one partition", v)
	}
}

func TestCloudInit(t *testing.T) {
	part := cty.TupleVal([]cty.Value{
		obj(map[string]cty.Value{"content_type": cty.StringVal("text/x-shellscript"), "content": cty.StringVal("#!/bin/sh\n"), "filename": cty.StringVal("a.sh")}),
		obj(map[string]cty.Value{"content": cty.StringVal("foo"), "merge_type": cty.StringVal("list(append)")}),
	})
	attrs, ok := Answer("cloudinit_config", obj(map[string]cty.Value{"gzip": cty.False, "base64_encode": cty.False, "part": part}), Context{})
	want := "Content-Type: multipart/mixed; boundary=\"MIMEBOUNDARY\"\nMIME-Version: 1.0\r\n\r\n" +
		"--MIMEBOUNDARY\r\nContent-Disposition: attachment; filename=\"a.sh\"\r\nContent-Transfer-Encoding: 7bit\r\n" +
		"Content-Type: text/x-shellscript\r\nMime-Version: 1.0\r\n\r\n#!/bin/sh\n\r\n" +
		"--MIMEBOUNDARY\r\nContent-Transfer-Encoding: 7bit\r\nContent-Type: text/plain\r\nMime-Version: 1.0\r\nX-Merge-Type: list(append)\r\n\r\nfoo\r\n" +
		"--MIMEBOUNDARY--\r\n"
	if !ok || attrs["rendered"] == cty.NilVal {
		t.Fatalf("got %v, want a text", attrs)
	}
	if diff := cmp.Diff(want, attrs["rendered"].AsString()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	zipped, _ := Answer("template_cloudinit_config", obj(map[string]cty.Value{"part": part}), Context{})
	if v := zipped["rendered"]; v == cty.NilVal || !strings.HasPrefix(v.AsString(), "H4sI") {
		t.Errorf("got %#v, want base64 of gzip", v)
	}
	for name, config := range map[string]cty.Value{
		"content":  obj(map[string]cty.Value{"part": cty.TupleVal([]cty.Value{obj(map[string]cty.Value{"content": cty.UnknownVal(cty.String)})})}),
		"zip only": obj(map[string]cty.Value{"base64_encode": cty.False}),
		"boundary": obj(map[string]cty.Value{"boundary": cty.StringVal("a\r\nb")}),
		"gzip":     obj(map[string]cty.Value{"gzip": cty.UnknownVal(cty.Bool)}),
	} {
		if attrs, _ := Answer("cloudinit_config", config, Context{}); attrs["rendered"] != cty.NilVal {
			t.Errorf("%s: got %#v, want an unknown text", name, attrs["rendered"])
		}
	}
}

// FuzzPolicyDocument merges any text into a document: the result is JSON.
func FuzzPolicyDocument(f *testing.F) {
	for _, s := range []string{
		`{}`, `[]`, `{"Statement":[null]}`, `{"Statement":[{"Sid":"A","Principal":"*","Condition":{"a":{"b":["c",1]}}}]}`,
		`{"Statement":[{"Principal":{"AWS":["a",null]},"Action":{"x":1}}]}`, `{"Version":"9","Id":"x","Statement":{}}`,
	} {
		f.Add(s, "s3:*")
	}
	f.Fuzz(func(t *testing.T, doc, action string) {
		statement := cty.TupleVal([]cty.Value{obj(map[string]cty.Value{"sid": cty.StringVal("A"), "actions": strs(action, "x")})})
		for _, name := range []string{"source_policy_documents", "override_policy_documents"} {
			config := obj(map[string]cty.Value{name: strs(doc), "statement": statement})
			_, got, err := PolicyDocument(config)
			if err == nil && !json.Valid([]byte(got)) {
				t.Errorf("%s: got %s, want JSON", name, got)
			}
		}
	})
}

// FuzzAnswer asks every type with any text for every argument.
func FuzzAnswer(f *testing.F) {
	types := slices.Sorted(maps.Keys(answers))
	names := []string{
		"arn", "name", "endpoint", "region", "dns_name", "reverse_dns_name", "reverse_dns_prefix", "service_id", "service_name",
		"state", "exclude_names", "filter", "boundary", "part", "inputs", "load_balancer_type", "statement", "gzip", "all_regions",
	}
	for i := range types {
		f.Add(i, "arn:aws:sts::1:assumed-role/a/b", uint32(1), "eu-west-1")
		f.Add(i, "ec2.eu-west-1", uint32(0xffff), "")
	}
	f.Fuzz(func(t *testing.T, which int, s string, mask uint32, region string) {
		if which < 0 {
			return
		}
		attrs := map[string]cty.Value{}
		for i, name := range names {
			if mask>>i&1 == 1 {
				attrs[name] = cty.StringVal(s)
			}
		}
		typ := types[which%len(types)]
		got, ok := Answer(typ, obj(attrs), Context{Region: region})
		if !ok {
			t.Errorf("%s: got no answer", typ)
		}
		for name, v := range got {
			if v == cty.NilVal {
				t.Errorf("%s: %s is no value", typ, name)
			}
		}
	})
}
