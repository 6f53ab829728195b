package terraform

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"merlon"
)

type providerKey struct {
	inst   *instance
	config *providerConfig
	name   string
}

// providerCache holds configured providers, one for each block and instance.
type providerCache struct{ m sync.Map }

// providerOf finds the provider that a resource is configured with.
func (w *worker) providerOf(inst *instance, cfg *resourceConfig) *merlon.Provider {
	name, alias := cfg.typ, ""
	if i := strings.IndexByte(name, '_'); i > 0 {
		name = name[:i]
	}
	if cfg.provider != nil {
		if t, diags := hcl.AbsTraversalForExpr(cfg.provider); !diags.HasErrors() {
			name, alias = t.RootName(), stepName(t, 1)
		}
	}
	return w.findProvider(inst, name, alias)
}

// findProvider goes up the module calls: what a call passes comes first, then
// the module's own block, then for a default configuration the caller's.
func (w *worker) findProvider(inst *instance, name, alias string) *merlon.Provider {
	key := name
	if alias != "" {
		key += "." + alias
	}
	for range 64 {
		if inst.parent != nil {
			if pn, pa, ok := passed(inst.call, key); ok {
				inst, name, alias = inst.parent, pn, pa
				key = name
				if alias != "" {
					key += "." + alias
				}
				continue
			}
		}
		if pc := inst.module().providers[key]; pc != nil {
			return w.configured(inst, pc)
		}
		if inst.parent == nil || alias != "" {
			break
		}
		inst = inst.parent
	}
	return w.configured(inst, &providerConfig{name: name, alias: alias})
}

// passed looks a provider up in a call's providers argument.
func passed(c *call, key string) (name, alias string, ok bool) {
	obj, isObj := c.providers.(*hclsyntax.ObjectConsExpr)
	if !isObj {
		return "", "", false
	}
	for _, item := range obj.Items {
		k := ""
		if wrapped, isKey := item.KeyExpr.(*hclsyntax.ObjectConsKeyExpr); isKey {
			if t, diags := hcl.AbsTraversalForExpr(wrapped.Wrapped); !diags.HasErrors() {
				k = traversalText(t)
			}
		} else if lit, isLit := item.KeyExpr.(*hclsyntax.LiteralValueExpr); isLit && lit.Val.Type() == cty.String {
			k = lit.Val.AsString()
		}
		if k != key {
			continue
		}
		if t, diags := hcl.AbsTraversalForExpr(item.ValueExpr); !diags.HasErrors() {
			return t.RootName(), stepName(t, 1), true
		}
	}
	return "", "", false
}

func (w *worker) configured(inst *instance, pc *providerConfig) *merlon.Provider {
	key := providerKey{inst: inst, config: pc}
	if pc.body == nil {
		key = providerKey{inst: inst, name: pc.name + "." + pc.alias}
	}
	if p, ok := w.ev.providers.m.Load(key); ok {
		return p.(*merlon.Provider)
	}
	p := &merlon.Provider{Name: pc.name, Alias: pc.alias, Region: w.ev.opts.Region, Account: w.ev.opts.Account, DefaultTags: cty.NilVal}
	if pc.body != nil {
		w.configure(p, inst, pc.body)
	}
	actual, _ := w.ev.providers.m.LoadOrStore(key, p)
	return actual.(*merlon.Provider)
}

// credentials are the arguments of the AWS provider that nobody may see.
var credentials = map[string]bool{"access_key": true, "secret_key": true, "token": true}

// writeProviders adds the provider blocks of a module to the estate, so that
// checks can look at how AWS is reached.
func (w *worker) writeProviders(inst *instance) {
	providers := inst.module().providers
	for _, key := range slices.Sorted(maps.Keys(providers)) {
		pc := providers[key]
		if pc.body == nil || pc.name != "aws" {
			continue // other providers' arguments are not ours to judge
		}
		address := "provider." + key
		if inst.address != "" {
			address = inst.address + "." + address
		}
		r := &merlon.Resource{
			Address: address, Module: inst.address, Mode: merlon.Configured, Type: pc.name, Name: pc.alias,
			Provider: w.configured(inst, pc), Body: &merlon.Block{},
			Origin: merlon.Origin{
				Source: merlon.SourceCode, Root: w.ev.dir.display,
				Range: rangeOf(pc.rng), Header: rangeOf(pc.header), Calls: inst.calls,
			},
		}
		w.guard(address, pc.header, func() {
			block := dynamicBlock{body: pc.body, scope: &scope{inst: inst}, rng: r.Origin.Range, header: r.Origin.Header}
			r.Body = w.nested(block, nil, nil, address, 0)
		})
		for i := range r.Body.Attributes {
			a := &r.Body.Attributes[i]
			a.Sensitive = a.Sensitive || credentials[a.Name]
		}
		w.ev.mu.Lock()
		w.ev.resources = append(w.ev.resources, r)
		w.ev.mu.Unlock()
	}
}

func (w *worker) configure(p *merlon.Provider, inst *instance, body *hclsyntax.Body) {
	sc := &scope{inst: inst}
	text := func(body *hclsyntax.Body, name string) (string, bool) {
		e := exprOf(body, name)
		if e == nil {
			return "", false
		}
		v, err := w.value(e, sc)
		if err != nil {
			w.report(err, "provider."+p.Name)
			return "", false
		}
		v, _ = v.UnmarkDeep()
		s, cerr := toText(v)
		return s, cerr == nil
	}
	if e := exprOf(body, "region"); e != nil {
		p.Region, _ = text(body, "region")
	}
	if e := exprOf(body, "allowed_account_ids"); e != nil && p.Account == "" {
		if v, err := w.value(e, sc); err == nil {
			v, _ = v.UnmarkDeep()
			if v.IsWhollyKnown() && v.CanIterateElements() && v.LengthInt() == 1 {
				for _, id := range v.Elements() {
					p.Account, _ = toText(id)
				}
			}
		}
	}
	for _, b := range body.Blocks {
		switch b.Type {
		case "assume_role":
			// arn:aws:iam::123456789012:role/name
			if arn, ok := text(b.Body, "role_arn"); ok && p.Account == "" {
				if parts := strings.SplitN(arn, ":", 6); len(parts) == 6 && len(parts[4]) == 12 {
					p.Account = parts[4]
				}
			}
		case "default_tags":
			e := exprOf(b.Body, "tags")
			if e == nil {
				continue
			}
			v, err := w.value(e, sc)
			if err != nil {
				w.report(err, "provider."+p.Name)
				v = cty.DynamicVal
			}
			v, _ = v.UnmarkDeep()
			tags, cerr := convert.Convert(v, cty.Map(cty.String))
			if cerr != nil {
				tags = cty.UnknownVal(cty.Map(cty.String))
			}
			p.DefaultTags = tags
		}
	}
}
