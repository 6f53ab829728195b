package merlon

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// Elements yields the blocks of a block type, or the elements of a list, set,
// tuple or map. A single object or block yields itself, so that a provider's
// change from one to many changes no check. A null or absent value yields
// nothing, and so does an unknown one: ask [Value.MayHaveMore].
func (v Value) Elements() iter.Seq[Value] {
	return func(yield func(Value) bool) {
		switch {
		case v.list:
			for i := range v.attr.Blocks {
				if !yield(v.element(i)) {
					return
				}
			}
		case v.block != nil:
			yield(v)
		case v.v == cty.NilVal || !v.v.IsKnown() || v.v.IsNull():
		case v.v.Type().IsObjectType():
			yield(v)
		case v.v.CanIterateElements():
			ordered := !v.v.Type().IsMapType()
			i := 0
			for key, e := range v.v.Elements() {
				path := v.path + "[" + strconv.Itoa(i) + "]"
				if !ordered {
					path = v.path + "[" + strconv.Quote(key.AsString()) + "]"
				}
				if !yield(v.part(e, path)) {
					return
				}
				i++
			}
		default:
			yield(v)
		}
	}
}

// MayHaveMore reports whether [Value.Elements] may have left elements out,
// because the value or the number of its elements is unknown.
func (v Value) MayHaveMore() bool {
	if v.list {
		return v.attr.More
	}
	return v.IsUnknown()
}

// Len is the number of elements that are known of; see [Value.MayHaveMore].
func (v Value) Len() int {
	n := 0
	for range v.Elements() {
		n++
	}
	return n
}

// All yields every value at a path of names below this one; see [Resource.All].
func (v Value) All(path ...string) iter.Seq[Value] {
	return func(yield func(Value) bool) { v.walk(path, yield) }
}

func (v Value) walk(path []string, yield func(Value) bool) bool {
	if len(path) == 0 {
		return yield(v)
	}
	if v.IsUnknown() {
		return yield(v.Attr(path...))
	}
	for e := range v.Elements() {
		next := e.child(path[0])
		if len(path) > 1 && next.IsNull() {
			continue
		}
		if !next.walk(path[1:], yield) {
			return false
		}
	}
	return true
}

// Refs are the links of the attribute that the value is in, or of all
// attributes of a block.
func (v Value) Refs() []Ref {
	switch {
	case v.block != nil:
		return blockRefs(nil, v.block)
	case v.list:
		var refs []Ref
		for _, b := range v.attr.Blocks {
			refs = blockRefs(refs, b)
		}
		return refs
	case v.attr != nil:
		return v.attr.Refs
	}
	return nil
}

func blockRefs(refs []Ref, b *Block) []Ref {
	for i := range b.Attributes {
		refs = append(refs, b.Attributes[i].Refs...)
		for _, nested := range b.Attributes[i].Blocks {
			refs = blockRefs(refs, nested)
		}
	}
	return refs
}

// Targets are the resources the value links to: by reference, or by naming
// the identity (id, ARN, name) of a resource of one of the given types. With
// no types, references of any type count and identities do not.
func (v Value) Targets(types ...string) []*Resource {
	var out []*Resource
	add := func(r *Resource) {
		if slices.Contains(out, r) {
			return
		}
		out = append(out, r)
	}
	for _, ref := range v.Refs() {
		if len(types) == 0 || ref.Target.isOneOf(types) {
			add(ref.Target)
		}
	}
	if len(types) > 0 && v.res != nil && v.res.estate != nil {
		texts, _ := v.Strings()
		for _, text := range texts {
			for _, r := range v.res.estate.Identified(text) {
				if r.isOneOf(types) {
					add(r)
				}
			}
		}
	}
	return out
}

func (r *Resource) isOneOf(types []string) bool {
	for _, t := range types {
		if r.Mode == Managed && r.Type == t || r.Mode == Data && strings.TrimPrefix(t, "data.") == r.Type && len(t) > len(r.Type) {
			return true
		}
	}
	return false
}
