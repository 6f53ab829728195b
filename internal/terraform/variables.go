package terraform

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// leastSecret is the length from which a text is worth a look: nothing shorter
// is a credential that could be told from a word.
const leastSecret = 8

// inputVariables are the variable blocks of a directory that say a value, as
// they are in the first module instance of it.
type inputVariables struct {
	inst      *instance
	resources []*merlon.Resource
}

// writeVariables adds the variables of a module that have a value in a file,
// so that checks can look at what is written there. Where a directory is called
// several times, they are written once.
func (w *worker) writeVariables(inst *instance) {
	w.ev.mu.Lock()
	have := w.ev.variables[inst.dir]
	switch {
	case have == nil:
		have = &inputVariables{inst: inst}
		w.ev.variables[inst.dir] = have
		w.ev.mu.Unlock()
	case merlon.CompareAddresses(inst.address, have.inst.address) < 0:
		have.inst = inst
		w.ev.mu.Unlock()
		return
	default:
		w.ev.mu.Unlock()
		return
	}
	variables := inst.module().variables
	for _, name := range slices.Sorted(maps.Keys(variables)) {
		v := variables[name]
		r := &merlon.Resource{
			Mode: merlon.Input, Type: "input", Name: name,
			Origin: merlon.Origin{Source: merlon.SourceCode, Root: w.ev.dir.display, Range: rangeOf(v.rng), Header: rangeOf(v.rng)},
			Body:   &merlon.Block{Range: rangeOf(v.rng), Header: rangeOf(v.rng)},
		}
		if v.expr != nil && plain(v.expr) {
			if val, err := w.value(v.expr, &scope{inst: inst}); err == nil {
				addInput(r, "default", val, v.expr.Range(), v.sensitive)
			}
		}
		if in, ok := w.ev.inputs[name]; ok && inst.parent == nil && in.expr != nil && in.err == nil {
			addInput(r, "value", in.value, in.expr.Range(), v.sensitive)
		}
		if len(r.Body.Attributes) > 0 {
			have.resources = append(have.resources, r)
		}
	}
}

func addInput(r *merlon.Resource, name string, v cty.Value, rng hcl.Range, sensitive bool) {
	v, _ = v.UnmarkDeep()
	if !v.IsKnown() || v.IsNull() || v.Type() == cty.String && len(v.AsString()) < leastSecret ||
		v.Type() != cty.String && v.Type().IsPrimitiveType() {
		return
	}
	r.Body.Attributes = append(r.Body.Attributes, merlon.Attribute{
		Name: name, Value: v, Range: rangeOf(rng), Sensitive: sensitive, Secret: sensitive,
	})
}

// allVariables gives the variables their addresses, which are those of the
// first instance of each directory.
func (ev *rootEval) allVariables() []*merlon.Resource {
	var all []*merlon.Resource
	for _, dir := range slices.Sorted(maps.Keys(ev.variables)) {
		in := ev.variables[dir]
		prefix := ""
		if in.inst.address != "" {
			prefix = in.inst.address + "."
		}
		for _, r := range in.resources {
			r.Address, r.Module = prefix+"var."+r.Name, in.inst.address
			r.Origin.Calls = in.inst.calls
			all = append(all, r)
		}
	}
	return all
}
