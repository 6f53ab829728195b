package schema

import (
	"os"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"merlon/internal/schema/internal/format"
)

// TestTableSize keeps the table from growing unnoticed: it is part of the
// binary, uncompressed.
func TestTableSize(t *testing.T) {
	const most = 512 << 10
	if len(raw) > most {
		t.Errorf("the table has %d bytes, want at most %d", len(raw), most)
	}
	if raw[:len(format.Magic)] != format.Magic {
		t.Errorf("the table starts with %q, want %q", raw[:len(format.Magic)], format.Magic)
	}
}

// TestOpeningIsCheap keeps work out of the start of the program: a table is
// opened without decoding any type.
func TestOpeningIsCheap(t *testing.T) {
	if got := testing.AllocsPerRun(10, func() { newTable(raw) }); got > 20 {
		t.Errorf("opening the table takes %v allocations, want at most 20", got)
	}
	if tab := newTable(raw); len(tab.decodedBlock)+len(tab.decodedType) != 0 {
		t.Error("opening the table decodes blocks or types")
	}
}

// TestDecodeNested reads the table that TestEncode of gen writes. It has what a
// provider may publish and hashicorp/aws 5.100 does not.
func TestDecodeNested(t *testing.T) {
	src, err := os.ReadFile("testdata/nested.bin")
	if err != nil {
		t.Fatal(err)
	}
	b := newTable(string(src)).index[format.Managed].lookup("test")
	if b == nil || !b.Deprecated {
		t.Fatalf("got block %v, want a deprecated one", b)
	}
	if got := b.Attribute("name"); !got.Required || got.Default != cty.StringVal("x") {
		t.Errorf("name: got %+v, want it required with default x", got)
	}
	object := cty.ObjectWithOptionalAttrs(map[string]cty.Type{"a": cty.Bool, "b": cty.String}, []string{"b"})
	if got, want := b.Attribute("shape").Type, cty.Tuple([]cty.Type{cty.Map(cty.Number), cty.DynamicPseudoType, object}); !got.Equals(want) {
		t.Errorf("type of shape: got %#v, want %#v", got, want)
	}

	users := b.Attribute("users")
	user := cty.ObjectWithOptionalAttrs(map[string]cty.Type{"id": cty.String, "key": cty.String}, []string{"id"})
	if !users.Type.Equals(cty.Set(user)) || !users.IsSet() || users.IsBlockSyntax() {
		t.Errorf("type of users: got %#v, want a set of %#v that is no block", users.Type, user)
	}
	if !users.Sensitive || users.Nesting != Set || !users.Nested.Attribute("id").Computed || !users.Nested.Attribute("key").Sensitive {
		t.Errorf("users: got %+v with %+v, want all of it kept", users, users.Nested)
	}

	want := cty.Object(map[string]cty.Type{
		"name":    cty.String,
		"shape":   b.Attribute("shape").Type.WithoutOptionalAttributesDeep(),
		"users":   cty.Set(user.WithoutOptionalAttributesDeep()),
		"by_name": cty.Map(cty.Object(map[string]cty.Type{"name": cty.String})),
		"limits":  cty.EmptyObject,
	})
	if got := b.ImpliedType(); !got.Equals(want) {
		t.Errorf("implied type: got %#v, want %#v", got, want)
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		newTable(raw)
	}
}

// BenchmarkDecodeInstance decodes one large type of an open table.
func BenchmarkDecodeInstance(b *testing.B) { benchmarkDecode(b, "aws_instance") }

// BenchmarkDecodeBucketVersioning decodes one small type of an open table.
func BenchmarkDecodeBucketVersioning(b *testing.B) { benchmarkDecode(b, "aws_s3_bucket_versioning") }

func benchmarkDecode(b *testing.B, typ string) {
	t := newTable(raw)
	for b.Loop() {
		clear(t.decodedBlock)
		clear(t.decodedType)
		x := &t.index[format.Managed]
		clear(x.slots)
		x.lookup(typ)
	}
}

// BenchmarkDecodeAll decodes all managed types.
func BenchmarkDecodeAll(b *testing.B) {
	names := Types()
	b.ReportAllocs()
	for b.Loop() {
		t := newTable(raw)
		for _, name := range names {
			t.index[format.Managed].lookup(name)
		}
	}
}
