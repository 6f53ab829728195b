package terraform_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
	"golang.org/x/tools/txtar"

	"merlon"
	"merlon/internal/terraform"
)

// TestCases runs the cases of testdata/cases: each is a txtar archive of a
// root module (and whatever else is in the project) with two more files.
//
// "args" gives one option a line: var name=value, env NAME=value, dir PATH
// (the directory to load), workspace NAME, all-dirs, account ID, region NAME.
//
// "want" has one expectation a line; # begins a comment:
//
//	ADDRESS PATH = JSON             the value there; null is null or absent
//	ADDRESS PATH unknown            nothing is known there
//	ADDRESS PATH ~ TEXT             the document there contains the text
//	ADDRESS PATH -> ADDRESS         the value links to that resource
//	ADDRESS PATH from FILE:LINE     the outermost cause of the value
//	ADDRESS exists | partial        the instance is there
//	ADDRESS formerly A,B            the addresses it was moved from
//	ADDRESS region NAME             the region of its provider
//	ADDRESS PATH secret             the code says that it must not be shown
//	no ADDRESS                      no such instance
//	count N                         number of managed instances
//	roots A,B                       the root modules
//	gap TEXT                        a gap whose text contains this
//	no gaps                         nothing was left out
//
// PATH is dotted, with [N] for elements; [*] means any element.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			runCase(t, name)
		})
	}
}

