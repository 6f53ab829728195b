package terraform

import (
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/internal/schema"
	"merlon/internal/terraform/datasource"
)

// answer is a computed attribute of a data source, if it can be known.
func (w *worker) answer(m *member, name string, doc bool) (cty.Value, bool, *problem) {
	all, err := w.answers(m, doc)
	v, ok := all[name]
	return v, ok, err
}

// answers computes what a data source gives from its arguments and from
// public facts, once. Data that wait for a depends_on are read at apply, and
// so are those with an unknown argument: as a document they are computed all
// the same.
func (w *worker) answers(m *member, doc bool) (map[string]cty.Value, *problem) {
	cfg := m.group.config()
	if !datasource.Known(cfg.typ) {
		return nil, nil
	}
	r := w.memo(&m.answer, doc, m.res.Address, cfg.header, func() result {
		none := result{op: known(cty.EmptyObjectVal)}
		if !doc && (cfg.dependsOn || m.group.inst.deferred) {
			return none
		}
		config, marks := w.config(cfg.body, m.schema, m.scopeFor(doc))
		if !doc && !config.IsWhollyKnown() {
			return none
		}
		ctx := datasource.Context{DefaultTags: cty.NilVal}
		if p := m.res.Provider; p != nil {
			ctx.Region, ctx.AccountID, ctx.DefaultTags = p.Region, p.Account, p.DefaultTags
		}
		attrs, ok := datasource.Answer(cfg.typ, config, ctx)
		if !ok {
			return none
		}
		out := make(map[string]cty.Value, len(attrs))
		for name, v := range attrs {
			out[name] = v.WithMarks(marks)
		}
		return result{op: known(cty.ObjectVal(out))}
	})
	if r.err != nil || !r.op.v.Type().IsObjectType() {
		return nil, r.err
	}
	return r.op.v.AsValueMap(), nil
}

// config is a body as one object without marks: arguments by name, nested
// blocks as tuples of objects.
func (w *worker) config(body *hclsyntax.Body, sch *schema.Block, sc *scope) (cty.Value, cty.ValueMarks) {
	attrs := map[string]cty.Value{}
	marks := cty.ValueMarks{}
	add := func(name string, v cty.Value) {
		bare, m := v.UnmarkDeep()
		for k := range m {
			marks[k] = struct{}{}
		}
		attrs[name] = bare
	}
	for _, a := range arguments(body) {
		v, err := w.attribute(a, schemaAttr(sch, a.Name), sc, "")
		if err != nil {
			v = cty.DynamicVal
		}
		if sc.doc && !v.IsKnown() {
			v = documentUnknown(v, a.Name)
		}
		add(a.Name, v)
	}
	for _, name := range blockTypes(body) {
		list, more, m, err := w.expand(body.Blocks, name, sc)
		for k := range m {
			marks[k] = struct{}{}
		}
		if err != nil || more {
			attrs[name] = cty.DynamicVal
			if !sc.doc || err != nil {
				continue
			}
		}
		var inner *schema.Block
		if nb := nestedSchema(sch, name); nb != nil {
			inner = &nb.Block
		}
		vals := make([]cty.Value, len(list))
		for i, b := range list {
			in := b.scope
			if sc.doc {
				in = in.documents()
			}
			v, m := w.config(b.body, inner, in)
			vals[i] = v
			for k := range m {
				marks[k] = struct{}{}
			}
		}
		attrs[name] = cty.TupleVal(vals)
	}
	return cty.ObjectVal(attrs), marks
}

// documentUnknown stands in a document for a text, or a list of texts, of
// which nothing is known.
func documentUnknown(v cty.Value, name string) cty.Value {
	text := cty.StringVal(merlon.Placeholder(name))
	bare, marks := v.UnmarkDeep()
	switch ty := bare.Type(); {
	case ty == cty.String || ty == cty.DynamicPseudoType:
		return text.WithMarks(marks)
	case ty.IsListType() && ty.ElementType() == cty.String:
		return cty.ListVal([]cty.Value{text}).WithMarks(marks)
	case ty.IsSetType() && ty.ElementType() == cty.String:
		return cty.SetVal([]cty.Value{text}).WithMarks(marks)
	}
	return v
}
