package terraform_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"merlon"
	"merlon/internal/terraform"
)

// fuzzLimits keep one input to milliseconds.
var fuzzLimits = terraform.Limits{FileBytes: 1 << 16, Instances: 500, Steps: 50_000, Weight: 5_000}

// FuzzLoad evaluates one file of native syntax beside a module that it may
// call.
func FuzzLoad(f *testing.F) {
	seed(f, ".tf")
	f.Fuzz(func(t *testing.T, text string) { fuzzFile(t, "main.tf", text) })
}

// FuzzJSON evaluates one file of JSON syntax.
func FuzzJSON(f *testing.F) {
	seed(f, ".tf.json")
	f.Add(`{"resource":{"aws_sqs_queue":{"q":{"name":"${var.x}","dynamic":{"tags":{"for_each":[1],"content":{}}}}}},"variable":{"x":{"type":"list(string)"}}}`)
	f.Fuzz(func(t *testing.T, text string) { fuzzFile(t, "main.tf.json", text) })
}

// seed adds the files of the cases.
func seed(f *testing.F, ext string) {
	f.Helper()
	names, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(names) == 0 {
		f.Fatalf("no cases: %v", err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasSuffix(file.Name, ext) {
				f.Add(string(file.Data))
			}
		}
	}
}

func fuzzFile(t *testing.T, name, text string) {
	t.Helper()
	dir := t.TempDir()
	put(t, filepath.Join(dir, "merlon.yaml"), "")
	put(t, filepath.Join(dir, name), text)
	put(t, filepath.Join(dir, "m", "m.tf"), "variable \"name\" {}\nresource \"aws_sqs_queue\" \"m\" { name = var.name }\noutput \"name\" { value = aws_sqs_queue.m.arn }\n")
	load := func(workers int) *merlon.Estate {
		e, err := terraform.Load(t.Context(), dir, terraform.Options{Workers: workers, Limits: fuzzLimits})
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	e := load(1)
	noBugs(t, e)
	checkRanges(t, e, dir)
	// What a budget cut off hangs on the order of the work.
	for _, g := range e.Gaps {
		if g.Kind == merlon.GapLimit {
			return
		}
	}
	if one, two := dump(e), dump(load(2)); one != two {
		t.Errorf("two runs differ:\n%s\n%s", one, two)
	}
}

// checkRanges fails for a range that is not inside its file.
func checkRanges(t *testing.T, e *merlon.Estate, dir string) {
	t.Helper()
	files := map[string][]string{}
	check := func(what string, r merlon.Range) {
		t.Helper()
		if r.Start.Line == 0 {
			return // a file as a whole, or nowhere
		}
		lines, ok := files[r.File]
		if !ok {
			data, err := os.ReadFile(filepath.Join(dir, r.File))
			if err != nil {
				t.Errorf("%s: %+v: %v", what, r, err)
				return
			}
			lines = strings.Split(string(data), "\n")
			files[r.File] = lines
		}
		for _, p := range []merlon.Pos{r.Start, r.End} {
			// A column may be one past the newline. Bytes that are no UTF-8 are
			// counted in more than one way.
			if p.Line < 1 || int(p.Line) > len(lines) || p.Column < 1 || int(p.Column) > len(lines[p.Line-1])+2 {
				t.Errorf("%s: %#v is outside of the file: %q", what, r, lines[min(len(lines), int(max(p.Line, 1)))-1])
			}
		}
		if r.End.Line < r.Start.Line {
			t.Errorf("%s: %+v ends before it starts", what, r)
		}
	}
	for _, g := range e.Gaps {
		check("gap "+g.Summary, g.Range)
	}
	for _, c := range e.Comments {
		check("comment", c.Range)
	}
	for _, r := range e.Resources() {
		check(r.Address, r.Origin.Range)
		check(r.Address, r.Origin.Header)
		checkBlock(r.Body, r.Address, check)
	}
}

func checkBlock(b *merlon.Block, at string, check func(string, merlon.Range)) {
	check(at, b.Range)
	for _, a := range b.Attributes {
		where := fmt.Sprintf("%s.%s", at, a.Name)
		check(where, a.Range)
		for _, c := range a.Cause.Chain() {
			check(where+" cause", c.Range)
		}
		for _, inner := range a.Blocks {
			checkBlock(inner, where, check)
		}
	}
}
