package terraform

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"merlon"
	"merlon/internal/schema"
)

// repeat reads count or for_each: the keys, or that they are not known.
type repeat struct {
	each    repetition
	keys    []cty.Value
	values  []operand
	partial bool
	expr    hclsyntax.Expression
	cause   *merlon.Cause
}

func (w *worker) repeat(count, forEach hclsyntax.Expression, sc *scope, address string) (repeat, *problem) {
	switch {
	case count != nil:
		return w.repeatCount(count, sc)
	case forEach != nil:
		return w.repeatForEach(forEach, sc)
	}
	return repeat{each: single, keys: []cty.Value{cty.NilVal}}, nil
}

func (w *worker) repeatCount(e hclsyntax.Expression, sc *scope) (repeat, *problem) {
	r := repeat{each: counted, expr: e}
	v, err := w.value(e, sc)
	if err != nil {
		r.partial = true
		return r, err
	}
	v, _ = v.Unmark()
	v, cerr := convert.Convert(v, cty.Number)
	if cerr != nil || v.IsNull() {
		r.partial = true
		return r, problemf(e.Range(), "invalid count argument", "The count must be a whole number.")
	}
	if !v.IsKnown() {
		r.partial = true
		return r, nil
	}
	n, acc := v.AsBigFloat().Int64()
	if acc != 0 || n < 0 {
		r.partial = true
		return r, problemf(e.Range(), "invalid count argument", "The count must be a whole number and not negative.")
	}
	if n > int64(w.ev.opts.Limits.Instances) || !w.mayMake(n) {
		r.partial = true
		return r, &problem{kind: merlon.GapLimit, summary: fmt.Sprintf("more than %d resource instances", w.ev.opts.Limits.Instances), detail: "One instance stands for all.", rng: e.Range()}
	}
	for i := range n {
		r.keys = append(r.keys, cty.NumberIntVal(i))
	}
	return r, nil
}

// mayMake takes instances from the root's allowance.
func (w *worker) mayMake(n int64) bool {
	return w.ev.instances.Add(n) <= int64(w.ev.opts.Limits.Instances)
}

func (w *worker) repeatForEach(e hclsyntax.Expression, sc *scope) (repeat, *problem) {
	r := repeat{each: keyed, expr: e, cause: w.cause(e, sc)}
	op, err := w.eval(e, sc)
	if err != nil {
		r.partial = true
		return r, err
	}
	if op.kind == isGroup && op.group.each == keyed || op.kind == isModules && !op.modules.missing && op.modules.each == keyed {
		list, _, ok, err := w.elements(op, sc, e)
		if err != nil || !ok {
			r.partial = true
			return r, err
		}
		for _, el := range list {
			r.keys, r.values = append(r.keys, el.key), append(r.values, el.op)
		}
		return r, nil
	}
	v, err := w.materialise(op, sc, e.Range())
	if err != nil {
		r.partial = true
		return r, err
	}
	bare, marks := v.Unmark()
	marks = sensitiveOnly(marks)
	ty := bare.Type()
	switch {
	case !bare.IsKnown():
		r.partial = true
		return r, nil
	case bare.IsNull(), !ty.IsMapType() && !ty.IsObjectType() && !ty.IsSetType():
		r.partial = true
		return r, problemf(e.Range(), "invalid for_each argument", "for_each needs a map or a set of strings, and this is %s.", ty.FriendlyName())
	}
	if n := bare.LengthInt(); n > w.ev.opts.Limits.Instances || !w.mayMake(int64(n)) {
		r.partial = true
		return r, &problem{kind: merlon.GapLimit, summary: fmt.Sprintf("more than %d resource instances", w.ev.opts.Limits.Instances), detail: "One instance stands for all.", rng: e.Range()}
	}
	for k, el := range bare.Elements() {
		if ty.IsSetType() {
			k, _ = el.Unmark()
		}
		if !k.IsKnown() {
			r.partial, r.keys, r.values = true, nil, nil
			return r, nil
		}
		text, cerr := toText(k)
		if cerr != nil {
			r.partial, r.keys, r.values = true, nil, nil
			return r, problemf(e.Range(), "invalid for_each argument", "for_each needs a set of strings.")
		}
		r.keys = append(r.keys, cty.StringVal(text))
		r.values = append(r.values, known(el.WithMarks(marks)))
	}
	return r, nil
}

