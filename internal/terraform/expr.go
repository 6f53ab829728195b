package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"merlon"
)

// A scope is where an expression is evaluated: the module instance, what
// each, count and self mean there, and the names of loops around it.
type scope struct {
	inst      *instance
	eachKey   cty.Value // NilVal where each means nothing
	eachValue operand
	eachCause *merlon.Cause
	count     cty.Value // NilVal where count means nothing
	frame     *frame
	// doc asks for documents: a placeholder for each unknown. What decides on
	// structure (conditions, counts) is never evaluated so.
	doc bool
}

// A frame is one name that a loop, a dynamic block or a template brings.
type frame struct {
	name  string
	anon  *hclsyntax.AnonSymbolExpr
	op    operand
	cause *merlon.Cause
	up    *frame
}

func (sc *scope) with(f frame) *scope {
	inner := *sc
	f.up = sc.frame
	inner.frame = &f
	return &inner
}

// really is the scope without placeholders.
func (sc *scope) really() *scope {
	if !sc.doc {
		return sc
	}
	inner := *sc
	inner.doc = false
	return &inner
}

func (sc *scope) documents() *scope {
	inner := *sc
	inner.doc = true
	return &inner
}

// value evaluates an expression and writes the result out.
func (w *worker) value(e hclsyntax.Expression, sc *scope) (cty.Value, *problem) {
	// Half of all expressions are literals.
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		if !fits(e.Val) {
			return cty.DynamicVal, tooLargeNumber(e.SrcRange)
		}
		return e.Val, nil
	case *hclsyntax.TemplateExpr:
		if len(e.Parts) == 1 {
			if lit, ok := e.Parts[0].(*hclsyntax.LiteralValueExpr); ok && lit.Val.Type() == cty.String {
				return lit.Val, nil
			}
		}
	}
	op, err := w.eval(e, sc)
	if err != nil {
		return cty.DynamicVal, err
	}
	if op.kind == isValue {
		return op.v, nil
	}
	return w.materialise(op, sc, e.Range())
}

// eval evaluates an expression.
func (w *worker) eval(e hclsyntax.Expression, sc *scope) (operand, *problem) {
	if w.depth >= w.ev.opts.Limits.Depth {
		return operand{}, &problem{kind: merlon.GapLimit, summary: "expression is nested too deeply", rng: e.Range()}
	}
	if err := w.spend(1, e.Range()); err != nil {
		return operand{}, err
	}
	w.depth++
	op, err := w.evalNode(e, sc)
	w.depth--
	return op, err
}

func (w *worker) evalNode(e hclsyntax.Expression, sc *scope) (operand, *problem) {
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		if !fits(e.Val) {
			return operand{}, tooLargeNumber(e.SrcRange)
		}
		return known(e.Val), nil
	case *hclsyntax.ScopeTraversalExpr:
		return w.traverse(e.Traversal, sc)
	case *hclsyntax.ParenthesesExpr:
		return w.eval(e.Expression, sc)
	case *hclsyntax.TemplateWrapExpr:
		return w.eval(e.Wrapped, sc)
	case *hclsyntax.RelativeTraversalExpr:
		op, err := w.eval(e.Source, sc)
		for _, s := range e.Traversal {
			if err != nil {
				return operand{}, err
			}
			op, err = w.step(op, s, sc)
		}
		return op, err
	case *hclsyntax.IndexExpr:
		coll, err := w.eval(e.Collection, sc)
		if err != nil {
			return operand{}, err
		}
		key, err := w.value(e.Key, sc.really())
		if err != nil {
			return operand{}, err
		}
		return w.index(coll, key, e.BracketRange, sc)
	case *hclsyntax.AnonSymbolExpr:
		for f := sc.frame; f != nil; f = f.up {
			if f.anon == e {
				return f.op, nil
			}
		}
		return known(cty.DynamicVal), nil
	case *hclsyntax.ConditionalExpr:
		return w.conditional(e, sc)
	case *hclsyntax.FunctionCallExpr:
		return w.call(e, sc)
	case *hclsyntax.ObjectConsKeyExpr:
		v, err := w.objectKey(e, sc)
		return known(v), err
	case *hclsyntax.SplatExpr:
		return w.splat(e, sc)
	case *hclsyntax.ForExpr:
		v, err := w.forExpr(e, sc)
		return known(v), err
	case *hclsyntax.TemplateExpr:
		v, err := w.template(e, sc)
		return known(v), err
	case *hclsyntax.TemplateJoinExpr:
		v, err := w.templateJoin(e, sc)
		return known(v), err
	case *hclsyntax.TupleConsExpr:
		vals := make([]cty.Value, len(e.Exprs))
		for i, item := range e.Exprs {
			v, err := w.part(item, sc)
			if err != nil {
				return operand{}, err
			}
			vals[i] = v
		}
		return known(cty.TupleVal(vals)), nil
	case *hclsyntax.ObjectConsExpr:
		v, err := w.object(e, sc)
		return known(v), err
	case *hclsyntax.BinaryOpExpr:
		v, err := w.binary(e, sc)
		return known(v), err
	case *hclsyntax.UnaryOpExpr:
		v, err := w.unary(e, sc)
		return known(v), err
	case *hclsyntax.ExprSyntaxError:
		return known(cty.DynamicVal), nil // the parser has said so already
	}
	return operand{}, problemf(e.Range(), "unsupported expression", "merlon does not know expressions of type %T.", e)
}

