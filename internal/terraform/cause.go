package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// cause follows an expression to where its value was set. It goes through
// whatever hands a value on unchanged or from one place: references,
// parentheses, the branch that a known condition takes, and calls or
// templates that use one reference only. Nil means: set right here.
func (w *worker) cause(e hclsyntax.Expression, sc *scope) *merlon.Cause {
	return w.causeAt(e, nil, sc, 0)
}

// causeAt follows the part of an expression that a path of steps leads to.
func (w *worker) causeAt(e hclsyntax.Expression, rest []hcl.Traverser, sc *scope, depth int) *merlon.Cause {
	if depth > 40 {
		return nil
	}
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		return nil
	case *hclsyntax.ParenthesesExpr:
		return w.causeAt(e.Expression, rest, sc, depth+1)
	case *hclsyntax.TemplateWrapExpr:
		return w.causeAt(e.Wrapped, rest, sc, depth+1)
	case *hclsyntax.ScopeTraversalExpr:
		return w.causeOf(e.Traversal, rest, sc, depth+1)
	case *hclsyntax.RelativeTraversalExpr:
		return w.causeAt(e.Source, append(append([]hcl.Traverser{}, e.Traversal...), rest...), sc, depth+1)
	case *hclsyntax.IndexExpr:
		if key, err := w.value(e.Key, sc.really()); err == nil && key.IsKnown() {
			key, _ = key.Unmark()
			step := hcl.TraverseIndex{Key: key}
			return w.causeAt(e.Collection, append([]hcl.Traverser{step}, rest...), sc, depth+1)
		}
		return w.causeAt(e.Collection, nil, sc, depth+1)
	case *hclsyntax.ConditionalExpr:
		cond, err := w.value(e.Condition, sc.really())
		if err != nil {
			return nil
		}
		cond, _ = cond.Unmark()
		if !cond.IsKnown() || cond.IsNull() || cond.Type() != cty.Bool {
			return nil
		}
		taken := e.FalseResult
		if cond.True() {
			taken = e.TrueResult
		}
		if c := w.causeAt(taken, rest, sc, depth+1); c != nil {
			return c
		}
		// A literal was taken: what decided that is what must change.
		return w.causeAt(e.Condition, nil, sc, depth+1)
	case *hclsyntax.ObjectConsExpr:
		for _, item := range e.Items {
			if len(rest) > 0 && w.isKey(item.KeyExpr, rest[0], sc) {
				return w.partCause(item.ValueExpr, rest[1:], sc, depth)
			}
		}
	case *hclsyntax.ForExpr:
		return w.loopCause(e, rest, sc, depth)
	case *hclsyntax.TupleConsExpr:
		if len(rest) > 0 {
			if i, ok := indexOf(rest[0]); ok && i < len(e.Exprs) {
				return w.partCause(e.Exprs[i], rest[1:], sc, depth)
			}
			return nil
		}
		return w.onlyCause(e.Exprs, sc, depth)
	case *hclsyntax.FunctionCallExpr:
		if e.Name == "lookup" && len(e.Args) >= 2 {
			return w.causeOfLookup(e, rest, sc, depth)
		}
		return w.onlyCause(e.Args, sc, depth)
	case *hclsyntax.BinaryOpExpr:
		return w.onlyCause([]hclsyntax.Expression{e.LHS, e.RHS}, sc, depth)
	case *hclsyntax.UnaryOpExpr:
		return w.causeAt(e.Val, nil, sc, depth+1)
	case *hclsyntax.TemplateExpr:
		return w.onlyCause(e.Parts, sc, depth)
	}
	return nil
}

// loopCause goes through a for expression that keeps the keys of what it goes
// over, into the element; of any other it is the cause of the collection.
func (w *worker) loopCause(e *hclsyntax.ForExpr, rest []hcl.Traverser, sc *scope, depth int) *merlon.Cause {
	key, sameKey := e.KeyExpr.(*hclsyntax.ScopeTraversalExpr)
	if len(rest) == 0 || !sameKey || len(key.Traversal) != 1 || key.Traversal.RootName() != e.KeyVar {
		return w.causeAt(e.CollExpr, nil, sc, depth+1)
	}
	path := rest[:1:1]
	if val, ok := e.ValExpr.(*hclsyntax.ScopeTraversalExpr); ok && val.Traversal.RootName() == e.ValVar {
		path = append(append(path, val.Traversal[1:]...), rest[1:]...)
	}
	return w.causeAt(e.CollExpr, path, sc, depth+1)
}