// scopeFor is the scope of one repetition.
func (r *repeat) scopeFor(base *scope, i int, w *worker) *scope {
	sc := *base
	sc.eachKey, sc.count = cty.NilVal, cty.NilVal
	switch r.each {
	case counted:
		sc.count = cty.ObjectVal(map[string]cty.Value{"index": cty.UnknownVal(cty.Number)})
		if !r.partial {
			sc.count = cty.ObjectVal(map[string]cty.Value{"index": r.keys[i]})
		}
	case keyed:
		sc.eachKey, sc.eachValue = cty.UnknownVal(cty.String), known(cty.DynamicVal)
		sc.eachCause = r.cause
		if !r.partial {
			sc.eachKey, sc.eachValue = r.keys[i], r.values[i]
			sc.eachCause = w.elementCause(r.expr, base, i, r.keys[i], r.cause)
		}
	}
	return &sc
}

// key is the instance key, NilVal where there is none.
func (r *repeat) key(i int) cty.Value {
	if r.partial || r.each == single {
		return cty.NilVal
	}
	return r.keys[i]
}

func (r *repeat) len() int {
	if r.partial {
		return 1
	}
	return len(r.keys)
}

// group makes the instances of a resource block, once.
func (w *worker) group(inst *instance, cfg *resourceConfig) (*group, *problem) {
	r := w.memo(inst.slot(cfg.slot), false, cfg.key(), cfg.header, func() result {
		g, err := w.makeGroup(inst, cfg)
		return result{op: operand{kind: isGroup, group: g}, err: err}
	})
	if r.op.group == nil {
		return nil, r.err
	}
	return r.op.group, nil // an error has made the group partial, and was said
}

func (w *worker) makeGroup(inst *instance, cfg *resourceConfig) (*group, *problem) {
	base := &scope{inst: inst}
	rep, err := w.repeat(cfg.count, cfg.forEach, base, cfg.key())
	prefix := ""
	if inst.address != "" {
		prefix = inst.address + "."
	}
	w.report(err, prefix+cfg.key())
	if rep.each == single && !w.mayMake(1) {
		return nil, &problem{kind: merlon.GapLimit, summary: fmt.Sprintf("more than %d resource instances", w.ev.opts.Limits.Instances), detail: "The rest is not evaluated.", rng: cfg.header}
	}
	g := &group{order: cfg.order, inst: inst, each: rep.each, partial: rep.partial}
	g.cfg.Store(cfg)
	sch := schemaOf(cfg.mode, cfg.typ)
	n := rep.len()
	members := make([]member, n)
	resources := make([]merlon.Resource, n)
	g.members = make([]*member, n)
	provider := w.providerOf(inst, cfg)
	for i := range n {
		key := rep.key(i)
		resources[i] = merlon.Resource{
			Address: prefix + cfg.key() + keyText(key), Module: inst.address, Mode: cfg.mode, Type: cfg.typ, Name: cfg.name,
			Key: key, Partial: rep.partial || inst.isPartial(), Provider: provider,
			Origin: merlon.Origin{
				Source: merlon.SourceCode, Root: w.ev.dir.display,
				Range: rangeOf(cfg.rng), Header: rangeOf(cfg.header), Calls: inst.calls,
			},
			Body:  &merlon.Block{},
			Rules: cfg.rules,
		}
		members[i].group, members[i].res, members[i].scope, members[i].schema = g, &resources[i], rep.scopeFor(base, i, w), sch
		slots := make([]slot, len(cfg.attrs)+len(cfg.blocks))
		members[i].slots.Store(&slots)
		resources[i].Formerly = formerly(inst, cfg.key()+keyText(key))
		g.members[i] = &members[i]
	}
	if rep.each == keyed {
		slices.SortFunc(g.members, func(a, b *member) int {
			if rep.partial {
				return 0
			}
			return strings.Compare(a.res.Key.AsString(), b.res.Key.AsString())
		})
	}
	return g, nil
}