func runCase(t *testing.T, name string) {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	opts := terraform.Options{Project: dir, Workers: 2}
	load := dir
	var want string
	for _, f := range archive.Files {
		switch f.Name {
		case "args":
			load = caseArgs(t, string(f.Data), &opts, dir)
			continue
		case "want":
			want = string(f.Data)
			continue
		}
		target := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(target, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	estate, err := terraform.Load(t.Context(), load, opts)
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(want, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := expect(estate, line); err != nil {
			t.Errorf("%s: want line %d: %s\n\t%v", name, i+1, line, err)
		}
	}
	if t.Failed() {
		for _, g := range estate.Gaps {
			t.Logf("gap: %s %s: %s: %s", g.Range, g.Kind, g.Summary, g.Detail)
		}
	}
}

func caseArgs(t *testing.T, text string, opts *terraform.Options, dir string) string {
	t.Helper()
	load := dir
	for line := range strings.Lines(text) {
		word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch word {
		case "":
		case "var":
			opts.Vars = append(opts.Vars, terraform.VarArgument{Value: rest})
		case "var-file":
			opts.Vars = append(opts.Vars, terraform.VarArgument{File: filepath.Join(dir, rest)})
		case "env":
			opts.Env = append(opts.Env, rest)
		case "dir":
			load = filepath.Join(dir, rest)
		case "workspace":
			opts.Workspace = rest
		case "all-dirs":
			opts.AllDirs = true
		case "examples":
			opts.Examples = true
		case "account":
			opts.Account = rest
		case "region":
			opts.Region = rest
		default:
			t.Fatalf("unknown argument %q", line)
		}
	}
	return load
}

func expect(e *merlon.Estate, line string) error {
	first, rest, _ := strings.Cut(line, " ")
	switch {
	case line == "no gaps":
		if len(e.Gaps) > 0 {
			return fmt.Errorf("got gap %q: %s", e.Gaps[0].Summary, e.Gaps[0].Detail)
		}
		return nil
	case first == "no":
		if e.ByAddress(rest) != nil {
			return fmt.Errorf("it is there")
		}
		return nil
	case first == "gap":
		for _, g := range e.Gaps {
			if strings.Contains(g.Summary+": "+g.Detail, rest) {
				return nil
			}
		}
		return fmt.Errorf("no such gap among %d", len(e.Gaps))
	case first == "count":
		n := 0
		for _, r := range e.Resources() {
			if r.Mode == merlon.Managed {
				n++
			}
		}
		if got := fmt.Sprint(n); got != rest {
			return fmt.Errorf("got %s", got)
		}
		return nil
	case first == "roots":
		if got := strings.Join(e.Roots, ","); got != rest {
			return fmt.Errorf("got %s", got)
		}
		return nil
	}
	address, rest := cutAddress(line)
	r := e.ByAddress(address)
	if r == nil {
		var have []string
		for _, r := range e.Resources() {
			have = append(have, r.Address)
		}
		return fmt.Errorf("no such resource; have %s", strings.Join(have, ", "))
	}
	switch rest {
	case "exists":
		return nil
	case "partial":
		if !r.Partial {
			return fmt.Errorf("it is not partial")
		}
		return nil
	}
	switch word, arg, _ := strings.Cut(rest, " "); {
	case word == "formerly":
		if got := strings.Join(r.Formerly, ","); got != arg {
			return fmt.Errorf("got %s", got)
		}
		return nil
	case word == "region" && !strings.HasPrefix(arg, "="):
		if got := r.Provider.Region; got != arg {
			return fmt.Errorf("got %s", got)
		}
		return nil
	}
	return expectValue(r, rest)
}

// cutAddress splits at the first space outside of brackets.
func cutAddress(line string) (address, rest string) {
	depth := 0
	for i, c := range line {
		switch c {
		case '[':
			depth++
		case ']':
			depth--
		case ' ':
			if depth == 0 {
				return line[:i], strings.TrimSpace(line[i+1:])
			}
		}
	}
	return line, ""
}

func expectValue(r *merlon.Resource, line string) error {
	path, rest, _ := strings.Cut(line, " ")
	verb, arg, _ := strings.Cut(rest, " ")
	values := find(r, path)
	if len(values) == 0 {
		return fmt.Errorf("nothing at %s", path)
	}
	var last error
	for _, v := range values {
		if last = expectOne(v, verb, arg); last == nil {
			return nil
		}
	}
	return last
}

func expectOne(v merlon.Value, verb, arg string) error {
	switch verb {
	case "=":
		var want any
		if err := json.Unmarshal([]byte(arg), &want); err != nil {
			return fmt.Errorf("want is not JSON: %w", err)
		}
		got, err := plain(v.Effective())
		if err != nil {
			return err
		}
		if v.Effective().IsNull() {
			got = nil
		}
		if diff := cmp.Diff(want, got); diff != "" {
			return fmt.Errorf("-want +got:\n%s", diff)
		}
		return nil
	case "unknown":
		if !v.IsUnknown() {
			return fmt.Errorf("got %#v", v.Cty())
		}
		return nil
	case "~":
		if doc, ok := v.Document(); !ok || !strings.Contains(doc, arg) {
			return fmt.Errorf("got document %q", doc)
		}
		return nil
	case "->":
		var have []string
		for _, ref := range v.Refs() {
			if ref.Target.Address == arg {
				return nil
			}
			have = append(have, ref.Target.Address+"."+ref.Attribute)
		}
		return fmt.Errorf("links to %v", have)
	case "secret":
		if !v.IsSensitive() {
			return fmt.Errorf("it is not")
		}
		return nil
	case "from":
		c := v.Cause().Outermost()
		if c == nil || c.Range.String() != arg {
			return fmt.Errorf("got cause %+v", v.Cause().Chain())
		}
		return nil
	}
	return fmt.Errorf("unknown expectation %q", verb)
}

// plain turns a value into what JSON would hold; unknown parts are "(unknown)".
func plain(v cty.Value) (any, error) {
	v, err := cty.Transform(v, func(_ cty.Path, v cty.Value) (cty.Value, error) {
		if !v.IsKnown() {
			return cty.StringVal("(unknown)"), nil
		}
		return v, nil
	})
	if err != nil {
		return nil, err
	}
	text, err := ctyjson.Marshal(v, v.Type())
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	var out any
	return out, dec.Decode(&out)
}

// find follows a dotted path with [N] and [*].
func find(r *merlon.Resource, path string) []merlon.Value {
	values := []merlon.Value{r.Whole()}
	for _, part := range strings.FieldsFunc(path, func(c rune) bool { return c == '.' || c == '[' }) {
		var next []merlon.Value
		for _, v := range values {
			index, isIndex := strings.CutSuffix(part, "]")
			if !isIndex {
				next = append(next, v.Attr(part))
				continue
			}
			elements := slices.Collect(v.Elements())
			var n int
			if index == "*" {
				next = append(next, elements...)
			} else if _, err := fmt.Sscanf(index, "%d", &n); err == nil && n < len(elements) {
				next = append(next, elements[n])
			}
		}
		values = next
	}
	return values
}

// TestLoadNothing is an error for a path that is not there, and a gap for a
// directory without configuration.
func TestLoadNothing(t *testing.T) {
	if _, err := terraform.Load(t.Context(), filepath.Join(t.TempDir(), "missing"), terraform.Options{}); err == nil {
		t.Error("missing directory: got no error")
	} else if !strings.Contains(err.Error(), "missing") {
		t.Errorf("missing directory: error does not name it: %v", err)
	}
	e, err := terraform.Load(t.Context(), t.TempDir(), terraform.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Gaps) != 1 || !strings.Contains(e.Gaps[0].Summary, "no Terraform configuration") {
		t.Errorf("empty directory: got gaps %v, want one that says so", e.Gaps)
	}
}
