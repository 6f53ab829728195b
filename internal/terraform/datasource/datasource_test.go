package datasource

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"merlon/internal/terraform/lang"
)

// dataBlocks reads the data blocks of a file in testdata by "type.name": each
// is an object of its arguments, with a tuple of objects for each block type.
func dataBlocks(t testing.TB, name string) map[string]cty.Value {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file, diags := hclsyntax.ParseConfig(src, name, hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	ctx := &hcl.EvalContext{Functions: lang.Functions(lang.Env{})}
	out := make(map[string]cty.Value)
	for _, block := range file.Body.(*hclsyntax.Body).Blocks {
		out[block.Labels[0]+"."+block.Labels[1]] = bodyValue(t, block.Body, ctx)
	}
	return out
}

func bodyValue(t testing.TB, body *hclsyntax.Body, ctx *hcl.EvalContext) cty.Value {
	t.Helper()
	attrs := make(map[string]cty.Value)
	for name, attr := range body.Attributes {
		v, diags := attr.Expr.Value(ctx)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		attrs[name] = v
	}
	blocks := make(map[string][]cty.Value)
	for _, block := range body.Blocks {
		blocks[block.Type] = append(blocks[block.Type], bodyValue(t, block.Body, ctx))
	}
	for name, vals := range blocks {
		attrs[name] = cty.TupleVal(vals)
	}
	return cty.ObjectVal(attrs)
}

func readJSON(t testing.TB, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// TestPolicies compares with what hashicorp/aws 5.100 planned.
func TestPolicies(t *testing.T) {
	var want map[string]map[string]string
	readJSON(t, "testdata/policies.json", &want)
	blocks := dataBlocks(t, "testdata/policies.tf")
	if len(blocks) != len(want) || len(want) < 30 {
		t.Errorf("got %d documents, want %d", len(blocks), len(want))
	}
	for name, doc := range want {
		indented, minified, err := PolicyDocument(blocks["aws_iam_policy_document."+name])
		if err != nil {
			t.Errorf("%s: got error %v", name, err)
			continue
		}
		if diff := cmp.Diff(doc["json"], indented); diff != "" {
			t.Errorf("%s: json (-want +got):\n%s", name, diff)
		}
		if diff := cmp.Diff(doc["minified_json"], minified); diff != "" {
			t.Errorf("%s: minified_json (-want +got):\n%s", name, diff)
		}
	}
}

// TestAnswers compares each attribute that is answered with what
// hashicorp/aws 5.100 planned in eu-west-1, and names those that are not.
func TestAnswers(t *testing.T) {
	var want map[string]map[string]any
	readJSON(t, "testdata/others.json", &want)
	unanswered := map[string]bool{
		"supported":          true, // of aws_service: depends on the provider's tables
		"load_balancer_type": true, // a default of the schema
	}
	for name, config := range dataBlocks(t, "testdata/others.tf") {
		typ := name[:len(name)-len(name[lastDot(name):])]
		attrs, ok := Answer(typ, config, Context{Region: "eu-west-1"})
		if !ok {
			t.Errorf("%s: got no answer, want one", name)
			continue
		}
		for attr, v := range want[name] {
			got, answered := attrs[attr]
			if !answered {
				if v != nil && !unanswered[attr] && !config.Type().HasAttribute(attr) {
					t.Errorf("%s: got no %s, want %v", name, attr, v)
				}
				continue
			}
			if diff := cmp.Diff(v, plain(got)); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", name, attr, diff)
			}
		}
		for attr := range attrs {
			if _, ok := want[name][attr]; !ok {
				t.Errorf("%s: got an attribute %s, want none", name, attr)
			}
		}
	}
}

func lastDot(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '.' {
			return i
		}
	}
	return 0
}

// plain is a value as encoding/json reads it.
func plain(v cty.Value) any {
	switch ty := v.Type(); {
	case !v.IsKnown():
		return "(unknown)"
	case v.IsNull():
		return nil
	case ty == cty.String:
		return v.AsString()
	case ty == cty.Bool:
		return v.True()
	case ty.IsMapType():
		out := map[string]any{}
		for name, e := range v.AsValueMap() {
			out[name] = plain(e)
		}
		return out
	}
	out := []any{}
	for _, e := range v.AsValueSlice() {
		out = append(out, plain(e))
	}
	return out
}
