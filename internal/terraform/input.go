package terraform

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	hcljson "github.com/hashicorp/hcl/v2/json"
	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// An input is a root variable's value from outside of the configuration.
type input struct {
	value cty.Value
	cause *merlon.Cause
	expr  hclsyntax.Expression // where it was written, if in a file
	err   *problem
}

// readInputs gathers root variables in Terraform's order, the last one wins:
// environment, terraform.tfvars, terraform.tfvars.json, *.auto.tfvars(.json)
// by name, then -var and -var-file as they come.
// https://developer.hashicorp.com/terraform/language/values/variables
func (ev *rootEval) readInputs(mod *module) map[string]input {
	in := &inputReader{ev: ev, mod: mod, values: map[string]input{}}
	for name, v := range ev.opts.Defaults {
		in.set(name, input{value: v, cause: &merlon.Cause{Kind: merlon.CauseTFVars, Name: "var." + name}})
	}
	for _, kv := range ev.opts.Env {
		if rest, ok := strings.CutPrefix(kv, "TF_VAR_"); ok {
			name, text, _ := strings.Cut(rest, "=")
			in.text(name, text, merlon.CauseEnvironment)
		}
	}
	for _, name := range []string{"terraform.tfvars", "terraform.tfvars.json"} {
		in.file(path.Join(ev.dir.dir, name), false)
	}
	entries, _ := fs.ReadDir(ev.p.root.FS(), ev.dir.dir)
	for _, e := range entries {
		if n := e.Name(); !e.IsDir() && (strings.HasSuffix(n, ".auto.tfvars") || strings.HasSuffix(n, ".auto.tfvars.json")) {
			in.file(path.Join(ev.dir.dir, n), false)
		}
	}
	for _, arg := range ev.opts.Vars {
		if arg.File != "" {
			in.named(arg.File)
			continue
		}
		name, text, ok := strings.Cut(arg.Value, "=")
		if !ok {
			ev.gap(merlon.Gap{Kind: merlon.GapVariable, Summary: "-var needs name=value", Detail: "got " + arg.Value})
			continue
		}
		in.text(strings.TrimSpace(name), text, merlon.CauseCommandLine)
	}
	for name, v := range ev.opts.Planned {
		in.planned(name, v)
	}
	return in.values
}

// planned sets the value that a plan was made with, unless the files or the
// default give the same.
func (in *inputReader) planned(name string, v cty.Value) {
	variable := in.mod.variables[name]
	if variable == nil {
		return
	}
	if have, ok := in.values[name]; ok {
		if have.err == nil && sameInput(have.value, v, variable) {
			return
		}
	} else if variable.expr != nil && plain(variable.expr) {
		if def, err := in.eval(variable.expr); err == nil && sameInput(def, v, variable) {
			return
		}
	}
	in.set(name, input{value: v, cause: &merlon.Cause{Kind: merlon.CauseCommandLine, Name: "var." + name}})
}

func sameInput(a, b cty.Value, v *variable) bool {
	x, err := convertVariable(a, v)
	if err != nil {
		return false
	}
	y, err := convertVariable(b, v)
	if err != nil {
		return false
	}
	x, _ = x.UnmarkDeep()
	y, _ = y.UnmarkDeep()
	return x.RawEquals(y)
}

type inputReader struct {
	ev     *rootEval
	mod    *module
	values map[string]input
}

func (in *inputReader) set(name string, v input) {
	if in.mod.variables[name] != nil { // a root takes only what it declares
		in.values[name] = v
	}
}

// text reads a value from the command line or the environment: as it stands
// for a string, as an expression for any other type.
func (in *inputReader) text(name, text string, kind merlon.CauseKind) {
	v := in.mod.variables[name]
	if v == nil {
		return
	}
	cause := &merlon.Cause{Kind: kind, Name: "var." + name}
	if kind == merlon.CauseEnvironment {
		cause.Name = "TF_VAR_" + name
	}
	if v.ty == cty.String || v.ty == cty.DynamicPseudoType && v.expr != nil && isStringDefault(v.expr) {
		in.set(name, input{value: cty.StringVal(text), cause: cause})
		return
	}
	if v.ty == cty.DynamicPseudoType || v.ty.IsPrimitiveType() {
		// Terraform reads a literal where nothing says that it is more.
		in.set(name, input{value: cty.StringVal(text), cause: cause})
		return
	}
	if err := nesting([]byte(text), in.ev.opts.Limits.Nesting); err != nil {
		in.set(name, input{cause: cause, err: &problem{kind: merlon.GapLimit, summary: "value of var." + name + " is not read", detail: err.Error()}})
		return
	}
	expr, diags := hclsyntax.ParseExpression([]byte(text), "value of var."+name, hcl.InitialPos)
	detail := ""
	var val cty.Value
	if diags.HasErrors() {
		detail = diags[0].Detail
	} else if v, err := in.eval(expr); err != nil {
		detail = err.summary + ": " + err.detail
	} else {
		val = v
	}
	if detail != "" {
		in.set(name, input{cause: cause, err: &problem{kind: merlon.GapVariable, summary: "value of var." + name + " does not parse", detail: fmt.Sprintf("It comes from the %s and must be an expression: %s", kind, detail)}})
		return
	}
	in.set(name, input{value: val, cause: cause})
}

