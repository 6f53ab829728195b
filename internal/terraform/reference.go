package terraform

import (
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"merlon"
)

// traverse evaluates a reference.
func (w *worker) traverse(t hcl.Traversal, sc *scope) (operand, *problem) {
	op, rest, err := w.resolve(t, sc)
	for _, s := range rest {
		if err != nil {
			break
		}
		op, err = w.step(op, s, sc)
	}
	if err != nil && sc.doc && err.kind == merlon.GapReference {
		// What is not declared is as unknown as anything: the text around it
		// can still be read.
		return w.unknownText(traversalText(t), true), nil
	}
	return op, err
}

// name is the attribute name at a step, if it is one.
func stepName(t hcl.Traversal, i int) string {
	if i < len(t) {
		if a, ok := t[i].(hcl.TraverseAttr); ok {
			return a.Name
		}
	}
	return ""
}

// resolve finds what the head of a reference names.
func (w *worker) resolve(t hcl.Traversal, sc *scope) (operand, hcl.Traversal, *problem) {
	root, rng := t.RootName(), t.SourceRange()
	for f := sc.frame; f != nil; f = f.up {
		if f.name == root && f.anon == nil {
			return f.op, t[1:], nil
		}
		if f.name == templateFrame {
			return operand{}, nil, problemf(rng, "reference to an unknown variable", "The template uses %q, which is not among the variables that it is given.", root)
		}
	}
	name := stepName(t, 1)
	switch root {
	case "var":
		op, err := w.variable(sc.inst, name, sc.doc, rng)
		return op, t[min(2, len(t)):], err
	case "local":
		op, err := w.local(sc.inst, name, sc.doc, rng)
		return op, t[min(2, len(t)):], err
	case "each":
		if sc.eachKey == cty.NilVal {
			return operand{}, nil, problemf(rng, "reference to \"each\" without for_each", "each can be used only where for_each is set.")
		}
		if name == "key" {
			return known(sc.eachKey), t[2:], nil
		}
		return sc.eachValue, t[min(2, len(t)):], nil
	case "count":
		if sc.count == cty.NilVal {
			return operand{}, nil, problemf(rng, "reference to \"count\" without count", "count can be used only where count is set.")
		}
		return known(sc.count), t[1:], nil
	case "path":
		return known(w.pathValue(sc.inst, name)), t[min(2, len(t)):], nil
	case "terraform", "tofu":
		if name == "workspace" {
			return known(cty.StringVal(w.ev.workspace)), t[2:], nil
		}
		return known(cty.DynamicVal), nil, nil
	case "module":
		return w.resolveModule(t, sc, name, rng)
	case "self":
		return known(cty.DynamicVal), nil, nil
	case "data", "ephemeral":
		return w.resolveResource(root+"."+name+"."+stepName(t, 2), t, 3, sc)
	case "resource":
		return w.resolveResource(name+"."+stepName(t, 2), t, 3, sc)
	}
	return w.resolveResource(root+"."+name, t, 2, sc)
}

func (w *worker) resolveResource(key string, t hcl.Traversal, n int, sc *scope) (operand, hcl.Traversal, *problem) {
	cfg := sc.inst.module().resources[key]
	if cfg == nil {
		if v, meant := miswritten(t); meant {
			w.report(problemf(t.SourceRange(), "invalid reference", "%s is not the name of anything here. Keywords are written in lower case: it is read as %s.",
				t.RootName(), strings.ToLower(t.RootName())), "")
			return known(v), nil, nil
		}
		if len(t) < n {
			return operand{}, nil, problemf(t.SourceRange(), "invalid reference", "%s is not the name of anything here.", traversalText(t))
		}
		return operand{}, nil, &problem{
			kind: merlon.GapReference, summary: key + " is not declared",
			detail: "The reference names a resource that this module does not have.", rng: t.SourceRange(),
		}
	}
	g, err := w.group(sc.inst, cfg)
	if err != nil {
		return operand{}, nil, err
	}
	return operand{kind: isGroup, group: g}, t[n:], nil
}

// miswritten is the value of a keyword in other letters: the True and False of
// people who come from Python. Terraform refuses it, and there is no doubt what
// it was to be.
func miswritten(t hcl.Traversal) (v cty.Value, meant bool) {
	if len(t) > 1 {
		return cty.NilVal, false
	}
	switch strings.ToLower(t.RootName()) {
	case "true":
		return cty.True, true
	case "false":
		return cty.False, true
	}
	return cty.NilVal, false
}

func (w *worker) resolveModule(t hcl.Traversal, sc *scope, name string, rng hcl.Range) (operand, hcl.Traversal, *problem) {
	c := sc.inst.module().calls[name]
	if c == nil {
		return operand{}, nil, &problem{kind: merlon.GapReference, summary: "module." + name + " is not declared", rng: rng}
	}
	g, err := w.modules(sc.inst, c)
	if err != nil {
		return operand{}, nil, err
	}
	return operand{kind: isModules, modules: g}, t[2:], nil
}

func (w *worker) pathValue(inst *instance, name string) cty.Value {
	switch name {
	case "module":
		return cty.StringVal(inst.modulePath())
	case "root":
		return cty.StringVal(".")
	case "cwd":
		return cty.StringVal(filepath.ToSlash(filepath.Join(w.ev.p.top, filepath.FromSlash(w.ev.dir.dir))))
	}
	return cty.DynamicVal
}