// causeOfLookup is the place of the element that lookup finds, or of its
// default.
func (w *worker) causeOfLookup(e *hclsyntax.FunctionCallExpr, rest []hcl.Traverser, sc *scope, depth int) *merlon.Cause {
	m, err := w.value(e.Args[0], sc.really())
	if err != nil {
		return nil
	}
	key, err := w.value(e.Args[1], sc.really())
	if err != nil {
		return nil
	}
	m, _ = m.Unmark()
	key, _ = key.Unmark()
	if !m.IsKnown() || m.IsNull() || !m.CanIterateElements() || !key.IsKnown() || key.IsNull() || key.Type() != cty.String {
		return nil
	}
	if _, found := m.AsValueMap()[key.AsString()]; found {
		return w.causeAt(e.Args[0], append([]hcl.Traverser{hcl.TraverseIndex{Key: key}}, rest...), sc, depth+1)
	}
	if len(e.Args) > 2 {
		return w.causeAt(e.Args[2], rest, sc, depth+1)
	}
	return nil
}

// partCause is the cause of a value inside a literal object or list: the
// place in it, unless it leads on.
func (w *worker) partCause(e hclsyntax.Expression, rest []hcl.Traverser, sc *scope, depth int) *merlon.Cause {
	if c := w.causeAt(e, rest, sc, depth+1); c != nil {
		return c
	}
	return &merlon.Cause{Kind: partKind, Range: rangeOf(e.Range())}
}

// partKind marks a place inside a literal: whoever holds the literal gives it
// a name and takes its position.
const partKind merlon.CauseKind = ""

// onlyCause is the cause of the one part that has one.
func (w *worker) onlyCause(parts []hclsyntax.Expression, sc *scope, depth int) *merlon.Cause {
	if len(parts) > 16 {
		return nil
	}
	var only *merlon.Cause
	for _, p := range parts {
		switch p.(type) {
		case *hclsyntax.LiteralValueExpr:
			continue
		}
		c := w.causeAt(p, nil, sc, depth+1)
		if c == nil || c.Kind == partKind {
			continue
		}
		if only != nil {
			return nil // several: there is no one place
		}
		only = c
	}
	return only
}

func (w *worker) isKey(key hclsyntax.Expression, step hcl.Traverser, sc *scope) bool {
	want := stepText(step)
	if want == "" {
		return false
	}
	v, err := w.value(key, sc.really())
	if err != nil {
		return false
	}
	v, _ = v.Unmark()
	s, cerr := toText(v)
	return cerr == nil && s == want
}

func stepText(step hcl.Traverser) string {
	switch s := step.(type) {
	case hcl.TraverseAttr:
		return s.Name
	case hcl.TraverseIndex:
		if text, err := toText(s.Key); err == nil {
			return text
		}
	}
	return ""
}

func indexOf(step hcl.Traverser) (int, bool) {
	s, ok := step.(hcl.TraverseIndex)
	if !ok || s.Key.Type() != cty.Number {
		return 0, false
	}
	i, acc := s.Key.AsBigFloat().Int64()
	return int(i), acc == 0 && i >= 0
}

// causeOf follows a reference.
func (w *worker) causeOf(t hcl.Traversal, rest []hcl.Traverser, sc *scope, depth int) *merlon.Cause {
	root, name := t.RootName(), stepName(t, 1)
	for f := sc.frame; f != nil; f = f.up {
		if f.name == root && f.anon == nil {
			if f.cause == nil {
				return nil
			}
			// An iterator's cause is its element's: go into it by name.
			return f.cause
		}
		if f.name == templateFrame {
			return nil
		}
	}
	after := func(n int) []hcl.Traverser {
		return append(append([]hcl.Traverser{}, t[min(n, len(t)):]...), rest...)
	}
	switch root {
	case "var":
		return w.causeOfVariable(sc.inst, name, after(2), depth)
	case "local":
		l := sc.inst.module().locals[name]
		if l == nil {
			return nil
		}
		own := &merlon.Cause{Kind: merlon.CauseLocal, Name: "local." + name, Range: rangeOf(l.expr.Range())}
		return extend(own, w.causeAt(l.expr, after(2), &scope{inst: sc.inst}, depth+1))
	case "each":
		if name == "value" && sc.eachCause != nil {
			return sc.eachCause
		}
		return sc.eachCause
	case "module":
		return w.causeOfOutput(t, rest, sc, depth)
	}
	return nil
}

