// Package trace leads what is planned, stored or real back to the code that
// declares it.
//
// Start with [Join]: it takes the values of one estate and gives them the
// places, causes and links of another, which was read from code. A finding on
// a plan then stands in the code, with the fingerprint that it has there.
package trace

import (
	"slices"

	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/internal/schema"
	"merlon/internal/stored"
)

// Join gives the resources of an estate the places, causes and links that they
// have in code. Resources are matched by address; one that the code could not
// number gets those of its block. What the code alone knows, such as provider
// blocks and variables, comes along; its gaps do not, as they are about values
// that the other estate has.
func Join(real, code *merlon.Estate) *merlon.Estate {
	j := &joiner{
		code:   code,
		blocks: make(map[string]*merlon.Resource),
		joined: make(map[*merlon.Resource][]*merlon.Resource),
		of:     make(map[*merlon.Resource]*merlon.Resource),
		real:   make(map[*merlon.Resource]*merlon.Resource),
	}
	for _, r := range code.Resources() {
		if r.Partial {
			j.blocks[r.ConfigAddress()] = r
		} else if _, have := j.blocks[r.ConfigAddress()]; !have {
			j.blocks[r.ConfigAddress()] = r
		}
	}
	var all []*merlon.Resource
	for _, r := range real.Resources() {
		all = append(all, j.resource(r))
	}
	for i, r := range real.Resources() {
		j.body(all[i], r)
	}
	for _, r := range code.Resources() {
		if r.Mode == merlon.Configured || r.Mode == merlon.Input || r.Mode == merlon.Ephemeral {
			all = append(all, r.Clone())
		}
	}
	e := merlon.NewEstate(real.Source, all, real.Gaps)
	e.Roots = code.Roots
	e.Notices, e.Comments, e.Workspace = code.Notices, code.Comments, code.Workspace
	e.Outputs = real.Outputs
	return e
}

type joiner struct {
	code   *merlon.Estate
	blocks map[string]*merlon.Resource // by address without keys
	// joined are the resources made, by that of the code.
	joined map[*merlon.Resource][]*merlon.Resource
	of     map[*merlon.Resource]*merlon.Resource // that of the code, by the resource made
	real   map[*merlon.Resource]*merlon.Resource // the resource made, by that of the real estate
}

// resource makes the joined resource, without its body.
func (j *joiner) resource(r *merlon.Resource) *merlon.Resource {
	out := r.Clone()
	j.real[r] = out
	c := j.code.ByAddress(r.Address)
	if c == nil {
		c = j.blocks[r.ConfigAddress()]
	}
	if c == nil {
		return out
	}
	out.Origin = c.Origin
	out.Origin.Source, out.Origin.Serial, out.Origin.Read = r.Origin.Source, r.Origin.Serial, r.Origin.Read
	out.Formerly, out.Rules = c.Formerly, c.Rules
	out.Provider = provider(r.Provider, c.Provider)
	j.of[out] = c
	j.joined[c] = append(j.joined[c], out)
	return out
}

// provider is the real provider with what the code knows besides.
func provider(real, code *merlon.Provider) *merlon.Provider {
	switch {
	case real == nil:
		return code
	case code == nil:
		return real
	}
	p := *real
	if p.Region == "" {
		p.Region = code.Region
	}
	if p.Account == "" {
		p.Account = code.Account
	}
	if p.Alias == "" {
		p.Alias = code.Alias
	}
	p.DefaultTags = code.DefaultTags
	return &p
}

func (j *joiner) body(out, r *merlon.Resource) {
	c := j.of[out]
	if c == nil {
		out.Body = j.plain(r.Body)
		return
	}
	var sch *schema.Block
	if r.Mode == merlon.Data {
		sch = schema.Data(r.Type)
	} else {
		sch = schema.Resource(r.Type)
	}
	out.Body = j.blend(r.Body, c.Body, sch, out)
}

// plain is a body that no code declares, with its links in the new estate.
func (j *joiner) plain(b *merlon.Block) *merlon.Block {
	out := *b
	out.Attributes = slices.Clone(b.Attributes)
	for i := range out.Attributes {
		a := &out.Attributes[i]
		a.Refs = j.ownRefs(a.Refs)
		a.Blocks = slices.Clone(a.Blocks)
		for k := range a.Blocks {
			a.Blocks[k] = j.plain(a.Blocks[k])
		}
	}
	return &out
}

// ownRefs are links between resources of the real estate, in the new one.
func (j *joiner) ownRefs(refs []merlon.Ref) []merlon.Ref {
	var out []merlon.Ref
	for _, ref := range refs {
		if target := j.real[ref.Target]; target != nil {
			out = append(out, merlon.Ref{Target: target, Attribute: ref.Attribute})
		}
	}
	return out
}

