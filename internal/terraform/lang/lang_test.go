package lang

import (
	"cmp"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// TestOpenTofu covers what Terraform has no answer for: functions of OpenTofu
// and what later releases of Terraform allow.
func TestOpenTofu(t *testing.T) {
	ctx := scope(t)
	for _, tt := range []struct{ expr, want string }{
		{`base64gunzip(base64gzip("hello"))`, `"hello"`},
		{`base64gunzip("aGVsbG8=")`, "error"},
		{`urldecode("a%3Db%26c+d")`, `"a=b\u0026c d"`},
		{`urldecode("%zz")`, "error"},
		{`urldecode("%ff")`, "error"},
		{`cidrcontains("10.0.0.0/16", "10.0.3.4")`, "true"},
		{`cidrcontains("10.0.0.0/16", "10.1.3.4")`, "false"},
		{`cidrcontains("10.0.0.0/16", "10.0.8.0/24")`, "true"},
		{`cidrcontains("10.0.8.0/24", "10.0.0.0/16")`, "false"},
		{`cidrcontains("10.0.0.0/16", "fd00::/8")`, "error"},
		{`cidrcontains("10.0.0.0/16", "fd00::1")`, "error"},
		{`cidrcontains("fd00::/8", "fd00::1")`, "true"},
		{`cidrcontains("10.0.0.0/32", "10.0.0.0")`, "true"},
		{`cidrcontains("x", "10.0.0.1")`, "error"},
		{`element(["a", "b", "c"], -1)`, "error"},
		{`contains(["a", null], tostring(null))`, "true"},
		{`signum(-0.5)`, "-1"},
		{`plantimestamp()`, "unknown"},
		{`abspath("x")`, "unknown"},
		{`pathexpand("~/.ssh/id_rsa")`, "unknown"},
		{`file("~/.ssh/id_rsa")`, "unknown"},
		{`fileexists("~")`, "unknown"},
		{`bcrypt("a", 5, 6)`, "error"},
	} {
		v, err := evaluate(tt.expr, ctx)
		if got, _ := describe(v, err); got != tt.want {
			t.Errorf("%s: got %s (%v), want %s", tt.expr, got, err, tt.want)
		}
	}
	if _, ok := Provider("aws", "no_such"); ok {
		t.Error("got a function of the aws provider that there is not, want none")
	}
}

func TestRSADecrypt(t *testing.T) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := rsa.EncryptPKCS1v15(rand.Reader, &key.PublicKey, []byte("hello"))
	if err != nil {
		t.Fatal(err)
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	ctx := scope(t)
	ctx.Variables["secret"] = cty.StringVal(base64.StdEncoding.EncodeToString(secret))
	for name, block := range map[string]*pem.Block{
		"pkcs1":   {Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)},
		"pkcs8":   {Type: "PRIVATE KEY", Bytes: pkcs8},
		"openssh": {Type: "OPENSSH PRIVATE KEY"},
		"other":   {Type: "EC PRIVATE KEY"},
		"broken":  {Type: "PRIVATE KEY", Bytes: []byte("x")},
	} {
		want := map[string]string{"pkcs1": `"hello"`, "pkcs8": `"hello"`, "openssh": "unknown"}[name]
		ctx.Variables["key"] = cty.StringVal(string(pem.EncodeToMemory(block)))
		v, err := evaluate(`rsadecrypt(secret, key)`, ctx)
		if got, _ := describe(v, err); got != cmp.Or(want, "error") {
			t.Errorf("%s: got %s (%v), want %s", name, got, err, want)
		}
	}
	for _, expr := range []string{`rsadecrypt("!", key)`, `rsadecrypt("AAAA", "x")`} {
		if v, err := evaluate(expr, ctx); err == nil {
			t.Errorf("%s: got %#v, want an error", expr, v)
		}
	}
}

// TestNoFiles: without files every answer that needs one is unknown.
func TestNoFiles(t *testing.T) {
	ctx := &hcl.EvalContext{Functions: Functions(Env{})}
	for _, expr := range []string{
		`file("x")`, `filebase64("x")`, `fileexists("x")`, `fileset(".", "*")`, `filemd5("x")`, `filebase64sha256("x")`,
	} {
		v, err := evaluate(expr, ctx)
		if err != nil || v.IsKnown() {
			t.Errorf("%s: got %#v, %v, want unknown", expr, v, err)
		}
	}
}

type refusingFiles struct{ err error }

func (r refusingFiles) ReadFile(string) ([]byte, error)       { return nil, r.err }
func (r refusingFiles) Glob(string, string) ([]string, error) { return nil, r.err }
func (r refusingFiles) Exists(string) (bool, error)           { return false, r.err }

