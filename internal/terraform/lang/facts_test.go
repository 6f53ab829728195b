package lang

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// dirFiles reads files below a directory.
type dirFiles string

func (d dirFiles) ReadFile(p string) ([]byte, error) {
	return os.ReadFile(filepath.Join(string(d), p))
}

func (d dirFiles) Exists(p string) (bool, error) {
	info, err := os.Stat(filepath.Join(string(d), p))
	if err != nil {
		return false, err
	}
	if !info.Mode().IsRegular() {
		return false, errors.New("not a regular file")
	}
	return true, nil
}

func (d dirFiles) Glob(base, pattern string) ([]string, error) {
	dir := filepath.Join(string(d), base)
	names, err := doublestar.FilepathGlob(filepath.Join(dir, pattern), doublestar.WithFilesOnly())
	if err != nil {
		return nil, err
	}
	for i, name := range names {
		if names[i], err = filepath.Rel(dir, name); err != nil {
			return nil, err
		}
		names[i] = path.Clean(filepath.ToSlash(names[i]))
	}
	return names, nil
}

var _ Files = dirFiles("")

// scope is what the expressions of the facts may use.
func scope(t testing.TB) *hcl.EvalContext {
	t.Helper()
	funcs := Functions(Env{Files: dirFiles("testdata")})
	funcs["core::upper"] = funcs["upper"]
	for provider, names := range map[string][]string{
		"terraform": {"encode_expr", "encode_tfvars", "decode_tfvars"},
		"aws":       {"arn_build", "arn_parse", "trim_iam_role_path"},
	} {
		for _, name := range names {
			fn, ok := Provider(provider, name)
			if !ok {
				t.Fatalf("no function %s of %s", name, provider)
			}
			funcs["provider::"+provider+"::"+name] = fn
		}
	}
	funcs["try"] = function.New(&function.Spec{ // the evaluator's own; only "u" is given to it
		VarParam: &function.Parameter{Type: cty.DynamicPseudoType, AllowUnknown: true, AllowDynamicType: true},
		Type:     func(args []cty.Value) (cty.Type, error) { return args[0].Type(), nil },
		Impl:     func(args []cty.Value, _ cty.Type) (cty.Value, error) { return args[0], nil },
	})
	return &hcl.EvalContext{
		Functions: funcs,
		Variables: map[string]cty.Value{
			"u":     cty.UnknownVal(cty.String),
			"ulist": cty.UnknownVal(cty.List(cty.String)),
			"unum":  cty.UnknownVal(cty.Number),
			"ubool": cty.UnknownVal(cty.Bool),
		},
	}
}

func evaluate(expr string, ctx *hcl.EvalContext) (cty.Value, error) {
	e, diags := hclsyntax.ParseExpression([]byte(expr), "fact", hcl.InitialPos)
	if diags.HasErrors() {
		return cty.NilVal, diags
	}
	v, diags := e.Value(ctx)
	if diags.HasErrors() {
		return cty.NilVal, diags
	}
	return v, nil
}

// describe writes a result the way the facts do.
func describe(v cty.Value, err error) (result, ty string) {
	if err != nil {
		return "error", ""
	}
	if !v.IsKnown() {
		return "unknown", ""
	}
	t, err := ctyjson.MarshalType(v.Type())
	if err != nil {
		return err.Error(), ""
	}
	if !v.IsWhollyKnown() {
		mask, err := json.Marshal(unknownMask(v))
		if err != nil {
			return err.Error(), ""
		}
		return "partly " + string(mask), ""
	}
	data, err := ctyjson.Marshal(v, v.Type())
	if err != nil {
		return err.Error(), ""
	}
	return string(data), string(t)
}

// unknownMask is true where a value is unknown, as a plan shows it.
func unknownMask(v cty.Value) any {
	switch {
	case !v.IsKnown():
		return true
	case v.IsNull() || v.Type().IsPrimitiveType():
		return false
	case v.Type().IsObjectType() || v.Type().IsMapType():
		out := map[string]any{}
		for name, e := range v.AsValueMap() {
			if m := unknownMask(e); m != false {
				out[name] = m
			}
		}
		return out
	}
	out := []any{}
	for _, e := range v.AsValueSlice() {
		out = append(out, unknownMask(e))
	}
	return out
}

// sameJSON compares documents by meaning and leaves "<" as it is.
func sameJSON(a, b string) bool {
	var x, y any
	da, db := json.NewDecoder(strings.NewReader(a)), json.NewDecoder(strings.NewReader(b))
	da.UseNumber()
	db.UseNumber()
	if da.Decode(&x) != nil || db.Decode(&y) != nil {
		return a == b
	}
	return cmp.Equal(x, y)
}

// TestFacts compares with what Terraform itself gave for the same expressions.
func TestFacts(t *testing.T) {
	data, err := os.ReadFile("testdata/facts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	ctx := scope(t)
	n := 0
	for line := range bytes.Lines(data) {
		fields := strings.Split(strings.TrimSuffix(string(line), "\n"), "\t")
		if strings.HasPrefix(fields[0], "# ") {
			continue
		}
		if len(fields) != 3 {
			t.Fatalf("bad line %q", line)
		}
		n++
		expr, want, wantType := fields[0], fields[1], fields[2]
		v, err := evaluate(expr, ctx)
		got, gotType := describe(v, err)
		if !sameJSON(got, want) {
			t.Errorf("%s: got %s (%v), want %s", expr, got, err, want)
		} else if wantType != "" && gotType != "" && !sameJSON(gotType, wantType) {
			t.Errorf("%s: got type %s, want %s", expr, gotType, wantType)
		}
	}
	if n < 750 {
		t.Errorf("got %d facts, want them all", n)
	}
}
