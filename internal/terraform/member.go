package terraform

import (
	"slices"
	"sort"
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
		r := w.memo(&m.slots[len(cfg.attrs)+i], doc, m.res.Address+"."+name, rng, func() result {
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
	return w.memo(&m.slots[i], doc, m.res.Address+"."+a.Name, rng, func() result {
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
	got, cerr := convert.Convert(v, sch.Type)
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
			s, err := convert.Convert(v, cty.String)
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
	documents, _ := w.answers(m, true)
	for _, name := range sortedNames(answers) {
		if name == "json" || name == "minified_json" {
			continue
		}
		add(name, answers[name], "")
	}
	for _, name := range []string{"json", "rendered"} {
		if v, ok := answers[name]; ok && v.IsKnown() {
			add(name, v, "")
		} else if d, ok := documents[name]; ok {
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

// formerly follows moved blocks back from an address inside a module.
func formerly(inst *instance, rel string) []string {
	var out []string
	prefix := inst.address
	if prefix != "" {
		prefix += "."
	}
	for range 8 {
		from := ""
		for _, m := range inst.module().moved {
			switch {
			case m.to == rel:
				from = m.from
			case m.to == merlon.StripKeys(rel) && !strings.Contains(m.to, "["):
				from = m.from + rel[len(m.to):]
			}
		}
		if from == "" {
			break
		}
		out = append(out, prefix+from)
		rel = from
	}
	// A moved module takes all of its resources along.
	if inst.parent != nil && len(out) < 8 {
		here := strings.TrimPrefix(inst.address, inst.parent.address)
		here = strings.TrimPrefix(here, ".")
		for _, old := range formerly(inst.parent, here) {
			out = append(out, old+"."+rel)
		}
	}
	return out
}

// sweep evaluates a module instance whole and queues the modules it calls.
func (w *worker) sweep(inst *instance) {
	const chunk = 64
	mod := inst.module()
	list := mod.resourceOrder
	inst.pending.Add(1)
	for len(list) > chunk {
		part := list[:chunk]
		inst.pending.Add(1)
		w.ev.queue.add(func(w *worker) {
			w.write(inst, part)
			w.swept(inst)
		})
		list = list[chunk:]
	}
	for _, c := range mod.callOrder {
		g, err := w.modules(inst, c)
		if err != nil {
			w.report(err, inst.address)
			continue
		}
		for _, child := range g.instances {
			w.ev.queue.add(func(w *worker) { w.sweep(child) })
		}
	}
	w.write(inst, list)
	for _, o := range mod.outputOrder {
		if inst.parent == nil && o.expr != nil {
			w.rootOutput(inst, o)
		}
	}
	w.swept(inst)
}

// swept counts the parts of a sweep. After the last one a module without calls
// is let go of: its outputs are evaluated first, so that callers find them.
func (w *worker) swept(inst *instance) {
	if inst.pending.Add(-1) > 0 || inst.parent == nil {
		return
	}
	mod := inst.module()
	if len(mod.callOrder) > 0 {
		return
	}
	causes := make(map[string]*merlon.Cause, len(mod.outputOrder))
	for _, o := range mod.outputOrder {
		if o.expr == nil {
			continue
		}
		op, err := w.moduleOutput(inst, o.name, false, o.rng)
		if err == nil && op.kind == isValue && !op.v.IsWhollyKnown() {
			// Somebody may write it into a document.
			_, _ = w.moduleOutput(inst, o.name, true, o.rng)
		}
		causes[o.name] = w.outputCause(inst, o, nil, 0)
	}
	inst.causes.Store(&causes)
	slots := inst.slots.Load()
	for _, cfg := range mod.resourceOrder {
		if r := (*slots)[cfg.slot].real.Load(); r != nil && r.op.group != nil {
			r.op.group.cfg.Store(nil)
		}
	}
	inst.mod.Store(nil)
	w.ev.p.letGo(inst.dir)
}

// write adds the instances of resource blocks to the estate.
func (w *worker) write(inst *instance, list []*resourceConfig) {
	var done []*merlon.Resource
	for _, cfg := range list {
		g, err := w.group(inst, cfg)
		if err != nil {
			w.report(err, "")
			continue
		}
		for _, m := range g.members {
			w.guard(m.res.Address, m.group.config().header, func() { m.res.Body = w.body(m) })
			done = append(done, m.res)
		}
	}
	w.ev.mu.Lock()
	w.ev.resources = append(w.ev.resources, done...)
	w.ev.mu.Unlock()
}

func (w *worker) rootOutput(inst *instance, o *output) {
	op, err := w.moduleOutput(inst, o.name, false, o.rng)
	var v cty.Value
	if err == nil {
		v, err = w.materialise(op, &scope{inst: inst}, o.rng)
	}
	if err != nil {
		w.report(err, "output."+o.name)
		v = cty.DynamicVal
	}
	v, marks := v.UnmarkDeep()
	_, secret := marks[sensitiveMark{}]
	w.ev.mu.Lock()
	w.ev.outputs[o.name] = merlon.Output{Value: v, Sensitive: secret || o.sensitive}
	w.ev.mu.Unlock()
}