// codeRefs are links of the code, in the new estate: to the resource that the
// target became, or of several to the one with the same key.
func (j *joiner) codeRefs(refs []merlon.Ref, of *merlon.Resource) []merlon.Ref {
	var out []merlon.Ref
	for _, ref := range refs {
		targets := j.joined[ref.Target]
		if len(targets) > 1 && of.Key != cty.NilVal {
			for _, t := range targets {
				if t.Key != cty.NilVal && t.Key.RawEquals(of.Key) {
					targets = []*merlon.Resource{t}
					break
				}
			}
		}
		for _, t := range targets {
			out = append(out, merlon.Ref{Target: t, Attribute: ref.Attribute})
		}
	}
	return out
}

// blend lays the values of one body over the places of another.
func (j *joiner) blend(real, code *merlon.Block, sch *schema.Block, of *merlon.Resource) *merlon.Block {
	out := &merlon.Block{Range: code.Range, Header: code.Header, Cause: code.Cause}
	for i := range real.Attributes {
		ra := &real.Attributes[i]
		ca := code.Find(ra.Name)
		a := *ra
		a.Refs = j.ownRefs(ra.Refs)
		if ca == nil || ca.Computed {
			a.Range = code.Header
			a.Blocks = j.under(ra.Blocks, code.Header)
			out.Attributes = append(out.Attributes, a)
			continue
		}
		a.Range, a.Cause = ca.Range, ca.Cause
		if refs := j.codeRefs(ca.Refs, of); len(refs) > 0 {
			a.Refs = refs
		}
		a.Sensitive, a.Secret = a.Sensitive || ca.Sensitive, ca.Secret
		a.Defaulted = a.Defaulted || ca.Defaulted
		a.Computed = false
		if !a.IsBlocks() && !a.Value.IsKnown() {
			a.Document = ca.Document
			if !ca.IsBlocks() && ca.Value.IsKnown() && !ca.Value.IsWhollyKnown() {
				a.Value = ca.Value // the code tells more: how many there are, if not what
			}
		}
		if a.IsBlocks() {
			a.Blocks = j.nested(ra.Blocks, ca, sch.Block(ra.Name), of)
		}
		out.Attributes = append(out.Attributes, a)
	}
	for i := range code.Attributes {
		ca := &code.Attributes[i]
		if real.Find(ca.Name) != nil {
			continue
		}
		if ca.IsBlocks() || ca.Computed {
			continue
		}
		// What the provider never stores is known from the code alone. The
		// rest is null or empty; where that stands, and why, the code knows.
		a := *ca
		a.Refs = j.codeRefs(ca.Refs, of)
		if attr := sch.Attribute(ca.Name); (attr == nil || !attr.WriteOnly) && !stored.IsEmpty(ca.Value) {
			a.Value, a.Document = cty.NullVal(ca.Value.Type()), ""
		}
		out.Attributes = append(out.Attributes, a)
	}
	slices.SortFunc(out.Attributes, func(a, b merlon.Attribute) int {
		if a.Name < b.Name {
			return -1
		}
		return 1
	})
	return out
}

// under gives blocks that no code declares a place.
func (j *joiner) under(blocks []*merlon.Block, header merlon.Range) []*merlon.Block {
	var out []*merlon.Block
	for _, b := range blocks {
		p := j.plain(b)
		place(p, header)
		out = append(out, p)
	}
	return out
}

// place moves a body of our own, and all in it, to a header.
func place(b *merlon.Block, header merlon.Range) {
	b.Range, b.Header = header, header
	for i := range b.Attributes {
		b.Attributes[i].Range = header
		for _, nested := range b.Attributes[i].Blocks {
			place(nested, header)
		}
	}
}

// nested matches the blocks of one type with those of the code.
func (j *joiner) nested(blocks []*merlon.Block, ca *merlon.Attribute, sch *schema.NestedBlock, of *merlon.Resource) []*merlon.Block {
	var inner *schema.Block
	if sch != nil {
		inner = &sch.Block
	}
	if len(ca.Blocks) == 0 {
		return j.under(blocks, ca.Range)
	}
	taken := make([]bool, len(ca.Blocks))
	out := make([]*merlon.Block, len(blocks))
	for i, b := range blocks {
		best, most := min(i, len(ca.Blocks)-1), -1
		for k, c := range ca.Blocks {
			if taken[k] {
				continue
			}
			if n := likeness(b, c); n > most {
				best, most = k, n
			}
		}
		if !ca.More || best < len(ca.Blocks)-1 {
			taken[best] = true
		}
		out[i] = j.blend(b, ca.Blocks[best], inner, of)
	}
	return out
}

// likeness counts the attributes that two blocks agree on.
func likeness(a, b *merlon.Block) int {
	n := 0
	for i := range a.Attributes {
		x := &a.Attributes[i]
		y := b.Find(x.Name)
		if y == nil || x.IsBlocks() || y.IsBlocks() || !x.Value.IsWhollyKnown() || !y.Value.IsWhollyKnown() {
			continue
		}
		if x.Value.Type().Equals(y.Value.Type()) && x.Value.RawEquals(y.Value) {
			n += 2
		} else {
			n--
		}
	}
	return n
}
