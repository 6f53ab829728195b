package terraform

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"merlon"
)

// An element is one turn of a loop.
type element struct {
	key cty.Value
	op  operand
}

// elements lists what a loop goes over. Resources and modules are gone over
// without writing them out. known is false where the collection is unknown.
func (w *worker) elements(op operand, sc *scope, e hclsyntax.Expression) (list []element, marks cty.ValueMarks, isKnown bool, err *problem) {
	switch {
	case op.kind == isGroup && !op.group.partial && op.group.each == counted:
		for i, m := range op.group.members {
			list = append(list, element{cty.NumberIntVal(int64(i)), operand{kind: isMember, member: m}})
		}
		return list, nil, true, nil
	case op.kind == isGroup && !op.group.partial && op.group.each == keyed:
		for _, m := range op.group.members {
			list = append(list, element{m.res.Key, operand{kind: isMember, member: m}})
		}
		return list, nil, true, nil
	case op.kind == isGroup && op.group.partial:
		return nil, op.group.marks(), false, nil
	case op.kind == isModules && !op.modules.missing && !op.modules.partial && op.modules.each != single:
		for _, inst := range op.modules.instances {
			list = append(list, element{inst.key, operand{kind: isModule, inst: inst}})
		}
		return list, nil, true, nil
	}
	coll, err := w.materialise(op, sc, e.Range())
	if err != nil {
		return nil, nil, false, err
	}
	if coll.IsNull() {
		return nil, nil, false, problemf(e.Range(), "iteration over null value", "A null value cannot be used as the collection in a 'for' expression.")
	}
	if !coll.IsKnown() {
		return nil, marksOf(coll), false, nil
	}
	coll, marks = coll.Unmark()
	if !coll.CanIterateElements() {
		return nil, nil, false, problemf(e.Range(), "iteration over non-iterable value", "A value of type %s cannot be used as the collection in a 'for' expression.", coll.Type().FriendlyName())
	}
	list = make([]element, 0, coll.LengthInt())
	for k, v := range coll.Elements() {
		list = append(list, element{k, known(v)})
	}
	return list, marks, true, nil
}

// turnSteps is what a turn of a loop costs.
const turnSteps = 5

func (w *worker) forExpr(e *hclsyntax.ForExpr, sc *scope) (cty.Value, *problem) {
	op, err := w.eval(e.CollExpr, sc)
	if err != nil {
		return cty.DynamicVal, err
	}
	list, marks, isKnown, err := w.elements(op, sc, e.CollExpr)
	if err != nil {
		return cty.DynamicVal, err
	}
	if !isKnown {
		if sc.doc && e.KeyExpr == nil {
			return unknownElements.WithMarks(marks), nil
		}
		return cty.DynamicVal.WithMarks(marks), nil
	}
	f := &forResult{marks: []cty.ValueMarks{marks}, complete: true}
	if e.KeyExpr != nil {
		f.object = make(map[string]cty.Value, len(list))
		f.groups = map[string][]cty.Value{}
	}
	for _, el := range list {
		if err := w.spend(turnSteps, e.SrcRange); err != nil {
			return cty.DynamicVal, err
		}
		inner := sc.with(frame{name: e.ValVar, op: el.op})
		if e.KeyVar != "" {
			inner = inner.with(frame{name: e.KeyVar, op: known(el.key)})
		}
		if err := w.forTurn(e, inner, f); err != nil {
			return cty.DynamicVal, err
		}
	}
	var v cty.Value
	switch {
	case !f.complete:
		for _, val := range f.tuple {
			f.marks = append(f.marks, marksOf(val))
		}
		for _, val := range f.object {
			f.marks = append(f.marks, marksOf(val))
		}
		return cty.DynamicVal.WithMarks(f.marks...), nil
	case e.KeyExpr == nil:
		v = cty.TupleVal(f.tuple)
	case e.Group:
		for k, vals := range f.groups {
			f.object[k] = cty.TupleVal(vals)
		}
		v = cty.ObjectVal(f.object)
	default:
		v = cty.ObjectVal(f.object)
	}
	if len(list) > 64 {
		if err := w.weigh(v, e.SrcRange); err != nil {
			return cty.DynamicVal, err
		}
	}
	return v.WithMarks(f.marks...), nil
}

// unknownElements stands in a document for a list of which nothing is known.
var unknownElements = cty.TupleVal([]cty.Value{cty.StringVal(merlon.Placeholder("elements"))})

type forResult struct {
	tuple    []cty.Value
	object   map[string]cty.Value
	groups   map[string][]cty.Value
	marks    []cty.ValueMarks
	complete bool // false where a condition or key is unknown
}

