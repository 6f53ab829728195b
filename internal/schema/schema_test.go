package schema_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"merlon/internal/schema"
)

// attribute returns the attribute at a dotted path through nested blocks.
func attribute(t *testing.T, b *schema.Block, path string) *schema.Attribute {
	t.Helper()
	steps := strings.Split(path, ".")
	for _, step := range steps[:len(steps)-1] {
		n := b.Block(step)
		if n == nil {
			t.Fatalf("no block %q on the way to %q", step, path)
		}
		b = &n.Block
	}
	a := b.Attribute(steps[len(steps)-1])
	if a == nil {
		t.Fatalf("no attribute %q", path)
	}
	return a
}

// traits returns what is true of an attribute, in words.
func traits(a *schema.Attribute) string {
	var words []string
	for _, trait := range []struct {
		is   bool
		word string
	}{
		{a.Required, "required"},
		{a.Optional, "optional"},
		{a.Computed, "computed"},
		{a.Sensitive, "sensitive"},
		{a.WriteOnly, "write-only"},
		{a.Deprecated, "deprecated"},
	} {
		if trait.is {
			words = append(words, trait.word)
		}
	}
	return strings.Join(words, " ")
}

func TestResourceAttributes(t *testing.T) {
	for _, c := range []struct {
		typ, path string
		want      cty.Type
		traits    string
	}{
		{"aws_s3_bucket", "bucket", cty.String, "optional computed"},
		{"aws_s3_bucket", "force_destroy", cty.Bool, "optional"},
		{"aws_s3_bucket", "acl", cty.String, "optional computed deprecated"},
		{"aws_s3_bucket", "arn", cty.String, "computed"},
		{"aws_s3_bucket", "tags", cty.Map(cty.String), "optional"},
		{"aws_security_group_rule", "cidr_blocks", cty.List(cty.String), "optional"},
		{"aws_security_group_rule", "from_port", cty.Number, "required"},
		{"aws_instance", "root_block_device.encrypted", cty.Bool, "optional computed"},
		{"aws_instance", "vpc_security_group_ids", cty.Set(cty.String), "optional computed"},
		{"aws_db_instance", "password", cty.String, "optional sensitive"},
		{"aws_db_instance", "password_wo", cty.String, "optional sensitive write-only"},
		{"terraform_data", "output", cty.DynamicPseudoType, "computed"},
		{"terraform_data", "triggers_replace", cty.DynamicPseudoType, "optional"},
		{"random_password", "result", cty.String, "computed sensitive"},
		{"tls_private_key", "private_key_pem", cty.String, "computed sensitive"},
		{"tls_self_signed_cert", "subject.street_address", cty.List(cty.String), "optional"},
	} {
		a := attribute(t, schema.Resource(c.typ), c.path)
		if !a.Type.Equals(c.want) {
			t.Errorf("type of %s.%s: got %#v, want %#v", c.typ, c.path, a.Type, c.want)
		}
		if got := traits(a); got != c.traits {
			t.Errorf("%s.%s: got %q, want %q", c.typ, c.path, got, c.traits)
		}
	}
}

func TestAttributesAsBlocks(t *testing.T) {
	group := schema.Resource("aws_security_group")
	ingress := attribute(t, group, "ingress")
	if !ingress.IsSet() || !ingress.IsBlockSyntax() {
		t.Errorf("ingress: got set %t, block syntax %t, want both", ingress.IsSet(), ingress.IsBlockSyntax())
	}
	if got := ingress.Type.ElementType().AttributeType("cidr_blocks"); !got.Equals(cty.List(cty.String)) {
		t.Errorf("cidr_blocks of ingress: got %#v, want a list of strings", got)
	}
	if group.Block("ingress") != nil {
		t.Error("ingress is a block, want an attribute")
	}
	if tags := attribute(t, group, "tags"); tags.IsSet() || tags.IsBlockSyntax() {
		t.Error("tags is taken for a set or for a block")
	}
}

func TestNestedBlocks(t *testing.T) {
	for _, c := range []struct {
		typ, block string
		nesting    schema.Nesting
		min, max   int
	}{
		{"aws_instance", "root_block_device", schema.List, 0, 1},
		{"aws_instance", "ebs_block_device", schema.Set, 0, 0},
		{"aws_instance", "timeouts", schema.Single, 0, 0},
		{"aws_eks_cluster", "vpc_config", schema.List, 1, 1},
	} {
		n := schema.Resource(c.typ).Block(c.block)
		if n == nil {
			t.Errorf("%s has no block %s", c.typ, c.block)
			continue
		}
		if n.Nesting != c.nesting || n.MinItems != c.min || n.MaxItems != c.max {
			t.Errorf("%s.%s: got %s from %d to %d, want %s from %d to %d",
				c.typ, c.block, n.Nesting, n.MinItems, n.MaxItems, c.nesting, c.min, c.max)
		}
	}
}

