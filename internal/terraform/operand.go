package terraform

import (
	"slices"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/internal/schema"
)

// An operand is what an expression evaluates to: a value, or something that
// would be costly to write out as one and seldom is: a resource, all
// instances of a resource, a module, all instances of a module.
type operand struct {
	kind    operandKind
	v       cty.Value
	member  *member
	group   *group
	inst    *instance
	modules *moduleGroup
}

type operandKind uint8

const (
	isValue operandKind = iota
	isMember
	isGroup
	isModule
	isModules
)

func known(v cty.Value) operand { return operand{v: v} }

// A link is the mark on a value that comes from a resource.
type link struct {
	res  *merlon.Resource
	attr string
}

type sensitiveMark struct{}

type ephemeralMark struct{}

// defaultMark is on a default that the provider gives to a null argument.
type defaultMark struct{}

// marksOf collects all marks of a value, deep ones too.
func marksOf(v cty.Value) cty.ValueMarks {
	if !v.ContainsMarked() {
		return nil
	}
	_, marks := v.UnmarkDeep()
	return marks
}

// value writes an operand out.
func (w *worker) materialise(op operand, sc *scope, rng hcl.Range) (cty.Value, *problem) {
	switch op.kind {
	case isMember:
		return w.wholeMember(op.member, sc, rng)
	case isGroup:
		return w.wholeGroup(op.group, sc, rng)
	case isModule:
		return w.wholeModule(op.inst, sc, rng)
	case isModules:
		return w.wholeModules(op.modules, sc, rng)
	}
	return op.v, nil
}

// wholeMember is a resource with every attribute that its schema knows.
func (w *worker) wholeMember(m *member, sc *scope, rng hcl.Range) (cty.Value, *problem) {
	names := make([]string, 0, 16)
	if m.schema != nil {
		for i := range m.schema.Attributes {
			names = append(names, m.schema.Attributes[i].Name)
		}
		for i := range m.schema.Blocks {
			names = append(names, m.schema.Blocks[i].Name)
		}
	} else {
		// Nothing says which other attributes there are.
		return cty.DynamicVal.Mark(link{m.res, ""}), nil
	}
	if err := w.spend(int64(len(names)), rng); err != nil {
		return cty.DynamicVal, err
	}
	attrs := make(map[string]cty.Value, len(names))
	for _, name := range names {
		if name == "timeouts" {
			continue
		}
		op, err := w.memberAttr(m, name, sc.doc, rng)
		if err != nil {
			return cty.DynamicVal, err
		}
		attrs[name] = op.v
	}
	return cty.ObjectVal(attrs), nil
}

func (w *worker) wholeGroup(g *group, sc *scope, rng hcl.Range) (cty.Value, *problem) {
	if g.partial {
		return cty.DynamicVal.Mark(link{g.members[0].res, ""}), nil
	}
	switch g.each {
	case single:
		return w.wholeMember(g.members[0], sc, rng)
	case counted:
		vals := make([]cty.Value, len(g.members))
		for i, m := range g.members {
			v, err := w.wholeMember(m, sc, rng)
			if err != nil {
				return cty.DynamicVal, err
			}
			vals[i] = v
		}
		return cty.TupleVal(vals), nil
	}
	vals := make(map[string]cty.Value, len(g.members))
	for _, m := range g.members {
		v, err := w.wholeMember(m, sc, rng)
		if err != nil {
			return cty.DynamicVal, err
		}
		vals[m.res.Key.AsString()] = v
	}
	return cty.ObjectVal(vals), nil
}

func (w *worker) wholeModule(inst *instance, sc *scope, rng hcl.Range) (cty.Value, *problem) {
	attrs := make(map[string]cty.Value, len(inst.module().outputs))
	for name := range inst.module().outputs {
		op, err := w.moduleOutput(inst, name, sc.doc, rng)
		if err != nil {
			return cty.DynamicVal, err
		}
		v, err := w.materialise(op, sc, rng)
		if err != nil {
			return cty.DynamicVal, err
		}
		attrs[name] = v
	}
	return cty.ObjectVal(attrs), nil
}