func (w *worker) forTurn(e *hclsyntax.ForExpr, sc *scope, f *forResult) *problem {
	if e.CondExpr != nil {
		cond, err := w.value(e.CondExpr, sc.really())
		if err != nil {
			return err
		}
		cond, marks := cond.Unmark()
		f.marks = append(f.marks, sensitiveOnly(marks))
		if cond.IsNull() {
			return problemf(e.CondExpr.Range(), "invalid 'for' condition", "The value of the 'if' clause must not be null.")
		}
		cond, cerr := convert.Convert(cond, cty.Bool)
		if cerr != nil {
			return problemf(e.CondExpr.Range(), "invalid 'for' condition", "The 'if' clause value is invalid: %s.", cerr)
		}
		if !cond.IsKnown() {
			f.complete = false
			// What might be included still links.
			if v, err := w.value(e.ValExpr, sc); err == nil {
				f.marks = append(f.marks, marksOf(v))
			}
			return nil
		}
		if cond.False() {
			return nil
		}
	}
	val, err := w.value(e.ValExpr, sc)
	if err != nil {
		return err
	}
	if e.KeyExpr == nil {
		f.tuple = append(f.tuple, val)
		return nil
	}
	key, err := w.value(e.KeyExpr, sc)
	if err != nil {
		return err
	}
	key, marks := key.Unmark()
	f.marks = append(f.marks, marks)
	if key.IsNull() {
		return problemf(e.KeyExpr.Range(), "invalid object key", "Key expression in 'for' expression must not produce a null value.")
	}
	if !key.IsKnown() {
		f.complete = false
		f.marks = append(f.marks, marksOf(val))
		return nil
	}
	name, cerr := toText(key)
	if cerr != nil {
		return problemf(e.KeyExpr.Range(), "invalid object key", "The key expression produced an invalid result: %s.", cerr)
	}
	if e.Group {
		f.groups[name] = append(f.groups[name], val)
		return nil
	}
	if _, twice := f.object[name]; twice {
		return problemf(e.KeyExpr.Range(), "duplicate object key", "Two different items produced the key %q in this 'for' expression.", name)
	}
	f.object[name] = val
	return nil
}

// splat goes over a list, or over a single value as if it were a list of one.
func (w *worker) splat(e *hclsyntax.SplatExpr, sc *scope) (operand, *problem) {
	src, err := w.eval(e.Source, sc)
	if err != nil {
		return operand{}, err
	}
	var list []element
	var marks cty.ValueMarks
	isKnown, isList := true, false
	switch {
	case src.kind == isMember, src.kind == isModule,
		src.kind == isGroup && src.group.each == single,
		src.kind == isModules && !src.modules.missing && src.modules.each == single,
		src.kind == isGroup && src.group.each == keyed && !src.group.partial:
		list = []element{{op: src}}
	case src.kind != isValue:
		list, marks, isKnown, err = w.elements(src, sc, e.Source)
		if err != nil {
			return operand{}, err
		}
	default:
		v := src.v
		ty := v.Type()
		sequence := ty.IsTupleType() || ty.IsListType() || ty.IsSetType()
		isList = ty.IsListType() || ty.IsSetType()
		switch {
		case v.IsNull() && !sequence:
			return known(cty.EmptyTupleVal.WithSameMarks(v)), nil
		case v.IsNull():
			return operand{}, problemf(e.Source.Range(), "splat of null value", "Splat expressions (with the * symbol) cannot be applied to null sequences.")
		case ty == cty.DynamicPseudoType, !sequence && !v.IsKnown():
			return known(cty.DynamicVal.WithMarks(marksOf(v))), nil
		case !sequence:
			list = []element{{op: src}}
		case !v.IsKnown():
			return w.splatUnknown(e, v, sc)
		default:
			list, marks, _, err = w.elements(src, sc, e.Source)
			if err != nil {
				return operand{}, err
			}
		}
	}
	if !isKnown {
		return known(cty.DynamicVal.WithMarks(marks)), nil
	}
	vals := make([]cty.Value, len(list))
	for i, el := range list {
		v, err := w.value(e.Each, sc.with(frame{anon: e.Item, op: el.op}))
		if err != nil {
			return operand{}, err
		}
		vals[i] = v
	}
	if isList && len(vals) > 0 && cty.CanListVal(vals) {
		return known(cty.ListVal(vals).WithMarks(marks)), nil
	}
	if isList && len(vals) == 0 {
		each, _ := w.value(e.Each, sc.with(frame{anon: e.Item, op: known(cty.UnknownVal(src.v.Type().ElementType()))}))
		return known(cty.ListValEmpty(each.Type()).WithMarks(marks)), nil
	}
	return known(cty.TupleVal(vals).WithMarks(marks)), nil
}