// variable evaluates an input variable of a module instance.
func (w *worker) variable(inst *instance, name string, doc bool, rng hcl.Range) (operand, *problem) {
	v := inst.module().variables[name]
	if v == nil {
		return operand{}, &problem{kind: merlon.GapReference, summary: "var." + name + " is not declared", rng: rng}
	}
	r := w.memo(inst.slot(v.slot), doc, "var."+name, rng, func() result {
		return w.evalVariable(inst, v, doc)
	})
	return r.op, r.err
}

func (w *worker) evalVariable(inst *instance, v *variable, doc bool) result {
	given, cause, err := w.givenValue(inst, v, doc)
	if err != nil {
		return result{op: known(cty.UnknownVal(v.ty)), err: err, cause: cause}
	}
	if given.kind != isValue && v.ty == cty.DynamicPseudoType && !v.sensitive && !v.ephemeral {
		return result{op: given, cause: cause} // a resource handed over whole
	}
	val, err := w.materialise(given, &scope{inst: inst, doc: doc}, v.rng)
	if err != nil {
		return result{op: known(cty.UnknownVal(v.ty)), err: err, cause: cause}
	}
	if !v.nullable && val.IsNull() && v.expr != nil {
		def, derr := w.value(v.expr, &scope{inst: inst})
		if derr != nil {
			return result{op: known(cty.UnknownVal(v.ty)), err: derr}
		}
		val, cause = def, w.defaultCause(v)
	}
	val, cerr := convertVariable(val, v)
	if cerr != nil {
		at := v.rng
		return result{op: known(cty.UnknownVal(v.ty.WithoutOptionalAttributesDeep())), cause: cause, err: problemf(at, "unsuitable value for var."+v.name, "%s", cerr)}
	}
	if v.sensitive {
		val = val.Mark(sensitiveMark{})
	}
	if v.ephemeral {
		val = val.Mark(ephemeralMark{})
	}
	return result{op: known(val), cause: cause}
}

func convertVariable(val cty.Value, v *variable) (cty.Value, error) {
	if v.defaults != nil && !val.IsNull() && val.IsKnown() {
		bare, marks := val.UnmarkDeepWithPaths()
		applied := v.defaults.Apply(bare)
		// Defaults only add parts, so the marks still have their places.
		val = applied.MarkWithPaths(marks)
	}
	return convert.Convert(val, v.ty)
}

func (w *worker) defaultCause(v *variable) *merlon.Cause {
	return &merlon.Cause{Kind: merlon.CauseDefault, Name: "var." + v.name, Range: rangeOf(v.expr.Range())}
}

// givenValue is what a variable was given: by the call, or for the root by
// tfvars, environment and command line, or by its default.
func (w *worker) givenValue(inst *instance, v *variable, doc bool) (operand, *merlon.Cause, *problem) {
	if inst.parent != nil {
		if e := exprOf(inst.call.body, v.name); e != nil {
			sc := inst.scope
			if doc {
				sc = sc.documents()
			}
			cause := &merlon.Cause{Kind: merlon.CauseArgument, Name: "var." + v.name, Range: rangeOf(e.Range()), Next: w.cause(e, sc)}
			op, err := w.eval(e, sc)
			return op, cause, err
		}
	} else if in, ok := w.ev.inputs[v.name]; ok {
		if in.err != nil {
			return operand{}, in.cause, in.err
		}
		return known(in.value), in.cause, nil
	}
	if v.expr != nil {
		val, err := w.value(v.expr, &scope{inst: inst})
		return known(val), w.defaultCause(v), err
	}
	cause := &merlon.Cause{Kind: merlon.CauseVariable, Name: "var." + v.name, Range: rangeOf(v.rng)}
	what := merlon.Gap{
		Kind: merlon.GapVariable, Summary: "no value for var." + v.name,
		Detail: "What depends on it is unknown. Give one with -var, -var-file or TF_VAR_" + v.name + ".", Range: rangeOf(v.rng),
	}
	if inst.parent != nil {
		what.Detail = "The module call does not set it. Terraform refuses this."
		what.Address = inst.address
	}
	w.ev.gap(what)
	if doc && (v.ty == cty.String || v.ty == cty.DynamicPseudoType) {
		return w.unknownText("var."+v.name, true), cause, nil
	}
	return known(cty.UnknownVal(v.ty.WithoutOptionalAttributesDeep())), cause, nil
}

func (w *worker) local(inst *instance, name string, doc bool, rng hcl.Range) (operand, *problem) {
	l := inst.module().locals[name]
	if l == nil {
		return operand{}, &problem{kind: merlon.GapReference, summary: "local." + name + " is not declared", rng: rng}
	}
	r := w.memo(inst.slot(l.slot), doc, "local."+name, rng, func() result {
		op, err := w.eval(l.expr, &scope{inst: inst, doc: doc})
		return result{op: op, err: err}
	})
	return r.op, r.err
}

func (w *worker) moduleOutput(inst *instance, name string, doc bool, rng hcl.Range) (operand, *problem) {
	o := inst.module().outputs[name]
	if o == nil || o.expr == nil {
		return operand{}, &problem{kind: merlon.GapReference, summary: "module " + inst.call.name + " has no output " + name, rng: rng}
	}
	r := w.memo(inst.slot(o.slot), doc, "output."+name, rng, func() result {
		op, err := w.eval(o.expr, &scope{inst: inst, doc: doc})
		if err == nil && o.sensitive {
			var v cty.Value
			if v, err = w.materialise(op, &scope{inst: inst, doc: doc}, o.rng); err == nil {
				op = known(v.Mark(sensitiveMark{}))
			}
		}
		return result{op: op, err: err}
	})
	return r.op, r.err
}