// part evaluates an element of a list or object. One that refers to what nobody
// declares is unknown: the others can still be read, and linked.
func (w *worker) part(e hclsyntax.Expression, sc *scope) (cty.Value, *problem) {
	v, err := w.value(e, sc)
	if err != nil && err.kind == merlon.GapReference {
		w.report(err, "")
		return cty.DynamicVal, nil
	}
	return v, err
}

func (w *worker) object(e *hclsyntax.ObjectConsExpr, sc *scope) (cty.Value, *problem) {
	vals := make(map[string]cty.Value, len(e.Items))
	var marks []cty.ValueMarks
	complete := true
	for _, item := range e.Items {
		key, err := w.value(item.KeyExpr, sc)
		if err != nil {
			return cty.DynamicVal, err
		}
		val, err := w.part(item.ValueExpr, sc)
		if err != nil {
			return cty.DynamicVal, err
		}
		key, keyMarks := key.Unmark()
		if len(keyMarks) > 0 {
			marks = append(marks, keyMarks)
		}
		if key.IsNull() {
			return cty.DynamicVal, problemf(item.KeyExpr.Range(), "null value as key", "A null cannot be the key of an object.")
		}
		key, cerr := convert.Convert(key, cty.String)
		if cerr != nil {
			return cty.DynamicVal, problemf(item.KeyExpr.Range(), "incorrect key type", "Can't use this value as a key: %s.", cerr)
		}
		if !key.IsKnown() {
			// The object's keys are not known, but what it links to is.
			complete = false
			marks = append(marks, marksOf(val))
			continue
		}
		vals[key.AsString()] = val
	}
	if !complete {
		for _, v := range vals {
			marks = append(marks, marksOf(v))
		}
		return cty.DynamicVal.WithMarks(marks...), nil
	}
	return cty.ObjectVal(vals).WithMarks(marks...), nil
}

func (w *worker) objectKey(e *hclsyntax.ObjectConsKeyExpr, sc *scope) (cty.Value, *problem) {
	if !e.ForceNonLiteral {
		if word := hcl.ExprAsKeyword(e.Wrapped); word != "" {
			return cty.StringVal(word), nil
		}
		if t, ok := e.Wrapped.(*hclsyntax.ScopeTraversalExpr); ok && len(t.Traversal) > 1 {
			return cty.DynamicVal, problemf(e.Range(), "ambiguous attribute key", "A reference as a key must stand in parentheses.")
		}
	}
	return w.value(e.Wrapped, sc)
}