// splatUnknown keeps the type of what an unknown list will give.
func (w *worker) splatUnknown(e *hclsyntax.SplatExpr, v cty.Value, sc *scope) (operand, *problem) {
	marks := marksOf(v)
	ty := v.Type()
	if !ty.IsListType() && !ty.IsSetType() {
		return known(cty.DynamicVal.WithMarks(marks)), nil
	}
	each, err := w.value(e.Each, sc.with(frame{anon: e.Item, op: known(cty.UnknownVal(ty.ElementType()))}))
	if err != nil {
		return operand{}, err
	}
	each, more := each.UnmarkDeep()
	return known(cty.UnknownVal(cty.List(each.Type())).RefineNotNull().WithMarks(marks, more)), nil
}

// dynamicBlock is one block that a body's blocks of a type stand for.
type dynamicBlock struct {
	body   *hclsyntax.Body
	header merlon.Range
	rng    merlon.Range
	scope  *scope
	cause  *merlon.Cause
}

// expand lists the nested blocks of one type in order, dynamic ones made.
// more is set where there may be other ones: an unknown for_each.
func (w *worker) expand(blocks []*hclsyntax.Block, typ string, sc *scope) (out []dynamicBlock, more bool, marks cty.ValueMarks, err *problem) {
	for _, b := range blocks {
		switch {
		case b.Type == typ:
			out = append(out, dynamicBlock{body: b.Body, header: rangeOf(b.DefRange()), rng: rangeOf(b.Range()), scope: sc})
		case b.Type == "dynamic" && len(b.Labels) == 1 && b.Labels[0] == typ:
			made, unknown, m, err := w.dynamic(b, typ, sc)
			if err != nil {
				return out, true, marks, err
			}
			out = append(out, made...)
			more = more || unknown
			for k := range m {
				if marks == nil {
					marks = cty.ValueMarks{}
				}
				marks[k] = struct{}{}
			}
		}
	}
	return out, more, marks, nil
}

// blockSteps is what a block costs that a dynamic block makes: it takes more
// space than other steps do.
const blockSteps = 40

func (w *worker) dynamic(b *hclsyntax.Block, typ string, sc *scope) ([]dynamicBlock, bool, cty.ValueMarks, *problem) {
	var content *hclsyntax.Block
	for _, inner := range b.Body.Blocks {
		if inner.Type == "content" {
			content = inner
		}
	}
	forEach := exprOf(b.Body, "for_each")
	if content == nil || forEach == nil {
		return nil, true, nil, &problem{kind: merlon.GapSyntax, summary: "dynamic block without for_each or content", rng: b.DefRange()}
	}
	iterator := typ
	if e := exprOf(b.Body, "iterator"); e != nil {
		if t, ok := e.(*hclsyntax.ScopeTraversalExpr); ok {
			iterator = t.Traversal.RootName()
		}
	}
	op, err := w.eval(forEach, sc.really())
	if err != nil {
		// The elements cannot be told, which is said, and is no reason to act
		// as if there were no block.
		w.report(err, "")
		op = known(cty.DynamicVal)
	}
	cause := w.cause(forEach, sc)
	if cause == nil {
		cause = &merlon.Cause{Kind: merlon.CauseForEach, Name: "for_each", Range: rangeOf(forEach.Range())}
	}
	make1 := func(key cty.Value, v operand, at *merlon.Cause) dynamicBlock {
		val, _ := w.materialise(v, sc, forEach.Range())
		it := cty.ObjectVal(map[string]cty.Value{"key": key, "value": val})
		return dynamicBlock{
			body: content.Body, header: rangeOf(b.DefRange()), rng: rangeOf(b.Range()), cause: at,
			scope: sc.with(frame{name: iterator, op: known(it), cause: at}),
		}
	}
	list, marks, isKnown, err := w.elements(op, sc, forEach)
	if err != nil {
		return nil, true, nil, err
	}
	if !isKnown {
		return []dynamicBlock{make1(cty.DynamicVal, known(cty.DynamicVal.WithMarks(marks)), cause)}, true, marks, nil
	}
	if len(list) > 2_000 {
		return nil, true, nil, &problem{kind: merlon.GapLimit, summary: "dynamic block makes more than 2000 blocks", rng: b.DefRange()}
	}
	out := make([]dynamicBlock, 0, len(list))
	for i, el := range list {
		if err := w.spend(blockSteps, b.DefRange()); err != nil {
			return nil, true, nil, err
		}
		key := el.key
		if op.kind == isValue {
			if bare, _ := op.v.Unmark(); bare.Type().IsSetType() {
				key = el.op.v
			}
		}
		out = append(out, make1(key, el.op, w.elementCause(forEach, sc, i, key, cause)))
	}
	return out, false, marks, nil
}
