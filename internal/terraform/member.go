package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"merlon"
	"merlon/internal/schema"
)

// memberAttr is an attribute or block type of a resource instance, as a
// reference sees it: marked with where it comes from.
func (w *worker) memberAttr(m *member, name string, doc bool, rng hcl.Range) (operand, *problem) {
	v, err := w.memberValue(m, name, doc, rng)
	if err != nil {
		return operand{}, err
	}
	if doc && !v.IsKnown() && (v.Type() == cty.String || v.Type() == cty.DynamicPseudoType) {
		v = cty.StringVal(merlon.Placeholder(m.res.Address + "." + name)).WithSameMarks(v)
	}
	if v.IsMarked() && v.HasMark(defaultMark{}) {
		bare, marks := v.Unmark() // who refers to it sets it
		delete(marks, defaultMark{})
		v = bare.WithMarks(marks)
	}
	return known(v.Mark(link{m.res, name})), nil
}

func (w *worker) memberValue(m *member, name string, doc bool, rng hcl.Range) (cty.Value, *problem) {
	cfg := m.group.config()
	if i, ok := slices.BinarySearchFunc(cfg.attrs, name, compareAttr); ok {
		r := w.memberSlot(m, i, doc, rng)
		if r.err != nil {
			return cty.DynamicVal, r.err
		}
		v := r.op.v
		if bare, _ := v.Unmark(); bare.IsKnown() && bare.IsNull() {
			return w.absentAttr(m, name, doc, rng)
		}
		return v, nil
	}
	if i, ok := slices.BinarySearch(cfg.blocks, name); ok {
		r := w.memo(m.slot(len(cfg.attrs)+i), doc, m.res.Address+"."+name, rng, func() result {
			v, err := w.blocksValue(cfg.body.Blocks, name, nestedSchema(m.schema, name), m.scopeFor(doc))
			return result{op: known(v), err: err}
		})
		return r.op.v, r.err
	}
	return w.absentAttr(m, name, doc, rng)
}

func compareAttr(a *hclsyntax.Attribute, name string) int { return strings.Compare(a.Name, name) }

func (m *member) scopeFor(doc bool) *scope {
	if doc {
		return m.scope.documents()
	}
	return m.scope
}

// memberSlot evaluates one argument of a resource, once. An argument that
// fails is a gap and unknown; only a cycle is handed on.
func (w *worker) memberSlot(m *member, i int, doc bool, rng hcl.Range) *result {
	a := m.group.config().attrs[i]
	return w.memo(m.slot(i), doc, m.res.Address+"."+a.Name, rng, func() result {
		v, err := w.attribute(a, schemaAttr(m.schema, a.Name), m.scopeFor(doc), m.res.Address)
		return result{op: known(v), err: err}
	})
}

func schemaAttr(b *schema.Block, name string) *schema.Attribute {
	if b == nil {
		return nil
	}
	return b.Attribute(name)
}

func nestedSchema(b *schema.Block, name string) *schema.NestedBlock {
	if b == nil {
		return nil
	}
	return b.Block(name)
}

// attribute evaluates an argument and gives it the schema's type.
func (w *worker) attribute(a *hclsyntax.Attribute, sch *schema.Attribute, sc *scope, address string) (cty.Value, *problem) {
	v, err := w.value(a.Expr, sc)
	if err != nil {
		if !sc.doc {
			w.report(err, address)
		}
		v = cty.DynamicVal
	}
	if sch == nil {
		return v, nil
	}
	got, cerr := convertTo(v, sch.Type)
	if cerr == nil && !fits(got) {
		if !sc.doc {
			w.report(tooLargeNumber(a.Expr.Range()), address)
		}
		return cty.UnknownVal(cty.Number), nil
	}
	if cerr != nil && sch.IsBlockSyntax() {
		// Blocks that are written as objects must name every attribute, which
		// Terraform demands and people forget: what is there still counts.
		if filled, err := convert.Convert(v, allOptional(sch.Type)); err == nil {
			w.report(problemf(a.Expr.Range(), "incorrect attribute value type", "%s of %s: %s.", a.Name, address, cerr), address)
			return filled, nil
		}
	}
	if cerr != nil {
		if !sc.doc {
			w.report(problemf(a.Expr.Range(), "incorrect attribute value type", "%s of %s: %s.", a.Name, address, cerr), address)
		}
		return cty.UnknownVal(sch.Type.WithoutOptionalAttributesDeep()).WithMarks(marksOf(v)), nil
	}
	if bare, _ := got.Unmark(); sch.Default != cty.NilVal && bare.IsKnown() && bare.IsNull() {
		return sch.Default.Mark(defaultMark{}), nil // to the provider a null is as good as nothing
	}
	return got, nil
}