// callError is the error of a function beneath hcl's diagnostics.
func callError(err error) error {
	var diags hcl.Diagnostics
	if !errors.As(err, &diags) {
		return err
	}
	for _, d := range diags {
		if extra, ok := hcl.DiagnosticExtra[hclsyntax.FunctionCallDiagExtra](d); ok {
			return extra.FunctionCallError()
		}
	}
	return err
}

// TestFilesError: what the files say passes through every function.
func TestFilesError(t *testing.T) {
	refusal := errors.New("outside of the project")
	ctx := &hcl.EvalContext{Functions: Functions(Env{Files: refusingFiles{refusal}})}
	for _, expr := range []string{`file("x")`, `filemd5("x")`, `fileexists("x")`, `fileset(".", "*")`} {
		if _, err := evaluate(expr, ctx); !errors.Is(callError(err), refusal) {
			t.Errorf("%s: got error %v, want %v", expr, err, refusal)
		}
	}
	ctx.Functions = Functions(Env{Files: refusingFiles{fs.ErrNotExist}})
	if v, err := evaluate(`fileexists("x")`, ctx); err != nil || v.True() {
		t.Errorf("got %#v, %v, want false", v, err)
	}
}

// TestLimits: what would be too large is refused before it is made.
func TestLimits(t *testing.T) {
	long := cty.StringVal(strings.Repeat("x", 3<<20))
	double := cty.TupleVal([]cty.Value{cty.StringVal(strings.Repeat("x", 1000))})
	for range 13 {
		double = cty.TupleVal([]cty.Value{double, double})
	}
	many := make([]cty.Value, 90_000)
	for i := range many {
		many[i] = cty.NumberIntVal(int64(i))
	}
	ctx := scope(t)
	ctx.Variables["long"] = long
	ctx.Variables["double"] = double
	ctx.Variables["many"] = cty.ListVal(many)
	ctx.Variables["mixed"] = cty.TupleVal(append([]cty.Value{cty.True}, many...))
	laughs := "a: &a [x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'k'; c++ {
		prev := string(c - 1)
		laughs += string(c) + ": &" + string(c) + " [" + strings.TrimSuffix(strings.Repeat("*"+prev+",", 8), ",") + "]\n"
	}
	ctx.Variables["laughs"] = cty.StringVal(laughs)
	ctx.Variables["open"] = cty.StringVal(strings.Repeat("[", 1<<20))
	ctx.Variables["dashes"] = cty.StringVal(strings.Repeat("- ", 1<<20))
	for _, expr := range []string{
		`format("%1000000000s", "x")`,
		`format("%.1000000000f", 1.5)`,
		`format("%[1]s%[1]s%[1]s", long)`,
		`format("%d", 1e600000000)`,
		`format("%v", double)`,
		`formatlist("%1000000s", many)`,
		`formatlist("%s%s", many, long)`,
		`tostring(1e600000000)`,
		`tonumber("1e600000000")`,
		`upper(1e600000000)`,
		`md5(1e600000000)`,
		`floor(1e600000000)`,
		`join("", [1e600000000])`,
		`indent(1000000000, "a\nb")`,
		`join(long, ["a", "b", "c"])`,
		`replace(long, "x", "yy")`,
		`replace(long, "/x/", "$0$0")`,
		`replace(long, "", "y")`,
		`split("", long)`,
		`regexall("x", long)`,
		`regexall("(((((a{50}){50})))))?", long)`,
		`regex("(x{30}){30}$", long)`,
		`setproduct(many, many)`,
		`setproduct(many, many, many, many, many, many, many, many, many, many)`,
		`concat(many, many)`,
		`merge({ for i in many : "a${i}" => 1 }, { for i in many : "b${i}" => 1 })`,
		`jsonencode(double)`,
		`yamlencode(double)`,
		`flatten(double)`,
		`tolist(double)`,
		`jsonencode([long, long])`,
		`jsondecode(open)`,
		`yamldecode(open)`,
		`yamldecode(dashes)`,
		`yamldecode(laughs)`,
		`provider::terraform::decode_tfvars(open)`,
		`parseint(long, 10)`,
		`base64encode(base64encode(long))`,
		`rsadecrypt("AAAA", long)`,
		`distinct(mixed)`,
		`setproduct(mixed, ["a"])`,
		`coalesce(many...)`,
	} {
		start := time.Now()
		v, err := evaluate(expr, ctx)
		if err == nil {
			t.Errorf("%s: got a value of type %s, want an error", expr, v.Type().FriendlyName())
			continue
		}
		var limit *LimitError
		if cause := callError(err); !errors.As(cause, &limit) && !strings.Contains(expr, "yamldecode") && !strings.Contains(expr, "regexall(\"(((") {
			t.Errorf("%s: got error %v, want a limit error", expr, cause)
		} else if limit != nil && !errors.Is(limit, ErrTooLarge) {
			t.Errorf("%s: got %v, want it to wrap ErrTooLarge", expr, limit)
		}
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%s: took %v", expr, took)
		}
	}
}

