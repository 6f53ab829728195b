package report

import (
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/internal/secret"
)

// masks knows which values and which places of the source must not show,
// because the provider's schema or the code calls them sensitive.
type masks struct {
	places func() map[string][]merlon.Range

	last   *merlon.Resource
	values []string
}

func newMasks(a *merlon.Assessment) *masks {
	return &masks{places: sync.OnceValue(func() map[string][]merlon.Range {
		places := make(map[string][]merlon.Range)
		add := func(r merlon.Range) {
			if !r.IsZero() {
				places[r.File] = append(places[r.File], r)
			}
		}
		visit := func(attr *merlon.Attribute) {
			add(attr.Range)
			for _, c := range attr.Cause.Chain() {
				add(c.Range)
			}
		}
		if a.Estate != nil {
			for _, r := range a.Estate.Resources() {
				sensitive(r.Body, visit)
			}
		}
		return places
	})}
}

// sensitive visits the attributes of a body that must not be shown.
func sensitive(b *merlon.Block, visit func(*merlon.Attribute)) {
	if b == nil {
		return
	}
	for i := range b.Attributes {
		a := &b.Attributes[i]
		if a.Sensitive {
			visit(a)
		}
		for _, nested := range a.Blocks {
			sensitive(nested, visit)
		}
	}
}

// Bounds of what is looked for in messages. Shorter values would be found in
// any word, and nobody writes so many by hand.
const (
	leastHidden = 4
	mostHidden  = 200
)

// hide masks the sensitive values of a finding's resources in a text about it.
func (m *masks) hide(f *merlon.Finding, text string) string {
	text = m.hideOf(f.Resource, text)
	for _, r := range f.Related {
		text = m.hideOf(r, text)
	}
	return text
}

func (m *masks) hideOf(r *merlon.Resource, text string) string {
	if r == nil {
		return text
	}
	if r != m.last {
		m.last, m.values = r, m.values[:0]
		sensitive(r.Body, func(a *merlon.Attribute) { m.collect(a.Value) })
	}
	for _, v := range m.values {
		text = strings.ReplaceAll(text, v, secret.Mask)
	}
	return text
}

// collect takes the texts in a value, those in its elements included.
func (m *masks) collect(v cty.Value) {
	if v == cty.NilVal || !v.IsKnown() || v.IsNull() || v.IsMarked() || len(m.values) >= mostHidden {
		return
	}
	if v.Type() == cty.String {
		if s := v.AsString(); len(s) >= leastHidden {
			m.values = append(m.values, s)
		}
		return
	}
	if v.CanIterateElements() {
		for _, e := range v.Elements() {
			m.collect(e)
		}
	}
}
