package terraform

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// A builder sorts the blocks of a module's files into a module.
type builder struct {
	p        *project
	m        *module
	override bool
}

func (b *builder) file(name string) {
	defer func() {
		if r := recover(); r != nil { // a parser's fault costs the file, not the scan
			b.p.gap(bugGap(r, merlon.Range{File: b.p.display(name)}, ""))
		}
	}()
	data, err := b.p.read(name)
	if err != nil {
		kind := merlon.GapFile
		if _, ok := errors.AsType[limitError](err); ok {
			kind = merlon.GapLimit
		}
		b.p.gap(merlon.Gap{Kind: kind, Summary: "file is not read", Detail: err.Error(), Range: merlon.Range{File: b.p.display(name)}})
		return
	}
	b.m.bytes += len(data)
	var body *hclsyntax.Body
	if strings.HasSuffix(name, ".json") {
		body = b.p.parseJSON(name, data)
	} else {
		body = b.p.parse(name, data)
	}
	b.p.forget(name)
	if body == nil {
		return
	}
	for _, block := range body.Blocks {
		b.block(block)
	}
}

// block sorts one top-level block. Blocks that say nothing about resources
// (terraform, import, removed, check, test runs, and whatever comes next) are
// passed over: an unknown word must never cost a directory.
func (b *builder) block(block *hclsyntax.Block) {
	want := map[string]int{"variable": 1, "output": 1, "module": 1, "provider": 1, "resource": 2, "data": 2, "ephemeral": 2}
	if n, ok := want[block.Type]; ok && len(block.Labels) != n {
		b.p.gap(merlon.Gap{
			Kind: merlon.GapSyntax, Summary: fmt.Sprintf("%s block needs %d labels, has %d", block.Type, n, len(block.Labels)),
			Range: rangeOf(block.DefRange()),
		})
		return
	}
	switch block.Type {
	case "variable":
		b.variable(block)
	case "locals":
		for _, a := range sortedAttributes(block.Body) {
			var slot int
			if old := b.m.locals[a.Name]; old != nil {
				slot = old.slot
			} else {
				slot = b.m.slotIndex()
			}
			b.m.locals[a.Name] = &namedExpr{name: a.Name, expr: a.Expr, rng: a.SrcRange, slot: slot}
		}
	case "output":
		b.output(block)
	case "module":
		b.call(block)
	case "provider":
		b.provider(block)
	case "resource":
		b.resource(merlon.Managed, block)
	case "data":
		b.resource(merlon.Data, block)
	case "ephemeral":
		b.resource(merlon.Ephemeral, block)
	case "check":
		for _, inner := range block.Body.Blocks {
			if inner.Type == "data" && len(inner.Labels) == 2 {
				b.resource(merlon.Data, inner)
			}
		}
	case "moved":
		from, to := addressOf(block.Body.Attributes["from"]), addressOf(block.Body.Attributes["to"])
		if from != "" && to != "" {
			b.m.moved = append(b.m.moved, movedBlock{from: from, to: to})
		}
	}
}

// addressOf reads an address written as an expression.
func addressOf(a *hclsyntax.Attribute) string {
	if a == nil {
		return ""
	}
	t, diags := hcl.AbsTraversalForExpr(a.Expr)
	if diags.HasErrors() {
		return ""
	}
	return traversalText(t)
}

func sortedAttributes(body *hclsyntax.Body) []*hclsyntax.Attribute {
	out := make([]*hclsyntax.Attribute, 0, len(body.Attributes))
	for _, a := range body.Attributes {
		out = append(out, a)
	}
	slices.SortFunc(out, func(a, b *hclsyntax.Attribute) int { return strings.Compare(a.Name, b.Name) })
	return out
}

func exprOf(body *hclsyntax.Body, name string) hclsyntax.Expression {
	if a := body.Attributes[name]; a != nil {
		return a.Expr
	}
	return nil
}

// literalBool reads a meta-argument that must be a literal.
func literalBool(body *hclsyntax.Body, name string, def bool) bool {
	if e := exprOf(body, name); e != nil {
		if v, ok := literal(e); ok && !v.IsNull() && v.Type() == cty.Bool {
			return v.True()
		}
	}
	return def
}

func (b *builder) variable(block *hclsyntax.Block) {
	name := block.Labels[0]
	v := b.m.variables[name]
	if v == nil || !b.override {
		if v != nil {
			b.duplicate(block, "var."+name)
			return
		}
		v = &variable{name: name, ty: cty.DynamicPseudoType, nullable: true, slot: b.m.slotIndex()}
		b.m.variables[name] = v
	}
	v.rng = block.DefRange()
	if e := exprOf(block.Body, "type"); e != nil {
		ty, defaults, diags := typeConstraint(e)
		if diags.HasErrors() {
			b.p.diagnose(diags, v.rng.Filename)
			ty, defaults = cty.DynamicPseudoType, nil
		}
		v.ty, v.defaults = ty, defaults
	}
	if e := exprOf(block.Body, "default"); e != nil {
		v.expr = e
	}
	v.nullable = literalBool(block.Body, "nullable", v.nullable)
	v.sensitive = literalBool(block.Body, "sensitive", v.sensitive)
	v.ephemeral = literalBool(block.Body, "ephemeral", v.ephemeral)
}