func (w *worker) binary(e *hclsyntax.BinaryOpExpr, sc *scope) (cty.Value, *problem) {
	// Operators decide; a placeholder must not.
	sc = sc.really()
	params := e.Op.Impl.Params()
	lhs, lerr := w.operandValue(e.LHS, params[0].Type, sc)
	rhs, rerr := w.operandValue(e.RHS, params[1].Type, sc)
	lhs, lmarks := lhs.Unmark()
	rhs, rmarks := rhs.Unmark()
	if e.Op.ShortCircuit != nil {
		forced, diags := e.Op.ShortCircuit(lhs, rhs, asDiags(lerr), asDiags(rerr))
		if forced != cty.NilVal && !lhs.IsNull() && !rhs.IsNull() {
			if diags.HasErrors() {
				if lerr != nil {
					return cty.UnknownVal(e.Op.Type), lerr
				}
				return cty.UnknownVal(e.Op.Type), rerr
			}
			return forced.WithMarks(lmarks, rmarks), nil
		}
	}
	if lerr != nil {
		return cty.UnknownVal(e.Op.Type), lerr
	}
	if rerr != nil {
		return cty.UnknownVal(e.Op.Type), rerr
	}
	if !lhs.Type().IsPrimitiveType() {
		if err := w.weigh(lhs, e.SrcRange); err != nil {
			return cty.UnknownVal(e.Op.Type), err
		}
	}
	result, err := e.Op.Impl.Call([]cty.Value{lhs, rhs})
	if err != nil {
		return cty.UnknownVal(e.Op.Type), problemf(e.SrcRange, "operation failed", "Error during operation: %s.", err)
	}
	if !fits(result) {
		return cty.UnknownVal(e.Op.Type), tooLargeNumber(e.SrcRange)
	}
	return result.WithMarks(lmarks, rmarks), nil
}

func asDiags(err *problem) hcl.Diagnostics {
	if err == nil {
		return nil
	}
	return hcl.Diagnostics{{Severity: hcl.DiagError, Summary: err.summary}}
}

func (w *worker) operandValue(e hclsyntax.Expression, ty cty.Type, sc *scope) (cty.Value, *problem) {
	v, err := w.value(e, sc)
	if err != nil {
		return cty.UnknownVal(ty), err
	}
	got, cerr := convert.Convert(v, ty)
	if cerr != nil {
		return cty.UnknownVal(ty), problemf(e.Range(), "invalid operand", "Unsuitable value for operand: %s.", cerr)
	}
	if !fits(got) {
		return cty.UnknownVal(ty), tooLargeNumber(e.Range())
	}
	return got, nil
}

func (w *worker) unary(e *hclsyntax.UnaryOpExpr, sc *scope) (cty.Value, *problem) {
	v, err := w.operandValue(e.Val, e.Op.Impl.Params()[0].Type, sc.really())
	if err != nil {
		return cty.UnknownVal(e.Op.Type), err
	}
	result, cerr := e.Op.Impl.Call([]cty.Value{v})
	if cerr != nil {
		return cty.UnknownVal(e.Op.Type), problemf(e.SrcRange, "operation failed", "Error during operation: %s.", cerr)
	}
	return result, nil
}

// conditional evaluates both branches, as HCL does, since the type of the
// result is the one that both can have; an error counts only in the branch
// that is taken.
func (w *worker) conditional(e *hclsyntax.ConditionalExpr, sc *scope) (operand, *problem) {
	cond, err := w.value(e.Condition, sc.really())
	if err != nil {
		return operand{}, err
	}
	cond, condMarks := cond.Unmark()
	if cond.IsNull() {
		return operand{}, problemf(e.Condition.Range(), "null condition", "The condition value is null. Conditions must either be true or false.")
	}
	cond, cerr := convert.Convert(cond, cty.Bool)
	if cerr != nil {
		return operand{}, problemf(e.Condition.Range(), "incorrect condition type", "The condition expression must be of type bool.")
	}
	if cond.IsKnown() {
		taken, other := e.TrueResult, e.FalseResult
		if cond.False() {
			taken, other = other, taken
		}
		return w.taken(taken, other, sensitiveOnly(condMarks), e, sc)
	}
	t, terr := w.value(e.TrueResult, sc)
	f, ferr := w.value(e.FalseResult, sc)
	if sc.doc {
		// A document cannot say both: the conditional as a whole is unknown.
		return known(cty.StringVal(merlon.Placeholder("condition"))), nil
	}
	for _, branch := range []struct {
		v   *cty.Value
		err *problem
	}{{&t, terr}, {&f, ferr}} {
		switch {
		case branch.err == nil:
		case branch.err.kind == merlon.GapLimit:
			return operand{}, branch.err
		default:
			// It may never be taken, so its error is none yet.
			*branch.v = cty.DynamicVal
		}
	}
	v, cerr2 := unifyUnknown(t, f)
	if cerr2 != nil {
		return operand{}, problemf(e.SrcRange, "inconsistent conditional result types", "%s", cerr2)
	}
	return known(v.WithMarks(condMarks, marksOf(t), marksOf(f))), nil
}