func (i *instance) isPartial() bool {
	for ; i != nil; i = i.parent {
		if i.key != cty.NilVal && !i.key.IsKnown() {
			return true
		}
	}
	return false
}

func schemaOf(mode merlon.Mode, typ string) *schema.Block {
	switch mode {
	case merlon.Data:
		return schema.Data(typ)
	case merlon.Ephemeral:
		return schema.Ephemeral(typ)
	}
	return schema.Resource(typ)
}

// modules makes the instances of a module call, once.
func (w *worker) modules(inst *instance, c *call) (*moduleGroup, *problem) {
	r := w.memo(inst.slot(c.slot), false, "module."+c.name, c.header, func() result {
		g := w.makeModules(inst, c)
		return result{op: operand{kind: isModules, modules: g}}
	})
	if r.op.modules == nil {
		return nil, r.err
	}
	return r.op.modules, nil
}

// moduleWeight is what a module instance takes from the allowance: modules
// that call modules ten times each are many before they hold any resource.
const moduleWeight = 4

func (w *worker) makeModules(inst *instance, c *call) *moduleGroup {
	g := &moduleGroup{call: c, missing: true}
	address := "module." + c.name
	if inst.address != "" {
		address = inst.address + "." + address
	}
	missing := func(kind merlon.GapKind, why string) *moduleGroup {
		w.ev.gap(merlon.Gap{
			Kind: kind, Summary: "module." + c.name + " is not evaluated",
			Detail: fmt.Sprintf("source %q: %s", c.source, why), Range: rangeOf(c.header), Address: address,
		})
		return g
	}
	if inst.depth >= w.ev.opts.Limits.Calls {
		return missing(merlon.GapLimit, fmt.Sprintf("module calls are nested more than %d deep", w.ev.opts.Limits.Calls))
	}
	dir, manifestPath, err := inst.moduleDir(c)
	if err != nil {
		return missing(merlon.GapModule, err.Error())
	}
	for up := inst; up != nil; up = up.parent {
		if up.dir == dir {
			return missing(merlon.GapModule, "the module calls itself")
		}
	}
	if _, err := w.ev.p.configFiles(dir); err != nil {
		return missing(merlon.GapModule, "the directory "+err.Error())
	}
	base := &scope{inst: inst}
	rep, perr := w.repeat(c.count, c.forEach, base, "module."+c.name)
	w.report(perr, address)
	if !w.mayMake(moduleWeight * int64(rep.len())) {
		return missing(merlon.GapLimit, fmt.Sprintf("more than %d resource instances, of which a module counts as %d", w.ev.opts.Limits.Instances, moduleWeight))
	}
	g.missing, g.each, g.partial = false, rep.each, rep.partial
	for i := range rep.len() {
		key := rep.key(i)
		if rep.partial {
			key = cty.DynamicVal
		}
		child := &instance{
			ev: w.ev, dir: dir, parent: inst, call: c, key: key, scope: rep.scopeFor(base, i, w),
			address: address + keyText(key), path: manifestPath, depth: inst.depth + 1,
			deferred: inst.deferred || c.dependsOn,
		}
		w.ev.p.use(dir)
		child.calls = append([]merlon.Call{{Address: child.address, Range: rangeOf(c.rng), Header: rangeOf(c.header)}}, inst.calls...)
		g.instances = append(g.instances, child)
	}
	return g
}