// extend appends what follows a step; a place inside a literal moves the step
// there instead.
func extend(own, next *merlon.Cause) *merlon.Cause {
	if next != nil && next.Kind == partKind {
		own.Range, own.Next = next.Range, next.Next
		return own
	}
	own.Next = next
	return own
}

func (w *worker) causeOfVariable(inst *instance, name string, rest []hcl.Traverser, depth int) *merlon.Cause {
	v := inst.module().variables[name]
	if v == nil {
		return nil
	}
	if inst.parent != nil {
		if e := exprOf(inst.call.body, name); e != nil {
			own := &merlon.Cause{Kind: merlon.CauseArgument, Name: "var." + name, Range: rangeOf(e.Range())}
			return extend(own, w.causeAt(e, rest, inst.scope.really(), depth+1))
		}
	} else if in, ok := w.ev.inputs[name]; ok {
		own := *in.cause
		if in.expr != nil {
			return extend(&own, w.causeAt(in.expr, rest, &scope{inst: inst}, depth+1))
		}
		return &own
	}
	if v.expr != nil {
		return extend(w.defaultCause(v), w.causeAt(v.expr, rest, &scope{inst: inst}, depth+1))
	}
	return &merlon.Cause{Kind: merlon.CauseVariable, Name: "var." + name, Range: rangeOf(v.rng)}
}

func (w *worker) causeOfOutput(t hcl.Traversal, rest []hcl.Traverser, sc *scope, depth int) *merlon.Cause {
	c := sc.inst.module().calls[stepName(t, 1)]
	if c == nil {
		return nil
	}
	g, err := w.modules(sc.inst, c)
	if err != nil || g.missing || len(g.instances) == 0 {
		return nil
	}
	inst, n := g.instances[0], 2
	if len(t) > 2 {
		if s, ok := t[2].(hcl.TraverseIndex); ok {
			if found := g.byKey(s.Key); found != nil {
				inst = found
			}
			n = 3
		}
	}
	name := stepName(t, n)
	rest = append(append([]hcl.Traverser{}, t[min(n+1, len(t)):]...), rest...)
	if causes := inst.causes.Load(); causes != nil && len(rest) == 0 {
		return (*causes)[name]
	}
	o := inst.module().outputs[name]
	if o == nil || o.expr == nil {
		return nil
	}
	return w.outputCause(inst, o, rest, depth+1)
}

func (w *worker) outputCause(inst *instance, o *output, rest []hcl.Traverser, depth int) *merlon.Cause {
	own := &merlon.Cause{Kind: merlon.CauseOutput, Name: "module." + inst.call.name + "." + o.name, Range: rangeOf(o.expr.Range())}
	return extend(own, w.causeAt(o.expr, rest, &scope{inst: inst}, depth))
}

// elementCause is where one element of a for_each was written, if that is
// one place; else the cause of the whole.
func (w *worker) elementCause(e hclsyntax.Expression, sc *scope, i int, key cty.Value, whole *merlon.Cause) *merlon.Cause {
	if key == cty.NilVal || !key.IsKnown() || key.IsNull() {
		return whole
	}
	if _, isList := e.(*hclsyntax.TupleConsExpr); isList {
		key = cty.NumberIntVal(int64(i))
	}
	bare, _ := key.Unmark()
	if !bare.Type().IsPrimitiveType() {
		return whole
	}
	c := w.causeAt(e, []hcl.Traverser{hcl.TraverseIndex{Key: bare}}, sc, 1)
	if c == nil {
		return whole
	}
	if c.Kind == partKind {
		return &merlon.Cause{Kind: merlon.CauseForEach, Name: "for_each", Range: c.Range, Next: c.Next}
	}
	return c
}
