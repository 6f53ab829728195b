package tfplan

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"merlon"
)

func estate(attrs ...merlon.Attribute) *merlon.Estate {
	r := &merlon.Resource{
		Address: `module.a["x.y"].module.b.aws_instance.web[2]`, Module: `module.a["x.y"].module.b`,
		Type: "aws_instance", Name: "web", Key: cty.NumberIntVal(2),
		Body: &merlon.Block{Attributes: attrs}, Origin: merlon.Origin{Root: "."},
	}
	e := merlon.NewEstate(merlon.SourceCode, []*merlon.Resource{r}, nil)
	e.Roots = []string{"."}
	return e
}

// values writes an estate of one resource and gives that resource back.
func values(t *testing.T, attrs ...merlon.Attribute) (text string, r resourceDocument) {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, estate(attrs...), "test"); err != nil {
		t.Fatal(err)
	}
	var doc document
	if err := json.Unmarshal(out.Bytes(), &doc); err != nil {
		t.Fatalf("not JSON: %v\n%s", err, out.String())
	}
	outer := doc.PlannedValues.RootModule.ChildModules[0]
	inner := outer.ChildModules[0]
	if outer.Address != `module.a["x.y"]` || inner.Address != `module.a["x.y"].module.b` {
		t.Errorf("modules are nested as %s, %s", outer.Address, inner.Address)
	}
	return out.String(), inner.Resources[0]
}

func TestWriteShape(t *testing.T) {
	_, r := values(
		t,
		merlon.Attribute{Name: "ami", Value: cty.UnknownVal(cty.String)},
		merlon.Attribute{Name: "ebs_optimized", Value: cty.True},
		merlon.Attribute{Name: "key_name", Value: cty.NullVal(cty.String)},
		merlon.Attribute{Name: "root_block_device", Blocks: []*merlon.Block{{Attributes: []merlon.Attribute{{Name: "volume_size", Value: cty.MustParseNumberVal("12345678901234567890")}}}}},
		merlon.Attribute{Name: "tags", Value: cty.MapVal(map[string]cty.Value{"a": cty.StringVal("<b>")})},
		merlon.Attribute{Name: "timeouts", Blocks: []*merlon.Block{{Attributes: []merlon.Attribute{{Name: "create", Value: cty.StringVal("5m")}}}}},
	)
	want := `{"ebs_optimized":true,"key_name":null,"root_block_device":[{"volume_size":12345678901234567890}],"tags":{"a":"\u003cb\u003e"},"timeouts":{"create":"5m"}}`
	var compact bytes.Buffer
	if err := json.Compact(&compact, r.Values); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, compact.String()); diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
	if r.Index != float64(2) {
		t.Errorf("got index %v, want 2", r.Index)
	}
}

// TestWriteLeavesSecretsOut: sensitive values and credentials are named, not
// printed, wherever they stand.
func TestWriteLeavesSecretsOut(t *testing.T) {
	const key = "AKIAIOSFODNN7EXAMPLE"
	text, r := values(
		t,
		merlon.Attribute{Name: "get_password_data", Value: cty.StringVal("hunter2hunter2"), Sensitive: true},
		merlon.Attribute{Name: "metadata_options", Blocks: []*merlon.Block{{Attributes: []merlon.Attribute{{Name: "x", Value: cty.StringVal("id " + key)}}}}},
		merlon.Attribute{Name: "tags", Value: cty.MapVal(map[string]cty.Value{"db_password": cty.StringVal("Zx81!correct")})},
		merlon.Attribute{Name: "user_data", Value: cty.StringVal("export AWS_ACCESS_KEY_ID=" + key)},
	)
	for _, secret := range []string{key, "hunter2", "Zx81"} {
		if strings.Contains(text, secret) {
			t.Errorf("%q is printed:\n%s", secret, text)
		}
	}
	want := []string{"get_password_data", "metadata_options.x", "tags", "user_data"}
	if diff := cmp.Diff(want, r.SensitiveValues); diff != "" {
		t.Errorf("sensitive values (-want +got):\n%s", diff)
	}
}

func TestWriteRoots(t *testing.T) {
	e := estate()
	e.Roots = []string{".", "other"}
	var out bytes.Buffer
	if err := Write(&out, e, "test"); err != nil {
		t.Fatal(err)
	}
	var doc document
	if err := json.Unmarshal(out.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.PlannedValues != nil || len(doc.Roots) != 2 || doc.Roots[1].Path != "other" {
		t.Errorf("several roots: got %+v, want each under roots", doc.Roots)
	}
}