func TestIsSet(t *testing.T) {
	b := schema.Resource("aws_instance")
	for name, want := range map[string]bool{
		"ebs_block_device":       true,
		"root_block_device":      false,
		"vpc_security_group_ids": true,
		"ami":                    false,
		"nonesuch":               false,
	} {
		if got := b.IsSet(name); got != want {
			t.Errorf("IsSet(%q): got %t, want %t", name, got, want)
		}
	}
}

func TestDefaults(t *testing.T) {
	for _, c := range []struct {
		typ, path string
		want      cty.Value
	}{
		{"aws_db_instance", "publicly_accessible", cty.False},
		{"aws_db_instance", "auto_minor_version_upgrade", cty.True},
		{"aws_db_instance", "monitoring_interval", cty.Zero},
		{"aws_db_instance", "storage_encrypted", cty.NilVal},
		{"aws_security_group", "description", cty.StringVal("Managed by Terraform")},
		{"aws_security_group", "name", cty.NilVal},
		{"aws_instance", "root_block_device.delete_on_termination", cty.True},
		{"aws_instance", "metadata_options.http_endpoint", cty.StringVal("enabled")},
		{"aws_instance", "metadata_options.http_tokens", cty.NilVal},
		{"aws_kms_key", "enable_key_rotation", cty.False},
		{"aws_lambda_function", "timeout", cty.NumberIntVal(3)},
		{"aws_dynamodb_table", "billing_mode", cty.StringVal("PROVISIONED")},
		{"random_pet", "separator", cty.StringVal("-")},
		{"random_pet", "length", cty.NumberIntVal(2)},
	} {
		got := attribute(t, schema.Resource(c.typ), c.path).Default
		if got == cty.NilVal || c.want == cty.NilVal {
			if got != c.want {
				t.Errorf("default of %s.%s: got %#v, want %#v", c.typ, c.path, got, c.want)
			}
			continue
		}
		if !got.RawEquals(c.want) {
			t.Errorf("default of %s.%s: got %#v, want %#v", c.typ, c.path, got, c.want)
		}
	}
}

func TestOtherKinds(t *testing.T) {
	for _, c := range []struct {
		kind   string
		lookup func(string) *schema.Block
		name   string
		has    []string
	}{
		{"data source", schema.Data, "aws_iam_policy_document", []string{"json", "source_policy_documents"}},
		{"data source", schema.Data, "terraform_remote_state", []string{"config", "outputs"}},
		{"data source", schema.Data, "archive_file", []string{"output_path"}},
		{"data source", schema.Data, "template_file", []string{"rendered", "vars"}},
		{"ephemeral resource", schema.Ephemeral, "aws_secretsmanager_secret_version", []string{"secret_string"}},
		{"provider", schema.ProviderConfig, "aws", []string{"region", "secret_key"}},
	} {
		b := c.lookup(c.name)
		if b == nil {
			t.Errorf("no %s %s", c.kind, c.name)
			continue
		}
		for _, name := range c.has {
			if b.Attribute(name) == nil {
				t.Errorf("%s %s has no attribute %s", c.kind, c.name, name)
			}
		}
	}
	if got, want := schema.AWSVersion(), "5.100.0"; got != want {
		t.Errorf("got version %s, want %s", got, want)
	}
}

func TestAbsentNames(t *testing.T) {
	for _, name := range []string{"", "aws", "aws_", "aws_nonesuch", "zzz", "\xff", "aws_s3_bucket\x00"} {
		for kind, lookup := range map[string]func(string) *schema.Block{
			"Resource":       schema.Resource,
			"Data":           schema.Data,
			"Ephemeral":      schema.Ephemeral,
			"ProviderConfig": schema.ProviderConfig,
		} {
			if got := lookup(name); got != nil && name != "aws" {
				t.Errorf("%s(%q): got a block, want nil", kind, name)
			}
		}
	}
	var none *schema.Block
	if none.Attribute("x") != nil || none.Block("x") != nil || none.IsSet("x") {
		t.Error("a nil block has members")
	}
}

