package tfplan

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// configuration is the part of a plan that tells which expression refers to
// what. It knows no locals and no for_each values: links through those are lost,
// unless the code itself is at hand.
type configuration struct {
	ProviderConfig map[string]struct {
		Expressions map[string]any `json:"expressions"`
	} `json:"provider_config"`
	RootModule moduleConfig `json:"root_module"`
}

type moduleConfig struct {
	Resources   []resourceConfig        `json:"resources"`
	ModuleCalls map[string]*callConfig  `json:"module_calls"`
	Outputs     map[string]outputConfig `json:"outputs"`

	byAddress map[string]*resourceConfig
}

type resourceConfig struct {
	Address           string         `json:"address"`
	ProviderConfigKey string         `json:"provider_config_key"`
	Expressions       map[string]any `json:"expressions"`
}

type callConfig struct {
	Expressions map[string]any `json:"expressions"`
	Module      moduleConfig   `json:"module"`
}

type outputConfig struct {
	Expression any `json:"expression"`
}

// module finds the configuration of a module instance by its address.
func (c *configuration) module(address string) *moduleConfig {
	m := &c.RootModule
	for _, name := range moduleNames(address) {
		call := m.ModuleCalls[name]
		if call == nil {
			return nil
		}
		m = &call.Module
	}
	return m
}

// moduleNames are the names of the calls in a module's address, outermost
// first.
func moduleNames(address string) []string {
	var names []string
	rest := merlon.StripKeys(address)
	for rest != "" {
		rest = strings.TrimPrefix(rest, "module.")
		name, more, _ := strings.Cut(rest, ".")
		names = append(names, name)
		rest = more
	}
	return names
}

func (c *configuration) find(r *merlon.Resource) *resourceConfig {
	m := c.module(r.Module)
	if m == nil {
		return nil
	}
	return m.resource(r.Label())
}

func (m *moduleConfig) resource(label string) *resourceConfig {
	if m.byAddress == nil {
		m.byAddress = make(map[string]*resourceConfig, len(m.Resources))
		for i := range m.Resources {
			m.byAddress[m.Resources[i].Address] = &m.Resources[i]
		}
	}
	return m.byAddress[label]
}

// A linker follows references of the configuration to the resources of a plan.
type linker struct {
	config *configuration
	// instances are the resources of a block, by module instance and label.
	instances map[string][]*merlon.Resource
	modules   []string // the addresses of all module instances, sorted
	steps     int
}

// maxSteps bounds how many references are followed in all.
const maxSteps = 500_000

// link gives the attributes of all resources their links.
func (p *planReader) link() {
	l := &linker{config: &p.doc.Configuration, instances: make(map[string][]*merlon.Resource), steps: maxSteps}
	modules := make(map[string]bool)
	for _, r := range p.resources {
		key := r.Module + " " + r.Label()
		l.instances[key] = append(l.instances[key], r)
		for m := r.Module; m != "" && !modules[m]; m = parentModule(m) {
			modules[m] = true
		}
	}
	l.modules = slices.Sorted(maps.Keys(modules))
	for _, r := range p.resources {
		if c := p.doc.Configuration.find(r); c != nil {
			l.block(r, r.Body, c.Expressions)
		}
	}
}

// block links the attributes of a body by the expressions for it.
func (l *linker) block(r *merlon.Resource, b *merlon.Block, expressions map[string]any) {
	for i := range b.Attributes {
		a := &b.Attributes[i]
		switch e := expressions[a.Name].(type) {
		case map[string]any:
			a.Refs = l.refs(r, e)
			for _, nested := range a.Blocks {
				l.block(r, nested, e)
			}
		case []any:
			for j, nested := range a.Blocks {
				// A dynamic block is one entry for all of its blocks.
				if len(e) == 0 {
					break
				}
				if object, ok := e[min(j, len(e)-1)].(map[string]any); ok {
					l.block(r, nested, object)
				}
			}
		}
	}
}

// refs are the links of one expression.
func (l *linker) refs(r *merlon.Resource, expression map[string]any) []merlon.Ref {
	var found []merlon.Ref
	list, _ := expression["references"].([]any)
	for _, e := range list {
		if text, ok := e.(string); ok {
			l.follow(r.Module, r.Key, text, &found, 0)
		}
	}
	return compact(found)
}

