package terraform_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"merlon"
	"merlon/internal/terraform"
)

// The bounds that hostile input must keep. The wish is two seconds on a quiet
// machine; the test gives a busy one more.
const (
	attackTime = 20 * time.Second
	attackHeap = 500 << 20
)

// secret stands in files outside of the project. No estate may hold it.
const secret = "0utside-of-the-project"

// An attack writes a hostile project. What Load makes of it is a gap or an
// error: gap is a text that one of the gaps must contain, "" where any will
// do, and "-" where the input is merely large and may well be read.
type attack struct {
	name  string
	write func(t *testing.T, dir string)
	gap   string
}

func TestAttacks(t *testing.T) {
	var all []attack
	for _, list := range [][]attack{nestingAttacks(), sizeAttacks(), bombAttacks(), cycleAttacks(), textAttacks(), fileAttacks()} {
		all = append(all, list...)
	}
	for _, a := range all {
		t.Run(a.name, func(t *testing.T) { runAttack(t, a) })
	}
}

func runAttack(t *testing.T, a attack) {
	t.Helper()
	top := t.TempDir()
	dir := filepath.Join(top, "project")
	put(t, filepath.Join(top, "outside", "secret.txt"), secret)
	put(t, filepath.Join(top, "outside", "main.tf"), `resource "aws_sqs_queue" "outside" { name = "`+secret+`" }`)
	put(t, filepath.Join(dir, "merlon.yaml"), "")
	a.write(t, dir)

	peak := watchHeap(t)
	start := time.Now()
	estate, err := terraform.Load(t.Context(), dir, terraform.Options{})
	took := time.Since(start)
	if took > attackTime {
		t.Errorf("took %v, want less than %v", took, attackTime)
	}
	if got := peak(); got > attackHeap {
		t.Errorf("heap grew to %d MiB, want less than %d MiB", got>>20, attackHeap>>20)
	}
	if err != nil {
		return
	}
	text := dump(estate)
	if strings.Contains(text, secret) {
		t.Error("the estate holds the content of a file outside of the project")
	}
	noBugs(t, estate)
	if a.gap == "-" {
		return
	}
	for _, g := range estate.Gaps {
		if strings.Contains(g.Summary+": "+g.Detail, a.gap) {
			return
		}
	}
	t.Errorf("got %d gaps, want one with %q", len(estate.Gaps), a.gap)
	for _, g := range estate.Gaps[:min(5, len(estate.Gaps))] {
		t.Logf("gap: %s %s: %.200s", g.Range, g.Summary, g.Detail)
	}
}

// noBugs fails for gaps that stand for a panic.
func noBugs(t *testing.T, e *merlon.Estate) {
	t.Helper()
	for _, g := range e.Gaps {
		if strings.Contains(g.Summary, "this is a bug") {
			t.Errorf("panic at %s %s: %s", g.Range, g.Address, g.Detail)
		}
	}
}

// watchHeap samples the live heap until its result is called, which gives the
// growth.
func watchHeap(t *testing.T) func() uint64 {
	t.Helper()
	runtime.GC()
	read := func() uint64 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapInuse
	}
	base, high := read(), uint64(0)
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			high = max(high, read())
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	return func() uint64 {
		close(stop)
		<-done
		high = max(high, read())
		return high - min(base, high)
	}
}

