package demand

import (
	"merlon"
)

// A CompanionRow is a resource type that another resource has to stand beside.
type CompanionRow struct {
	// Type is the resource type and Noun what messages call it.
	Type, Noun string
	// Own, where it is set, is the dotted path of an attribute of the
	// resource's own that says the same; OwnWant tests it, [Given] unless set.
	Own     string
	OwnWant Want
	// Links are the companions that will do.
	Links []Link
	// When restricts the demand to resources for which it holds; nil is always.
	When func(v merlon.Value) merlon.Truth
}

// A Link is a companion's type and the dotted path of the attribute by which
// it names the resource.
type Link struct {
	Type, Path string
	// Want tests the companion as a whole; nil accepts any.
	Want Want
}

// Companion makes a check that demands a companion.
func Companion(c merlon.Check, says string, rows ...CompanionRow) *merlon.Check {
	byType := make(map[string]CompanionRow, len(rows))
	for _, r := range rows {
		c.Targets = append(c.Targets, r.Type)
		byType[r.Type] = r
	}
	c.Run = func(pass *merlon.Pass, r *merlon.Resource) {
		row := byType[r.Type]
		applies := merlon.True
		if row.When != nil {
			if applies = row.When(r.Whole()); applies == merlon.False {
				return
			}
		}
		has, weak := Accompanied(pass, r, row.Links...)
		if row.Own != "" {
			want := row.OwnWant
			if want == nil {
				want = Given
			}
			has = has.Or(want(r.Attr(split(row.Own)...)))
		}
		if f := pass.Require(has.Or(applies.Not()), r, "%s %q %s", row.Noun, r.Name, says); f != nil {
			f.About(weak...)
		}
	}
	return &c
}

// Accompanied says whether one of the links leads to the resource, and which
// companions there are that are not as wanted.
func Accompanied(pass *merlon.Pass, r *merlon.Resource, links ...Link) (has merlon.Truth, weak []*merlon.Resource) {
	for _, link := range links {
		found := pass.Companions(r, link.Type, link.Path)
		for _, companion := range found.List {
			good := merlon.True
			if link.Want != nil {
				good = link.Want(companion.Whole())
			}
			if companion.Partial && !r.Partial {
				good = good.And(merlon.Unknown) // it may not be made
			}
			if good != merlon.True {
				weak = append(weak, companion)
			}
			has = has.Or(good)
		}
		if len(found.Maybe) > 0 {
			has = has.Or(merlon.Unknown)
		}
	}
	return has, weak
}