// TestTableDecodes decodes everything, and checks what the package promises of
// every block.
func TestTableDecodes(t *testing.T) {
	var check func(path string, b *schema.Block)
	seen := make(map[*schema.Attribute]bool) // nested blocks are shared
	check = func(path string, b *schema.Block) {
		if len(b.Attributes) > 0 {
			if seen[&b.Attributes[0]] {
				return
			}
			seen[&b.Attributes[0]] = true
		}
		if !slices.IsSortedFunc(b.Attributes, func(x, y schema.Attribute) int { return strings.Compare(x.Name, y.Name) }) {
			t.Errorf("attributes of %s are not sorted", path)
		}
		if !slices.IsSortedFunc(b.Blocks, func(x, y schema.NestedBlock) int { return strings.Compare(x.Name, y.Name) }) {
			t.Errorf("blocks of %s are not sorted", path)
		}
		for i := range b.Attributes {
			a := &b.Attributes[i]
			switch {
			case a.Name == "" || a.Type == cty.NilType:
				t.Errorf("%s.%s: got type %#v, want a name and a type", path, a.Name, a.Type)
			case a.Required && (a.Optional || a.Computed) || !a.Required && !a.Optional && !a.Computed:
				t.Errorf("%s.%s is %s", path, a.Name, traits(a))
			case a.Default != cty.NilVal && (!a.Optional || a.Default.IsNull() || !a.Default.Type().Equals(a.Type)):
				t.Errorf("%s.%s is %s of %#v, its default %#v", path, a.Name, traits(a), a.Type, a.Default)
			}
		}
		for i := range b.Blocks {
			check(path+"."+b.Blocks[i].Name, &b.Blocks[i].Block)
		}
	}
	for _, kind := range []struct {
		names  []string
		lookup func(string) *schema.Block
		least  int
	}{
		{schema.Types(), schema.Resource, 1526},
		{schema.DataTypes(), schema.Data, 608},
		{schema.EphemeralTypes(), schema.Ephemeral, 7},
		{[]string{"aws"}, schema.ProviderConfig, 1},
	} {
		if len(kind.names) < kind.least || !slices.IsSorted(kind.names) {
			t.Errorf("got %d names, want at least %d, sorted", len(kind.names), kind.least)
		}
		for _, name := range kind.names {
			b := kind.lookup(name)
			if b == nil {
				t.Errorf("%s is listed and not found", name)
				continue
			}
			check(name, b)
			if got := b.ImpliedType(); !got.IsObjectType() || len(got.AttributeTypes()) != len(b.Attributes)+len(b.Blocks) {
				t.Errorf("implied type of %s has %d attributes, want %d", name, len(got.AttributeTypes()), len(b.Attributes)+len(b.Blocks))
			}
		}
	}
}

func TestImpliedType(t *testing.T) {
	typ := schema.Resource("aws_instance").ImpliedType()
	if got := typ.AttributeType("root_block_device"); !got.IsListType() || !got.ElementType().AttributeType("encrypted").Equals(cty.Bool) {
		t.Errorf("root_block_device: got %#v, want a list of objects with a bool", got)
	}
	if got := typ.AttributeType("ebs_block_device"); !got.IsSetType() {
		t.Errorf("ebs_block_device: got %#v, want a set", got)
	}
	if got := typ.AttributeType("timeouts"); !got.IsObjectType() {
		t.Errorf("timeouts: got %#v, want an object", got)
	}
	made := schema.Block{
		Attributes: []schema.Attribute{{Name: "a", Type: cty.String}},
		Blocks: []schema.NestedBlock{
			{Name: "b", Nesting: schema.List, Block: schema.Block{Attributes: []schema.Attribute{{Name: "any", Type: cty.DynamicPseudoType}}}},
			{Name: "m", Nesting: schema.Map},
		},
	}
	want := cty.Object(map[string]cty.Type{"a": cty.String, "b": cty.DynamicPseudoType, "m": cty.Map(cty.EmptyObject)})
	if got := made.ImpliedType(); !got.Equals(want) {
		t.Errorf("type of a block made by hand: got %#v, want %#v", got, want)
	}
}

// TestConcurrentUse is for the race detector, and checks that all callers share
// one block.
func TestConcurrentUse(t *testing.T) {
	types := schema.Types()
	got := make([][]*schema.Block, 8)
	var wg sync.WaitGroup
	for i := range got {
		wg.Go(func() {
			for _, typ := range types[:200] {
				b := schema.Resource(typ)
				b.ImpliedType()
				got[i] = append(got[i], b)
			}
		})
	}
	wg.Wait()
	for i := range got {
		if !slices.Equal(got[i], got[0]) {
			t.Fatalf("goroutine %d got blocks of its own", i)
		}
	}
}

// TestLookupDoesNotAllocate keeps the path that every value of a scan takes.
func TestLookupDoesNotAllocate(t *testing.T) {
	schema.Resource("aws_instance")
	if got := testing.AllocsPerRun(100, func() {
		schema.Resource("aws_instance").Attribute("ami")
		schema.Resource("aws_nonesuch")
	}); got != 0 {
		t.Errorf("got %v allocations, want 0", got)
	}
}

func BenchmarkResourceCached(b *testing.B) {
	for b.Loop() {
		schema.Resource("aws_instance")
	}
}