// taken evaluates the branch that a known condition chooses and gives it the
// type that both branches share.
func (w *worker) taken(taken, other hclsyntax.Expression, marks cty.ValueMarks, e *hclsyntax.ConditionalExpr, sc *scope) (operand, *problem) {
	op, err := w.eval(taken, sc)
	if err != nil {
		return operand{}, err
	}
	if lit, ok := other.(*hclsyntax.LiteralValueExpr); ok && lit.Val.IsNull() && len(marks) == 0 {
		return op, nil // null takes any type
	}
	v, err := w.materialise(op, sc, taken.Range())
	if err != nil {
		return operand{}, err
	}
	ty := v.Type()
	if ty.IsPrimitiveType() {
		// The common case: a literal of the same type on the other side.
		if lit, ok := other.(*hclsyntax.LiteralValueExpr); ok && lit.Val.Type() == ty {
			return known(v.WithMarks(marks)), nil
		}
	}
	o, oerr := w.value(other, sc.really())
	if oerr != nil {
		o = cty.DynamicVal // its error does not count, and its type is not known
	}
	otherType := o.Type()
	switch {
	case o.RawEquals(cty.NullVal(cty.DynamicPseudoType)):
		return known(v.WithMarks(marks)), nil
	case v.RawEquals(cty.NullVal(cty.DynamicPseudoType)):
		if otherType == cty.DynamicPseudoType {
			return known(v.WithMarks(marks)), nil
		}
		return known(cty.NullVal(otherType).WithMarks(marks)), nil
	case ty == cty.DynamicPseudoType || otherType == cty.DynamicPseudoType || ty.Equals(otherType):
		return known(v.WithMarks(marks)), nil
	}
	unified, convs := convert.UnifyUnsafe([]cty.Type{ty, otherType})
	if unified == cty.NilType {
		return operand{}, problemf(e.SrcRange, "inconsistent conditional result types", "The true and false result expressions must have consistent types.")
	}
	if convs[0] != nil {
		got, cerr := convs[0](v)
		if cerr != nil {
			return operand{}, problemf(taken.Range(), "inconsistent conditional result types", "The result value has the wrong type: %s.", cerr)
		}
		v = got
	}
	return known(v.WithMarks(marks)), nil
}

// unifyUnknown is the unknown that may become either value.
func unifyUnknown(t, f cty.Value) (cty.Value, error) {
	t, _ = t.UnmarkDeep()
	f, _ = f.UnmarkDeep()
	cond := &hclsyntax.ConditionalExpr{
		Condition:   &hclsyntax.LiteralValueExpr{Val: cty.UnknownVal(cty.Bool)},
		TrueResult:  &hclsyntax.LiteralValueExpr{Val: t},
		FalseResult: &hclsyntax.LiteralValueExpr{Val: f},
	}
	v, diags := cond.Value(nil)
	if diags.HasErrors() {
		return cty.DynamicVal, diags
	}
	return v, nil
}

// sensitiveOnly keeps the marks that a condition hands on: that a value hangs
// on a secret matters, but it does not derive from what decided it.
func sensitiveOnly(marks cty.ValueMarks) cty.ValueMarks {
	out := cty.ValueMarks{}
	for m := range marks {
		if _, isLink := m.(link); !isLink {
			out[m] = struct{}{}
		}
	}
	return out
}

func toNumber(v cty.Value) (cty.Value, error) { return convert.Convert(v, cty.Number) }

func toText(v cty.Value) (string, error) {
	s, err := convert.Convert(v, cty.String)
	if err != nil {
		return "", err
	}
	if s.IsNull() || !s.IsKnown() {
		return "", errNotText
	}
	return s.AsString(), nil
}

func compareText(a, b string) int { return strings.Compare(a, b) }