func put(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// tf is an attack of one file.
func tf(name, gap, text string) attack {
	return file("main.tf", name, gap, func() string { return text })
}

func file(file, name, gap string, text func() string) attack {
	return attack{name, func(t *testing.T, dir string) {
		t.Helper()
		put(t, filepath.Join(dir, file), text())
	}, gap}
}

func nestingAttacks() []attack {
	const n = 200_000
	r := strings.Repeat
	local := func(name, expr string) attack {
		return file("main.tf", "nest/"+name, "", func() string { return "locals {\n  x = " + expr + "\n}\noutput \"o\" { value = local.x }\n" })
	}
	return []attack{
		local("brackets", r("[", n)+r("]", n)),
		local("parentheses", r("(", n)+"1"+r(")", n)),
		local("braces", r("{a=", n)+"1"+r("}", n)),
		local("not", r("!", n)+"true"),
		local("not spaced", r("! ", n)+"true"),
		local("minus", r("-", n)+"1"),
		local("ternary", r("true ? 1 : ", n)+"1"),
		local("ternary left", r("true ? ", n)+"1"+r(" : 1", n)),
		local("plus", r("1 + ", n)+"1"),
		local("mixed operators", r("1 || 1 && 1 == 1 + 1 * ", n/4)+"1"),
		local("index", "a"+r("[0]", n)),
		local("attributes", "a"+r(".b", n)),
		local("splats", "[]"+r("[*]", n)),
		local("old splats", "[]"+r(".*.a", n/2)),
		local("calls", r("f(", n)+"1"+r(")", n)),
		local("for", r("[for a in ", n/4)+"[]"+r(" : a]", n/4)),
		local("templates", r(`"${`, n)+"1"+r(`}"`, n)),
		local("quoted keys", r(`{"a" = `, n)+"1"+r("}", n)),
		local("heredocs", r("<<A\n${", 5000)+"1"+r("}\nA\n", 5000)),
		local("template ifs", `"`+r("%{ if true }", n/8)+r("%{ endif }", n/8)+`"`),
		local("template fors", `"`+r("%{ for x in [1] }", n/8)+r("%{ endfor }", n/8)+`"`),
		local("unclosed string", `"`+r("${\"", n)),
		file("main.tf", "nest/blocks", "", func() string { return r("a {\n", n) + r("}\n", n) }),
		file("main.tf", "nest/dynamic", "", func() string {
			return "resource \"aws_sqs_queue\" \"q\" {\n" + r("dynamic \"a\" {\nfor_each=[1,2]\ncontent {\n", 150) + r("}\n}\n", 150) + "}\n"
		}),
		file("main.tf", "nest/dynamic doubling", "", func() string {
			return "resource \"aws_sqs_queue\" \"q\" {\n" + r("dynamic \"a\" {\nfor_each=[1,2]\ncontent {\nx = 1\n", 60) + r("}\n}\n", 60) + "}\n"
		}),
		file("main.tf.json", "nest/json arrays", "", func() string { return `{"locals":{"x":` + r("[", n) + r("]", n) + "}}" }),
		file("main.tf.json", "nest/json objects", "", func() string { return `{"locals":{"x":` + r(`{"a":`, n) + "1" + r("}", n) + "}}" }),
		file("main.tf.json", "nest/json template", "", func() string {
			return `{"locals":{"x":"${` + r("!", n) + `true}"},"output":{"o":{"value":"${local.x}"}}}`
		}),
		file("main.tf.json", "nest/json template ternary", "", func() string {
			return `{"locals":{"x":"${` + r("true?1:", n) + `1}"},"output":{"o":{"value":"${local.x}"}}}`
		}),
		file("terraform.tfvars", "nest/tfvars", "", func() string { return "x = " + r("-", n) + "1\n" }),
		{"nest/jsondecode", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "deep.json"), r("[", n)+r("]", n))
			put(t, filepath.Join(dir, "main.tf"), `output "o" { value = jsondecode(file("deep.json")) }`)
		}, ""},
		{"nest/yamldecode", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "deep.yaml"), r("[", n)+r("]", n))
			put(t, filepath.Join(dir, "main.tf"), `output "o" { value = yamldecode(file("deep.yaml")) }`)
		}, ""},
		{"nest/templatefile", func(t *testing.T, dir string) {
			t.Helper()
			put(t, filepath.Join(dir, "t.tpl"), "${"+r("!", n)+"true}")
			put(t, filepath.Join(dir, "main.tf"), `output "o" { value = templatefile("t.tpl", {}) }`)
		}, ""},
		{"nest/references", func(t *testing.T, dir string) {
			t.Helper()
			var b strings.Builder
			b.WriteString("locals {\n  x0 = 1\n")
			for i := range 20_000 {
				fmt.Fprintf(&b, "  x%d = local.x%d\n", i+1, i)
			}
			b.WriteString("}\noutput \"o\" { value = local.x20000 }\n")
			put(t, filepath.Join(dir, "main.tf"), b.String())
		}, "more than"},
		{"nest/modules", func(t *testing.T, dir string) {
			t.Helper()
			for i := range 200 {
				put(t, filepath.Join(dir, "m", fmt.Sprint(i), "main.tf"), fmt.Sprintf("module \"m\" { source = \"../%d\" }", i+1))
			}
			put(t, filepath.Join(dir, "main.tf"), `module "m" { source = "./m/0" }`)
		}, "nested more than"},
	}
}
