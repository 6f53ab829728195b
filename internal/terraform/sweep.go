package terraform

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"merlon"
)

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
	w.writeProviders(inst)
	w.writeVariables(inst)
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
	// Kept are the outputs, which callers ask for, and the instances of
	// resources, which links point to.
	old, kept := *inst.slots.Load(), make([]slot, mod.index)
	for _, o := range mod.outputOrder {
		kept[o.slot].real.Store(old[o.slot].real.Load())
		kept[o.slot].doc.Store(old[o.slot].doc.Load())
	}
	for _, cfg := range mod.resourceOrder {
		r := old[cfg.slot].real.Load()
		kept[cfg.slot].real.Store(r)
		if r == nil || r.op.group == nil {
			continue
		}
		r.op.group.cfg.Store(nil)
		for _, m := range r.op.group.members {
			m.slots.Store(nil)
		}
	}
	inst.slots.Store(&kept)
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
