package main

import (
	"bytes"
	"flag"
	"os"
	"slices"
	"testing"

	"merlon/internal/schema/internal/format"
)

var update = flag.Bool("update", false, "rewrite the expected files")

// nestedSchemas has what a provider may publish and hashicorp/aws 5.100 does
// not: nested attributes, and blocks that are maps and groups.
const nestedSchemas = `{"provider_schemas": {"registry.terraform.io/hashicorp/aws": {
  "provider": {"block": {}},
  "resource_schemas": {"test": {"block": {
    "deprecated": true,
    "attributes": {
      "name": {"type": "string", "required": true},
      "shape": {"type": ["tuple", [["map", "number"], "dynamic", ["object", {"a": "bool", "b": "string"}, ["b"]]]], "computed": true},
      "users": {"optional": true, "sensitive": true, "nested_type": {"nesting_mode": "set", "attributes": {
        "id": {"type": "string", "computed": true},
        "key": {"type": "string", "required": true, "sensitive": true}
      }}}
    },
    "block_types": {
      "by_name": {"nesting_mode": "map", "block": {"attributes": {"name": {"type": "string", "required": true}}}},
      "limits": {"nesting_mode": "group", "block": {}}
    }
  }}}
}}}`

// TestEncode encodes a schema that the embedded table has nothing like.
// TestDecodeNested of package schema reads the file that it compares with.
func TestEncode(t *testing.T) {
	const golden = "../testdata/nested.bin"
	in, err := parseSchemas([]byte(nestedSchemas))
	if err != nil {
		t.Fatal(err)
	}
	if err := in.managed["test"].attrs["name"].setDefault("x"); err != nil {
		t.Fatal(err)
	}
	got := encode(in, "1.2.3")
	if *update {
		if err := os.WriteFile(golden, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got table\n%q\nwant\n%q", got, want)
	}
	for range 5 {
		if again := encode(in, "1.2.3"); !bytes.Equal(again, got) {
			t.Fatal("encoding twice gives two tables")
		}
	}
}

// TestRepair checks what is made of the provider's complaints about probes.
func TestRepair(t *testing.T) {
	b := newBlock()
	for _, name := range []string{"ami", "instance_type"} {
		b.attrs[name] = &attr{flags: format.Optional}
	}
	b.blocks["launch_template"] = &nested{block: newBlock()}
	b.blocks["launch_template"].block.attrs["id"] = &attr{flags: format.Optional}
	for _, c := range []struct {
		detail string
		want   []string // nil if the probe is dropped
	}{
		{"\"ami\": one of `ami,launch_template` must be specified", []string{"ami"}},
		{"one of `launch_template.0.id,launch_template.0.name` must be specified", []string{"launch_template", "launch_template.id"}},
		{"\"ami\": conflicts with instance_type", nil},
		{"nothing known must be set", nil},
	} {
		p := &probe{typ: "aws_instance", name: "p0", schema: b, include: map[string]bool{}}
		writeProbes([]*probe{p})
		rest, progress := repair([]*probe{p}, []diagnostic{{Summary: "Refused", Detail: c.detail, Address: "aws_instance.p0"}})
		if !progress {
			t.Errorf("%q: no progress", c.detail)
		}
		if got := names(p.include); len(rest) > 0 != (c.want != nil) || len(rest) > 0 && !slices.Equal(got, c.want) {
			t.Errorf("%q: got %d probes including %v, want %v", c.detail, len(rest), got, c.want)
		}
	}
}