// allOptional is a collection of objects that may leave attributes out.
func allOptional(ty cty.Type) cty.Type {
	elem := ty.ElementType()
	names := make([]string, 0, len(elem.AttributeTypes()))
	for name := range elem.AttributeTypes() {
		names = append(names, name)
	}
	elem = cty.ObjectWithOptionalAttrs(elem.AttributeTypes(), names)
	if ty.IsSetType() {
		return cty.Set(elem)
	}
	return cty.List(elem)
}

// absentAttr is an attribute that the configuration leaves out: what the
// provider will choose, its default, or null.
func (w *worker) absentAttr(m *member, name string, doc bool, rng hcl.Range) (cty.Value, *problem) {
	if w.ev.opts.Data != nil && m.res.Mode == merlon.Data {
		if given, ok := w.ev.opts.Data[m.res.Address]; ok && given.Type().IsObjectType() && given.Type().HasAttribute(name) {
			return given.GetAttr(name), nil
		}
	}
	if m.res.Mode == merlon.Data {
		if v, ok, err := w.answer(m, name, doc); ok || err != nil {
			return v, err
		}
	}
	if m.schema == nil {
		return cty.DynamicVal, nil
	}
	if a := m.schema.Attribute(name); a != nil {
		ty := a.Type.WithoutOptionalAttributesDeep()
		switch {
		case name == "tags_all":
			return w.allTags(m, doc, rng)
		case a.Computed:
			v := cty.UnknownVal(ty)
			if name == "id" || name == "arn" {
				v = v.RefineNotNull()
			}
			if a.Sensitive {
				v = v.Mark(sensitiveMark{})
			}
			return v, nil
		case a.Default != cty.NilVal:
			return a.Default, nil
		}
		return cty.NullVal(ty), nil
	}
	if nb := m.schema.Block(name); nb != nil {
		return noBlocks(nb), nil
	}
	return cty.DynamicVal, &problem{
		kind: merlon.GapReference, summary: m.group.config().key() + " has no attribute " + name,
		detail: "The provider's schema (AWS provider " + schema.AWSVersion() + ") does not know it.", rng: rng,
	}
}

// allTags is what the AWS provider plans for tags_all.
func (w *worker) allTags(m *member, doc bool, rng hcl.Range) (cty.Value, *problem) {
	tags := cty.NullVal(cty.Map(cty.String))
	if schemaAttr(m.schema, "tags") != nil {
		v, err := w.memberValue(m, "tags", doc, rng)
		if err != nil {
			return cty.UnknownVal(cty.Map(cty.String)), err
		}
		tags = v
	}
	tags, marks := tags.UnmarkDeep()
	def := cty.NilVal
	if m.res.Provider != nil {
		def = m.res.Provider.DefaultTags
	}
	if def != cty.NilVal && slices.Contains(m.group.config().blocks, "override_provider") {
		// S3 objects can have few tags, so they may do without the default ones.
		made, more, _, err := w.expand(m.group.config().body.Blocks, "override_provider", m.scope)
		switch {
		case err != nil || more:
			def = cty.UnknownVal(cty.Map(cty.String))
		case len(made) > 0:
			def = cty.NilVal
		}
	}
	return mergeTags(def, tags).WithMarks(marks), nil
}

