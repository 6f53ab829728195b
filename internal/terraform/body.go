package terraform

import (
	"slices"
	"sort"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/internal/schema"
)

// body writes a resource instance out for the estate.
func (w *worker) body(m *member) *merlon.Block {
	cfg := m.group.config()
	b := &merlon.Block{Range: rangeOf(cfg.rng), Header: rangeOf(cfg.header)}
	b.Attributes = make([]merlon.Attribute, 0, len(cfg.attrs)+len(cfg.blocks)+1)
	for i, a := range cfg.attrs {
		r := w.memberSlot(m, i, false, a.SrcRange)
		if r.err != nil {
			w.report(r.err, m.res.Address)
		}
		docs := func() (cty.Value, bool) {
			d := w.memberSlot(m, i, true, a.SrcRange)
			return d.op.v, d.err == nil
		}
		b.Attributes = append(b.Attributes, w.finish(a, r.op.v, schemaAttr(m.schema, a.Name), m.scope, docs))
	}
	revealPlain(m, b)
	for _, name := range cfg.blocks {
		b.Attributes = append(b.Attributes, w.blocks(cfg.body.Blocks, name, m.schema, m.scope, m.res.Address, 0))
	}
	w.computed(m, b)
	sort.Slice(b.Attributes, func(i, j int) bool { return b.Attributes[i].Name < b.Attributes[j].Name })
	planned(m.res.Type, b)
	return b
}

// revealPlain corrects the schema where it calls a value sensitive because it
// can be: an SSM parameter's value is a secret if its type is SecureString.
// https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html
func revealPlain(m *member, b *merlon.Block) {
	if m.res.Type != "aws_ssm_parameter" || m.res.Mode != merlon.Managed {
		return
	}
	kind, value := b.Find("type"), b.Find("value")
	if kind == nil || value == nil || !kind.Value.IsKnown() || kind.Value.IsNull() || kind.Value.Type() != cty.String {
		return
	}
	if s := kind.Value.AsString(); s == "String" || s == "StringList" {
		value.Sensitive = value.Secret
	}
}

// computed adds what is known of attributes that nobody wrote: all tags, and
// the answers of data sources.
func (w *worker) computed(m *member, b *merlon.Block) {
	add := func(name string, v cty.Value, doc string) {
		if b.Find(name) != nil {
			return
		}
		bare, marks := v.UnmarkDeep()
		b.Attributes = append(b.Attributes, merlon.Attribute{
			Name: name, Value: bare, Range: b.Header, Refs: refsOf(marks), Document: doc,
		})
	}
	if a := schemaAttr(m.schema, "tags_all"); a != nil && m.res.Mode == merlon.Managed && a.Type.IsMapType() {
		v, err := w.allTags(m, false, m.group.config().header)
		w.report(err, m.res.Address)
		if bare, _ := v.Unmark(); !bare.IsKnown() || bare.LengthInt() > 0 {
			add("tags_all", v, "")
		}
	}
	if m.res.Mode != merlon.Data {
		return
	}
	answers, err := w.answers(m, false)
	w.report(err, m.res.Address)
	for _, name := range sortedNames(answers) {
		if name == "json" || name == "minified_json" {
			continue
		}
		add(name, answers[name], "")
	}
	var documents map[string]cty.Value
	for _, name := range []string{"json", "rendered"} {
		v, ok := answers[name]
		if ok && v.IsKnown() {
			add(name, v, "")
			continue
		}
		if documents == nil {
			documents, _ = w.answers(m, true)
		}
		if d, ok := documents[name]; ok {
			bare, marks := d.UnmarkDeep()
			if bare.IsKnown() && !bare.IsNull() && bare.Type() == cty.String {
				add(name, cty.UnknownVal(cty.String).WithMarks(marks), bare.AsString())
			}
		}
	}
}

