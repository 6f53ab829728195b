// Package once works something out once for an estate, as merlon.Derive does
// for a resource: an index that a check looks into for each resource.
package once

import "merlon"

// A Value is worked out at the first question, and shared.
type Value[T any] struct {
	derived *merlon.Derived[T]
	types   []string
}

// ForEstate makes a Value of a function. Its answer has to hang on resources of
// the given types only, and not be changed: an estate with none of them has the
// zero answer. It is meant for package variables.
func ForEstate[T any](compute func(*merlon.Estate) T, types ...string) *Value[T] {
	return &Value[T]{
		// The first of the resources keeps the answer for the estate.
		derived: merlon.Derive(func(first *merlon.Resource) T { return compute(first.Estate()) }),
		types:   types,
	}
}

// In is the answer for an estate. It is safe for concurrent use.
func (v *Value[T]) In(estate *merlon.Estate) (answer T) {
	for first := range estate.OfType(v.types...) {
		return v.derived.Of(first)
	}
	return answer
}

// ByRoot indexes the resources of the given types by the root that they are in.
func ByRoot(types ...string) *Value[map[string][]*merlon.Resource] {
	return ForEstate(func(estate *merlon.Estate) map[string][]*merlon.Resource {
		index := make(map[string][]*merlon.Resource)
		for r := range estate.OfType(types...) {
			index[r.Origin.Root] = append(index[r.Origin.Root], r)
		}
		return index
	}, types...)
}