func (w *worker) wholeModules(g *moduleGroup, sc *scope, rng hcl.Range) (cty.Value, *problem) {
	if g.missing || g.partial {
		return cty.DynamicVal, nil
	}
	switch g.each {
	case single:
		return w.wholeModule(g.instances[0], sc, rng)
	case counted:
		vals := make([]cty.Value, len(g.instances))
		for i, inst := range g.instances {
			v, err := w.wholeModule(inst, sc, rng)
			if err != nil {
				return cty.DynamicVal, err
			}
			vals[i] = v
		}
		return cty.TupleVal(vals), nil
	}
	vals := make(map[string]cty.Value, len(g.instances))
	for _, inst := range g.instances {
		v, err := w.wholeModule(inst, sc, rng)
		if err != nil {
			return cty.DynamicVal, err
		}
		vals[inst.key.AsString()] = v
	}
	return cty.ObjectVal(vals), nil
}

// step goes from an operand to one of its parts.
func (w *worker) step(op operand, s hcl.Traverser, sc *scope) (operand, *problem) {
	switch s := s.(type) {
	case hcl.TraverseAttr:
		return w.getAttr(op, s.Name, s.SrcRange, sc)
	case hcl.TraverseIndex:
		return w.index(op, s.Key, s.SrcRange, sc)
	}
	return operand{}, problemf(s.SourceRange(), "unsupported reference", "This kind of traversal is not known here.")
}

func (w *worker) getAttr(op operand, name string, rng hcl.Range, sc *scope) (operand, *problem) {
	switch op.kind {
	case isMember:
		return w.memberAttr(op.member, name, sc.doc, rng)
	case isGroup:
		if op.group.each == single {
			return w.memberAttr(op.group.members[0], name, sc.doc, rng)
		}
		if op.group.each == keyed {
			return w.index(op, cty.StringVal(name), rng, sc)
		}
		return operand{}, problemf(rng, "missing resource instance key", "%s has count set, so its attributes are reached through an instance.", op.group.config().key())
	case isModule:
		return w.moduleOutput(op.inst, name, sc.doc, rng)
	case isModules:
		g := op.modules
		if g.missing {
			return w.unknownText("module."+g.call.name+"."+name, sc.doc), nil
		}
		if g.each == single {
			return w.moduleOutput(g.instances[0], name, sc.doc, rng)
		}
		if g.each == keyed {
			return w.index(op, cty.StringVal(name), rng, sc)
		}
		return operand{}, problemf(rng, "missing module instance key", "module.%s has count set, so its outputs are reached through an instance.", g.call.name)
	}
	v := op.v
	if ty := v.Type(); ty.IsObjectType() && ty.HasAttribute(name) {
		bare, marks := v.Unmark()
		if bare.IsKnown() && !bare.IsNull() {
			return known(bare.GetAttr(name).WithMarks(marks)), nil
		}
	}
	got, diags := hcl.GetAttr(v, name, &rng)
	if err := fromDiags(diags, rng); err != nil {
		return operand{}, err
	}
	return known(got), nil
}

func (w *worker) index(op operand, key cty.Value, rng hcl.Range, sc *scope) (operand, *problem) {
	bareKey, keyMarks := key.Unmark()
	switch op.kind {
	case isMember:
		if bareKey.IsKnown() && !bareKey.IsNull() && bareKey.Type() == cty.String {
			return w.memberAttr(op.member, bareKey.AsString(), sc.doc, rng)
		}
	case isModule:
		if bareKey.IsKnown() && !bareKey.IsNull() && bareKey.Type() == cty.String {
			return w.moduleOutput(op.inst, bareKey.AsString(), sc.doc, rng)
		}
	case isGroup:
		g := op.group
		if g.each == single {
			return w.index(operand{kind: isMember, member: g.members[0]}, key, rng, sc)
		}
		if g.partial {
			return operand{kind: isMember, member: g.members[0]}, nil
		}
		if !bareKey.IsKnown() {
			return known(cty.DynamicVal.WithMarks(keyMarks, g.marks())), nil
		}
		if m := g.byKey(bareKey); m != nil {
			return operand{kind: isMember, member: m}, nil
		}
		return operand{}, problemf(rng, "invalid index", "%s has no instance with this key.", g.config().key())
	case isModules:
		g := op.modules
		if g.missing || !bareKey.IsKnown() {
			return known(cty.DynamicVal), nil
		}
		if g.each == single {
			return w.index(operand{kind: isModule, inst: g.instances[0]}, key, rng, sc)
		}
		if g.partial {
			return operand{kind: isModule, inst: g.instances[0]}, nil
		}
		if i := g.byKey(bareKey); i != nil {
			return operand{kind: isModule, inst: i}, nil
		}
		return operand{}, problemf(rng, "invalid index", "module.%s has no instance with this key.", g.call.name)
	}
	coll, err := w.materialise(op, sc, rng)
	if err != nil {
		return operand{}, err
	}
	got, diags := hcl.Index(coll, key, &rng)
	if err := fromDiags(diags, rng); err != nil {
		return operand{}, err
	}
	if !bareKey.IsKnown() {
		// Which element is not known: it may be any, so it links to all.
		got = got.WithMarks(marksOf(coll))
	}
	return known(got), nil
}