func sortedNames(m map[string]cty.Value) []string {
	names := make([]string, 0, len(m))
	for n := range m {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

// blocks writes out all nested blocks of one type.
func (w *worker) blocks(list []*hclsyntax.Block, name string, sch *schema.Block, sc *scope, address string, depth int) merlon.Attribute {
	out := merlon.Attribute{Name: name}
	made, more, marks, err := w.expand(list, name, sc)
	if err != nil {
		w.report(err, address)
	}
	out.More, out.Refs = more, refsOf(marks)
	nb := nestedSchema(sch, name)
	var inner *schema.Block
	var elem *schema.Attribute
	if nb != nil {
		inner = &nb.Block
	} else if elem = schemaAttr(sch, name); elem != nil {
		inner = elem.Nested
	}
	for _, b := range made {
		if depth > 40 {
			break
		}
		out.Blocks = append(out.Blocks, w.nested(b, inner, elem, address, depth))
	}
	if len(out.Blocks) > 0 {
		out.Range = out.Blocks[0].Header
	} else {
		for _, b := range list {
			if overrideKey(b) == name {
				out.Range = rangeOf(b.DefRange())
				break
			}
		}
	}
	return out
}

func (w *worker) nested(b dynamicBlock, inner *schema.Block, elem *schema.Attribute, address string, depth int) *merlon.Block {
	out := &merlon.Block{Range: b.rng, Header: b.header, Cause: b.cause}
	for _, a := range arguments(b.body) {
		sch := schemaAttr(inner, a.Name)
		if sch == nil && elem != nil {
			sch = elementAttr(elem, a.Name)
		}
		v, err := w.attribute(a, sch, b.scope, address)
		if err != nil {
			w.report(err, address)
		}
		docs := func() (cty.Value, bool) {
			d, err := w.attribute(a, sch, b.scope.documents(), address)
			return d, err == nil
		}
		out.Attributes = append(out.Attributes, w.finish(a, v, sch, b.scope, docs))
	}
	for _, name := range blockTypes(b.body) {
		out.Attributes = append(out.Attributes, w.blocks(b.body.Blocks, name, inner, b.scope, address, depth+1))
	}
	sort.Slice(out.Attributes, func(i, j int) bool { return out.Attributes[i].Name < out.Attributes[j].Name })
	return out
}

// elementAttr is the type of one field of an attribute that is written as
// blocks: a set of objects such as a security group's ingress.
func elementAttr(a *schema.Attribute, name string) *schema.Attribute {
	ty := a.Type
	if !ty.IsCollectionType() || !ty.ElementType().IsObjectType() || !ty.ElementType().HasAttribute(name) {
		return nil
	}
	return &schema.Attribute{Name: name, Type: ty.ElementType().AttributeType(name)}
}

// finish turns an evaluated argument into an attribute of the estate.
func (w *worker) finish(a *hclsyntax.Attribute, v cty.Value, sch *schema.Attribute, sc *scope, docs func() (cty.Value, bool)) merlon.Attribute {
	out := merlon.Attribute{Name: a.Name, Range: rangeOf(a.Expr.Range()), Value: v}
	if v.ContainsMarked() {
		bare, marks := v.UnmarkDeep()
		out.Value, out.Refs = bare, refsOf(marks)
		_, out.Secret = marks[sensitiveMark{}]
		_, out.Defaulted = marks[defaultMark{}]
		out.Sensitive = out.Secret
	}
	if sch != nil {
		out.Sensitive = out.Sensitive || sch.Sensitive
		if out.Value.IsNull() && out.Value.IsKnown() && sch.Computed {
			out.Computed = true
			out.Value = cty.UnknownVal(sch.Type.WithoutOptionalAttributesDeep())
		}
	}
	if isLiteral(a.Expr) {
		return out
	}
	out.Cause = w.cause(a.Expr, sc)
	if out.Cause != nil && out.Cause.Kind == partKind {
		out.Cause = out.Cause.Next
	}
	if ty := out.Value.Type(); !out.Value.IsKnown() && !out.Computed && (ty == cty.String || ty == cty.DynamicPseudoType) && mayBeDocument(a.Expr, sc) {
		if d, ok := docs(); ok {
			d, _ = d.UnmarkDeep()
			if d.IsKnown() && !d.IsNull() && d.Type() == cty.String {
				out.Document = d.AsString()
			}
		}
	}
	return out
}

func isLiteral(e hclsyntax.Expression) bool {
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		return true
	case *hclsyntax.TemplateExpr:
		return e.IsStringLiteral()
	}
	return false
}

// mayBeDocument leaves out plain references to a resource's attribute: an
// unknown id has no parts, and its link says where it comes from. Of one that
// nothing declares there is no link, so its text is kept.
func mayBeDocument(e hclsyntax.Expression, sc *scope) bool {
	t, ok := e.(*hclsyntax.ScopeTraversalExpr)
	if !ok {
		return true
	}
	switch root := t.Traversal.RootName(); root {
	case "var", "local", "data", "module", "each":
		return true
	default:
		return sc.inst.module().resources[root+"."+stepName(t.Traversal, 1)] == nil
	}
}

// refsOf turns marks into links, in a fixed order.
func refsOf(marks cty.ValueMarks) []merlon.Ref {
	var refs []merlon.Ref
	for m := range marks {
		if l, ok := m.(link); ok {
			refs = append(refs, merlon.Ref{Target: l.res, Attribute: l.attr})
		}
	}
	if len(refs) > 1 {
		sort.Slice(refs, func(i, j int) bool {
			if refs[i].Target.Address != refs[j].Target.Address {
				return refs[i].Target.Address < refs[j].Target.Address
			}
			return refs[i].Attribute < refs[j].Attribute
		})
	}
	return refs
}