// compact leaves out what is there twice, and the whole resource where an
// attribute of it is named: a plan lists both.
func compact(refs []merlon.Ref) []merlon.Ref {
	var out []merlon.Ref
	for _, ref := range refs {
		if slices.Contains(out, ref) {
			continue
		}
		if ref.Attribute == "" && slices.ContainsFunc(refs, func(o merlon.Ref) bool { return o.Target == ref.Target && o.Attribute != "" }) {
			continue
		}
		out = append(out, ref)
	}
	return out
}

// follow goes from a reference in a module instance to the resources it means:
// through the call for a variable, into the called module for an output.
func (l *linker) follow(module string, key cty.Value, ref string, found *[]merlon.Ref, depth int) {
	if l.steps--; l.steps < 0 || depth > maxModules {
		return
	}
	bare := merlon.StripKeys(ref)
	parts := strings.Split(bare, ".")
	switch {
	case parts[0] == "var" && len(parts) > 1:
		names := moduleNames(module)
		if len(names) == 0 {
			return
		}
		parent := parentModule(module)
		config := l.config.module(parent)
		if config == nil || config.ModuleCalls[names[len(names)-1]] == nil {
			return
		}
		e, _ := config.ModuleCalls[names[len(names)-1]].Expressions[parts[1]].(map[string]any)
		l.all(parent, e, found, depth+1)
	case parts[0] == "module" && len(parts) > 2:
		config := l.config.module(module)
		if config == nil || config.ModuleCalls[parts[1]] == nil {
			return
		}
		e, _ := config.ModuleCalls[parts[1]].Module.Outputs[parts[2]].Expression.(map[string]any)
		for _, instance := range l.moduleInstances(module, parts[1], ref) {
			l.all(instance, e, found, depth+1)
		}
	default:
		label, attribute := labelOf(parts)
		for _, target := range l.choose(module+" "+label, key, ref) {
			*found = append(*found, merlon.Ref{Target: target, Attribute: attribute})
		}
	}
}

func (l *linker) all(module string, expression map[string]any, found *[]merlon.Ref, depth int) {
	list, _ := expression["references"].([]any)
	for _, e := range list {
		if text, ok := e.(string); ok {
			l.follow(module, cty.NilVal, text, found, depth)
		}
	}
}

// moduleInstances are the instances of a call in a module instance; a
// reference with a key means one of them.
func (l *linker) moduleInstances(module, call, ref string) []string {
	prefix := "module." + call
	if module != "" {
		prefix = module + "." + prefix
	}
	var out []string
	for _, instance := range l.modules {
		if instance != prefix && !strings.HasPrefix(instance, prefix+"[") || parentModule(instance) != module {
			continue
		}
		if key := instance[len(prefix):]; key != "" && strings.Contains(ref, key) {
			return []string{instance}
		}
		out = append(out, instance)
	}
	return out
}

// labelOf splits a reference into the label of a resource and the attribute.
func labelOf(parts []string) (label, attribute string) {
	n := 2
	if parts[0] == "data" || parts[0] == "ephemeral" {
		n = 3
	}
	if len(parts) < n {
		return strings.Join(parts, "."), ""
	}
	if len(parts) > n {
		attribute = parts[n]
	}
	return strings.Join(parts[:n], "."), attribute
}

// choose picks the instances that a reference means: the one it names by key,
// the one with the key of the referring instance, or all.
func (l *linker) choose(key string, own cty.Value, ref string) []*merlon.Resource {
	list := l.instances[key]
	if len(list) < 2 {
		return list
	}
	for _, r := range list {
		if key := keyText(r.Key); key != "" && strings.Contains(ref, key) {
			return []*merlon.Resource{r}
		}
	}
	if own != cty.NilVal {
		for _, r := range list {
			if r.Key != cty.NilVal && r.Key.RawEquals(own) {
				return []*merlon.Resource{r}
			}
		}
	}
	return list
}

// keyText is an instance key as references write it: [0] or ["a"].
func keyText(key cty.Value) string {
	switch {
	case key == cty.NilVal || !key.IsKnown() || key.IsNull():
		return ""
	case key.Type() == cty.Number:
		n, _ := key.AsBigFloat().Int64()
		return "[" + strconv.FormatInt(n, 10) + "]"
	}
	return "[" + strconv.Quote(key.AsString()) + "]"
}
