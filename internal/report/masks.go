package report

import (
	"strings"
	"sync"

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

// leastHidden is the length from which a sensitive value is looked for in
// messages: shorter ones would be found in any word.
const leastHidden = 4

// hideValues masks the resource's sensitive values in a text about it.
func (m *masks) hideValues(r *merlon.Resource, text string) string {
	if r == nil {
		return text
	}
	if r != m.last {
		m.last, m.values = r, m.values[:0]
		sensitive(r.Body, func(a *merlon.Attribute) {
			if a.IsBlocks() {
				return
			}
			if s, ok := plainText(a); ok && len(s) >= leastHidden {
				m.values = append(m.values, s)
			}
		})
	}
	for _, v := range m.values {
		text = strings.ReplaceAll(text, v, secret.Mask)
	}
	return text
}