// TestMarks: a result has the marks of whatever it may come from.
func TestMarks(t *testing.T) {
	a := cty.StringVal("x").Mark("a")
	ctx := scope(t)
	ctx.Variables["a"] = a
	ctx.Variables["m"] = cty.MapVal(map[string]cty.Value{"k": a, "l": cty.StringVal("y")})
	ctx.Variables["um"] = cty.UnknownVal(cty.Map(cty.String)).Mark("a")
	ctx.Variables["ul"] = cty.UnknownVal(cty.List(cty.String)).Mark("a")
	ctx.Variables["uo"] = cty.UnknownVal(cty.Object(map[string]cty.Type{"k": cty.String})).Mark("a")
	for _, expr := range []string{
		`lookup(m, "k")`, `lookup(m, "zz", a)`, `lookup(m, u)`, `lookup(um, "k", "d")`, `lookup({k = a}, u, 1)`,
		`element([a], 0)`, `element(ul, 0)`, `element([a, "b"], unum)`, `slice(ul, 0, 1)`, `one(ul)`,
		`keys(um)`, `values(um)`, `merge(um, {})`, `merge({x = a}, uo)`, `merge({x = 1}, um)`, `zipmap(ul, ul)`,
		`concat(ul, ["a"])`, `flatten([ul, []])`, `setproduct(ul, ["a"])`, `length(ul)`, `coalesce(a, "b")`,
		`coalescelist(ul, ["b"])`, `format("%s", a)`, `formatlist("%s", ul)`, `join(",", [a])`, `jsonencode({x = a})`,
		`yamlencode([a])`, `jsondecode(a)`, `toset([a])`, `tostring(ul[0])`, `tolist(ul)`, `tomap(um)`, `sha256(a)`,
		`replace(a, "x", u)`, `regexall("x", a)`, `contains([a], "x")`, `contains([a, u], "zz")`, `distinct(ul)`, `transpose({k = ul})`,
		`range(length(ul))`, `chunklist(ul, 1)`, `reverse(ul)`, `sort(ul)`, `compact(ul)`, `setunion(ul, ["a"])`,
		`base64decode(a)`, `file(a)`, `fileexists(a)`, `startswith(a, "x")`, `cidrsubnet(u, 8, length(a))`, `split(",", a)`,
	} {
		v, err := evaluate(expr, ctx)
		if err != nil {
			if strings.HasPrefix(expr, "jsondecode") || strings.HasPrefix(expr, "base64decode") || strings.HasPrefix(expr, "file(") {
				continue // the text is no such document; the error has no value to mark
			}
			t.Errorf("%s: got error %v", expr, err)
			continue
		}
		_, marks := v.UnmarkDeep()
		if _, ok := marks["a"]; !ok || len(marks) != 1 {
			t.Errorf("%s: got marks %v of %#v, want the one mark", expr, marks, v)
		}
	}
}

// TestLongLists: what is allowed is fast, too.
func TestLongLists(t *testing.T) {
	many := make([]cty.Value, 20_000)
	for i := range many {
		many[i] = cty.NumberIntVal(int64(i % 1000))
	}
	ctx := scope(t)
	ctx.Variables["many"] = cty.TupleVal(many)
	for expr, want := range map[string]string{
		`length(distinct(many))`:                "1000",
		`length(toset(many))`:                   "1000",
		`length(tolist(many))`:                  "20000",
		`length(matchkeys(many, many, [3, 4]))`: "40",
		`length(setunion(many, many))`:          "1000",
		`length(concat(many, many))`:            "40000",
		`length(setproduct(many, ["a"]))`:       "20000",
		`length(sort(many))`:                    "20000",
		`length(join(",", many))`:               "77799",
		`length(flatten([many, many]))`:         "40000",
		`contains(many, 999)`:                   "true",
		`index(many, 999)`:                      "999",
	} {
		start := time.Now()
		v, err := evaluate(expr, ctx)
		if got, _ := describe(v, err); got != want {
			t.Errorf("%s: got %s (%v), want %s", expr, got, err, want)
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%s: took %v", expr, took)
		}
	}
}

func TestFits(t *testing.T) {
	v := cty.StringVal("x")
	for range 60 {
		v = cty.TupleVal([]cty.Value{v, v})
	}
	if Fits(v, 1<<20, 1<<20) {
		t.Error("got a value that doubled sixty times to fit, want not")
	}
	ty := cty.String
	for range 60 {
		ty = cty.Tuple([]cty.Type{ty, ty})
	}
	if Fits(cty.NullVal(ty), 1<<20, 1<<20) {
		t.Error("got a type that doubled sixty times to fit, want not")
	}
	if !Fits(cty.ObjectVal(map[string]cty.Value{"a": cty.NumberIntVal(1)}), 100, 10) {
		t.Error("got a small object not to fit, want it to")
	}
}