// mergeTags lays tags over default tags.
func mergeTags(def, tags cty.Value) cty.Value {
	all := map[string]cty.Value{}
	for _, m := range []cty.Value{def, tags} {
		if m == cty.NilVal || m.IsKnown() && m.IsNull() {
			continue
		}
		if !m.IsKnown() || !m.CanIterateElements() {
			return cty.UnknownVal(cty.Map(cty.String))
		}
		for k, v := range m.Elements() {
			s, err := convertTo(v, cty.String)
			if err != nil {
				return cty.UnknownVal(cty.Map(cty.String))
			}
			all[k.AsString()] = s
		}
	}
	if len(all) == 0 {
		return cty.MapValEmpty(cty.String)
	}
	return cty.MapVal(all)
}

// noBlocks is the value of a block type without blocks.
func noBlocks(nb *schema.NestedBlock) cty.Value {
	ty := nb.Block.ImpliedType()
	switch nb.Nesting {
	case schema.List:
		return cty.ListValEmpty(ty)
	case schema.Set:
		return cty.SetValEmpty(ty)
	case schema.Map:
		return cty.MapValEmpty(ty)
	}
	return cty.NullVal(ty)
}

// blocksValue is the value of nested blocks as a reference sees it.
func (w *worker) blocksValue(blocks []*hclsyntax.Block, name string, nb *schema.NestedBlock, sc *scope) (cty.Value, *problem) {
	list, more, marks, err := w.expand(blocks, name, sc)
	if err != nil {
		w.report(err, "")
		return cty.DynamicVal, nil
	}
	if more {
		return cty.DynamicVal.WithMarks(marks), nil
	}
	vals := make([]cty.Value, len(list))
	for i, b := range list {
		v, err := w.blockValue(b, nb, sc.doc)
		if err != nil {
			return cty.DynamicVal, err
		}
		vals[i] = v
	}
	if nb != nil && (nb.Nesting == schema.Single || nb.Nesting == schema.Group) && len(vals) == 1 {
		return vals[0], nil
	}
	if nb != nil && nb.Nesting == schema.Set && len(vals) > 0 && cty.CanSetVal(vals) {
		return cty.SetVal(vals), nil
	}
	if len(vals) > 0 && cty.CanListVal(vals) {
		return cty.ListVal(vals), nil
	}
	return cty.TupleVal(vals), nil
}

func (w *worker) blockValue(b dynamicBlock, nb *schema.NestedBlock, doc bool) (cty.Value, *problem) {
	var inner *schema.Block
	if nb != nil {
		inner = &nb.Block
	}
	sc := b.scope
	if doc {
		sc = sc.documents()
	}
	attrs := map[string]cty.Value{}
	if inner != nil {
		for i := range inner.Attributes {
			a := &inner.Attributes[i]
			ty := a.Type.WithoutOptionalAttributesDeep()
			switch {
			case a.Computed:
				attrs[a.Name] = cty.UnknownVal(ty)
			case a.Default != cty.NilVal:
				attrs[a.Name] = a.Default
			default:
				attrs[a.Name] = cty.NullVal(ty)
			}
		}
		for i := range inner.Blocks {
			attrs[inner.Blocks[i].Name] = noBlocks(&inner.Blocks[i])
		}
	}
	for _, a := range arguments(b.body) {
		v, err := w.attribute(a, schemaAttr(inner, a.Name), sc, "")
		if err != nil {
			return cty.DynamicVal, err
		}
		if bare, _ := v.Unmark(); bare.IsKnown() && bare.IsNull() && attrs[a.Name] != cty.NilVal {
			continue
		}
		attrs[a.Name] = v
	}
	for _, name := range blockTypes(b.body) {
		v, err := w.blocksValue(b.body.Blocks, name, nestedSchema(inner, name), sc)
		if err != nil {
			return cty.DynamicVal, err
		}
		attrs[name] = v
	}
	return cty.ObjectVal(attrs), nil
}