// eval evaluates a value with the evaluator's bounds. No name of the module
// is in scope.
func (in *inputReader) eval(e hclsyntax.Expression) (cty.Value, *problem) {
	w := &worker{ev: in.ev, busy: map[busyKey]struct{}{}}
	v, err := w.value(e, &scope{inst: &instance{ev: in.ev, dir: in.ev.dir.dir, files: in.ev.dir.files}, frame: &frame{name: templateFrame}})
	if err == nil {
		err = w.weigh(v, e.Range())
	}
	return v, err
}

func isStringDefault(e hclsyntax.Expression) bool {
	_, ok := literalText(e)
	return ok
}

// file reads a tfvars file of the project.
func (in *inputReader) file(name string, must bool) {
	data, err := in.ev.p.read(name)
	if err != nil {
		if must || !errors.Is(err, fs.ErrNotExist) {
			in.ev.gap(merlon.Gap{Kind: merlon.GapVariable, Summary: "variable file is not read", Detail: err.Error(), Range: merlon.Range{File: in.ev.p.display(name)}})
		}
		return
	}
	in.parse(in.ev.p.display(name), data)
}

// named reads a file that the user named: it may be outside of the project.
func (in *inputReader) named(name string) {
	fail := func(err error) {
		in.ev.gap(merlon.Gap{Kind: merlon.GapVariable, Summary: "variable file is not read", Detail: err.Error(), Range: merlon.Range{File: filepath.ToSlash(name)}})
	}
	if info, err := os.Stat(name); err != nil {
		fail(cleanError(err))
		return
	} else if info.IsDir() {
		fail(errors.New("is a directory"))
		return
	}
	f, err := os.Open(name)
	if err != nil {
		fail(cleanError(err))
		return
	}
	defer func() { _ = f.Close() }()
	limit := in.ev.opts.Limits.FileBytes
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = limitError("the file is too large")
	}
	if err != nil {
		fail(err)
		return
	}
	shown := filepath.ToSlash(name)
	if abs, err := filepath.Abs(name); err == nil {
		if rel, err := filepath.Rel(in.ev.p.abs, abs); err == nil {
			shown = filepath.ToSlash(rel)
		}
	}
	in.parse(shown, data)
}

func (in *inputReader) parse(shown string, data []byte) {
	if err := nesting(data, in.ev.opts.Limits.Nesting); err != nil {
		in.ev.gap(merlon.Gap{Kind: merlon.GapLimit, Summary: "variable file is not read", Detail: err.Error(), Range: merlon.Range{File: shown}})
		return
	}
	var attrs hcl.Attributes
	var diags hcl.Diagnostics
	if strings.HasSuffix(shown, ".json") {
		file, d := hcljson.Parse(data, shown)
		if diags = d; file != nil && !d.HasErrors() {
			attrs, diags = file.Body.JustAttributes()
		}
	} else {
		file, d := hclsyntax.ParseConfig(data, shown, hcl.InitialPos)
		if diags = d; file != nil {
			var more hcl.Diagnostics
			attrs, more = file.Body.JustAttributes()
			diags = append(diags, more...)
		}
	}
	in.ev.p.diagnose(diags, shown)
	for name, a := range attrs {
		if in.mod.variables[name] == nil {
			continue
		}
		cause := &merlon.Cause{Kind: merlon.CauseTFVars, Name: "var." + name, Range: rangeOf(a.Expr.Range())}
		expr, native := a.Expr.(hclsyntax.Expression)
		if native {
			v, err := in.eval(expr)
			in.set(name, input{value: v, cause: cause, expr: expr, err: err})
			continue
		}
		v, d := a.Expr.Value(nil) // JSON: without a context strings are no templates
		if d.HasErrors() {
			in.set(name, input{cause: cause, err: fromDiags(d, a.Range)})
			continue
		}
		in.set(name, input{value: v, cause: cause})
	}
}

// readManifest reads which directories terraform init put modules into.
func (p *project) readManifest(dir string) map[string]string {
	data, err := p.read(path.Join(dir, ".terraform/modules/modules.json"))
	if err != nil {
		return nil
	}
	var m struct {
		Modules []struct{ Key, Dir string }
	}
	if err := json.Unmarshal(data, &m); err != nil {
		p.gap(merlon.Gap{Kind: merlon.GapModule, Summary: "module manifest does not parse", Detail: err.Error(), Range: merlon.Range{File: p.display(path.Join(dir, ".terraform/modules/modules.json"))}})
		return nil
	}
	dirs := make(map[string]string, len(m.Modules))
	for _, e := range m.Modules {
		if e.Key != "" && e.Dir != "" {
			dirs[e.Key] = filepath.ToSlash(e.Dir)
		}
	}
	return dirs
}

// glob lists the files below a directory that match a pattern, as fileset
// does: relative to the directory, sorted.
func (p *project) glob(dir, pattern string) ([]string, error) {
	if !doublestar.ValidatePattern(pattern) {
		return nil, errors.New("invalid glob pattern")
	}
	var out []string
	seen := 0
	err := fs.WalkDir(p.root.FS(), dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			if name == dir {
				return cleanError(err)
			}
			return nil
		}
		if seen++; seen > p.opts.Limits.Files {
			return limitError("too many files")
		}
		if d.IsDir() {
			if name != dir && slices.Contains(neverDirs, d.Name()) && !strings.HasPrefix(pattern, d.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		rel := strings.TrimPrefix(strings.TrimPrefix(name, dir), "/")
		if dir == "." {
			rel = name
		}
		if ok, _ := doublestar.Match(pattern, rel); ok {
			out = append(out, rel)
		}
		return nil
	})
	return out, err
}