// unknownText is the value of something that is not known: unknown, or its
// placeholder where a document is written.
func (w *worker) unknownText(expression string, doc bool) operand {
	if doc {
		return known(cty.StringVal(merlon.Placeholder(expression)))
	}
	return known(cty.DynamicVal)
}

type repetition uint8

const (
	single repetition = iota
	counted
	keyed
)

// A group is all instances of one resource block in one module instance.
type group struct {
	cfg     atomic.Pointer[resourceConfig] // nil once the module was let go of
	order   int                            // where it is in the module
	inst    *instance
	each    repetition
	members []*member
	partial bool // count or for_each is unknown: members holds one stand-in
}

// config is the resource's configuration.
func (g *group) config() *resourceConfig {
	if cfg := g.cfg.Load(); cfg != nil {
		return cfg
	}
	if list := g.inst.module().resourceOrder; g.order < len(list) {
		return list[g.order]
	}
	return &resourceConfig{body: &hclsyntax.Body{}} // the files changed while they were read
}

func (g *group) byKey(key cty.Value) *member {
	if g.each == counted {
		if key.Type() != cty.Number || key.IsNull() {
			if n, err := toNumber(key); err == nil {
				key = n
			} else {
				return nil
			}
		}
		f := key.AsBigFloat()
		if !f.IsInt() {
			return nil
		}
		n, _ := f.Int64()
		if n < 0 || n >= int64(len(g.members)) {
			return nil
		}
		return g.members[n]
	}
	s, err := toText(key)
	if err != nil {
		return nil
	}
	i, ok := slices.BinarySearchFunc(g.members, s, func(m *member, s string) int {
		return compareText(m.res.Key.AsString(), s)
	})
	if !ok {
		return nil
	}
	return g.members[i]
}

// marks are the links to every instance.
func (g *group) marks() cty.ValueMarks {
	marks := cty.ValueMarks{}
	for _, m := range g.members {
		marks[link{m.res, ""}] = struct{}{}
	}
	return marks
}

// A member is one instance of a resource.
type member struct {
	group  *group
	res    *merlon.Resource
	scope  *scope
	schema *schema.Block
	slots  atomic.Pointer[[]slot] // by the block's attributes, then its block types
	answer slot                   // a data source's computed attributes
}

// slot is the memo of an attribute or block type. Once the module was let go
// of it is made anew for whoever still asks.
func (m *member) slot(i int) *slot {
	slots := m.slots.Load()
	if slots == nil {
		cfg := m.group.config()
		fresh := make([]slot, len(cfg.attrs)+len(cfg.blocks))
		m.slots.CompareAndSwap(nil, &fresh)
		if slots = m.slots.Load(); slots == nil {
			slots = &fresh
		}
	}
	if i < len(*slots) {
		return &(*slots)[i]
	}
	return new(slot) // the files changed while they were read
}

// A moduleGroup is all instances of one module call.
type moduleGroup struct {
	call      *call
	each      repetition
	instances []*instance
	partial   bool
	missing   bool // the module's configuration is not here
}

func (g *moduleGroup) byKey(key cty.Value) *instance {
	if g.each == counted {
		n, err := toNumber(key)
		if err != nil {
			return nil
		}
		i, acc := n.AsBigFloat().Int64()
		if acc != 0 || i < 0 || i >= int64(len(g.instances)) {
			return nil
		}
		return g.instances[i]
	}
	s, err := toText(key)
	if err != nil {
		return nil
	}
	for _, i := range g.instances {
		if i.key.AsString() == s {
			return i
		}
	}
	return nil
}