// typeConstraint reads a variable's type, also the quoted ones of old.
func typeConstraint(e hclsyntax.Expression) (cty.Type, *typeexpr.Defaults, hcl.Diagnostics) {
	if word, ok := literalText(e); ok {
		switch word {
		case "string":
			return cty.String, nil, nil
		case "list":
			return cty.List(cty.DynamicPseudoType), nil, nil
		case "map":
			return cty.Map(cty.DynamicPseudoType), nil, nil
		}
	}
	switch hcl.ExprAsKeyword(e) {
	case "list":
		return cty.List(cty.DynamicPseudoType), nil, nil
	case "map":
		return cty.Map(cty.DynamicPseudoType), nil, nil
	}
	if !plain(e) {
		rng := e.Range()
		return cty.DynamicPseudoType, nil, hcl.Diagnostics{{
			Severity: hcl.DiagError, Summary: "Invalid type specification",
			Detail: "A type and the defaults in it may not loop.", Subject: &rng,
		}}
	}
	return typeexpr.TypeConstraintWithDefaults(e)
}

func (b *builder) output(block *hclsyntax.Block) {
	name := block.Labels[0]
	o := b.m.outputs[name]
	if o == nil {
		o = &output{namedExpr: namedExpr{name: name, slot: b.m.slotIndex()}}
		b.m.outputs[name] = o
		b.m.outputOrder = append(b.m.outputOrder, o)
	}
	o.rng = block.DefRange()
	if e := exprOf(block.Body, "value"); e != nil {
		o.expr = e
	}
	o.sensitive = literalBool(block.Body, "sensitive", o.sensitive)
}

func (b *builder) call(block *hclsyntax.Block) {
	name := block.Labels[0]
	c := b.m.calls[name]
	if c != nil {
		if !b.override {
			b.duplicate(block, "module."+name)
			return
		}
		mergeBody(c.body, block.Body)
	} else {
		c = &call{name: name, body: block.Body, slot: b.m.slotIndex(), header: block.DefRange(), rng: block.Range()}
		b.m.calls[name] = c
		b.m.callOrder = append(b.m.callOrder, c)
	}
	if e := exprOf(c.body, "source"); e != nil {
		c.source, _ = literalText(e)
	}
	c.count, c.forEach = exprOf(c.body, "count"), exprOf(c.body, "for_each")
	c.providers, c.dependsOn = exprOf(c.body, "providers"), waits(c.body)
}

func (b *builder) provider(block *hclsyntax.Block) {
	pc := &providerConfig{name: block.Labels[0], body: block.Body, header: block.DefRange(), rng: block.Range()}
	if e := exprOf(block.Body, "alias"); e != nil {
		pc.alias, _ = literalText(e)
	}
	key := pc.name
	if pc.alias != "" {
		key += "." + pc.alias
	}
	if old := b.m.providers[key]; old != nil {
		mergeBody(old.body, block.Body)
		return
	}
	pc.slot = b.m.slotIndex()
	b.m.providers[key] = pc
}

func (b *builder) resource(mode merlon.Mode, block *hclsyntax.Block) {
	r := &resourceConfig{mode: mode, typ: block.Labels[0], name: block.Labels[1], body: block.Body, header: block.DefRange(), rng: block.Range()}
	key := r.key()
	if old := b.m.resources[key]; old != nil {
		if b.override {
			mergeBody(old.body, block.Body)
			r = old
		} else {
			// References mean the first; both are judged.
			b.duplicate(block, key)
			r.slot = b.m.slotIndex()
			b.m.resourceOrder = append(b.m.resourceOrder, r)
		}
	} else {
		r.slot = b.m.slotIndex()
		b.m.resources[key] = r
		b.m.resourceOrder = append(b.m.resourceOrder, r)
	}
	r.count, r.forEach = exprOf(r.body, "count"), exprOf(r.body, "for_each")
	r.provider, r.dependsOn = exprOf(r.body, "provider"), waits(r.body)
}

// waits reports whether depends_on names something that is created: data that
// wait for it are read at apply.
func waits(body *hclsyntax.Body) bool {
	list, ok := exprOf(body, "depends_on").(*hclsyntax.TupleConsExpr)
	if !ok {
		return false
	}
	for _, e := range list.Exprs {
		t, diags := hcl.AbsTraversalForExpr(e)
		if diags.HasErrors() {
			return true
		}
		switch t.RootName() {
		case "data", "var", "local":
		default:
			return true
		}
	}
	return false
}

func (b *builder) duplicate(block *hclsyntax.Block, what string) {
	b.p.gap(merlon.Gap{
		Kind: merlon.GapSyntax, Summary: what + " is declared twice",
		Detail: "References mean the first declaration. Terraform refuses this.", Range: rangeOf(block.DefRange()),
	})
}

// mergeBody lays an override over a body: attributes replace those of the
// same name, and nested blocks replace all of the same type.
func mergeBody(base, over *hclsyntax.Body) {
	maps.Copy(base.Attributes, over.Attributes)
	replaced := map[string]bool{}
	for _, blk := range over.Blocks {
		replaced[overrideKey(blk)] = true
	}
	base.Blocks = slices.DeleteFunc(base.Blocks, func(blk *hclsyntax.Block) bool { return replaced[overrideKey(blk)] })
	base.Blocks = append(base.Blocks, over.Blocks...)
}

// overrideKey is the block type, where a dynamic block counts as what it makes.
func overrideKey(b *hclsyntax.Block) string {
	if b.Type == "dynamic" && len(b.Labels) == 1 {
		return b.Labels[0]
	}
	return b.Type
}
