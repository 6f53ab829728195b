package main

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"merlon/internal/schema/internal/format"
)

// encode writes the table that package format describes.
func encode(in *schemas, version string) []byte {
	e := &encoder{}
	for i := range e.pools {
		e.pools[i].byKey = make(map[string]*node)
	}
	versionNode := e.str(version)
	type entry struct{ name, block *node }
	var index [format.Kinds][]entry
	for kind, types := range byKind(in) {
		for _, name := range names(types) {
			index[kind] = append(index[kind], entry{e.str(name), e.block(types[name])})
		}
	}
	e.layOut()

	header := make([]uint32, format.HeaderWords)
	body := []byte{}
	start := len(format.Magic) + 4*format.HeaderWords
	for i := range e.pools {
		header[i] = uint32(start + len(body))
		body = append(body, e.pools[i].out...)
	}
	for kind, entries := range index {
		header[format.Index+kind] = uint32(start + len(body))
		for _, ent := range entries {
			body = binary.LittleEndian.AppendUint32(body, ent.name.off)
			body = binary.LittleEndian.AppendUint32(body, ent.block.off)
		}
	}
	header[format.End] = uint32(start + len(body))
	header[format.Version] = versionNode.off

	out := []byte(format.Magic)
	for _, w := range header {
		out = binary.LittleEndian.AppendUint32(out, w)
	}
	return append(out, body...)
}

// byKind returns the types by the kind of their index.
func byKind(in *schemas) [format.Kinds]map[string]*block {
	return [...]map[string]*block{
		format.Managed:   in.managed,
		format.Data:      in.data,
		format.Ephemeral: in.ephemeral,
		format.Provider:  in.provider,
	}
}

// encoder builds the nodes of the table, each distinct one once.
type encoder struct {
	pools [format.Index]pool // by section
	nodes []*node            // of all pools, in order of creation
}

// pool has the nodes of one section.
type pool struct {
	byKey map[string]*node
	out   []byte
}

// node is one record.
type node struct {
	section int
	id      int
	parts   []any // byte, int, string or *node
	height  int   // above all nodes that it refers to
	uses    int
	off     uint32
}

// node returns the node of these parts in a section.
func (e *encoder) node(section int, parts ...any) *node {
	var key strings.Builder
	height := 0
	for _, p := range parts {
		if n, ok := p.(*node); ok {
			fmt.Fprintf(&key, "*%d ", n.id)
			height = max(height, n.height+1)
			continue
		}
		fmt.Fprintf(&key, "%T %v ", p, p)
	}
	if n := e.pools[section].byKey[key.String()]; n != nil {
		return n
	}
	n := &node{section: section, id: len(e.nodes), parts: parts, height: height}
	for _, p := range parts {
		if child, ok := p.(*node); ok {
			child.uses++
		}
	}
	e.pools[section].byKey[key.String()] = n
	e.nodes = append(e.nodes, n)
	return n
}

// layOut gives every node its place: those that others refer to before them,
// as a reference is as long as the offset is large, and among those the most
// used first, where offsets are short.
func (e *encoder) layOut() {
	order := slices.Clone(e.nodes)
	slices.SortFunc(order, func(a, b *node) int {
		return cmp.Or(cmp.Compare(a.height, b.height), cmp.Compare(b.uses, a.uses), cmp.Compare(a.id, b.id))
	})
	for _, n := range order {
		out := e.pools[n.section].out
		n.off = uint32(len(out))
		for _, p := range n.parts {
			switch p := p.(type) {
			case byte:
				out = append(out, p)
			case int:
				out = binary.AppendUvarint(out, uint64(p))
			case string:
				out = append(out, p...)
			case *node:
				out = binary.AppendUvarint(out, uint64(p.off))
			}
		}
		e.pools[n.section].out = out
	}
}

func (e *encoder) str(s string) *node { return e.node(format.Strings, len(s), s) }

func (e *encoder) block(b *block) *node {
	head := 2 * len(b.attrs)
	if b.deprecated {
		head++
	}
	parts := []any{head}
	for _, name := range names(b.attrs) {
		parts = append(parts, e.attr(name, b.attrs[name]))
	}
	parts = append(parts, len(b.blocks))
	for _, name := range names(b.blocks) {
		n := b.blocks[name]
		parts = append(parts, e.node(format.Nested, e.str(name), int(n.nesting), n.min, n.max, e.block(n.block)))
	}
	return e.node(format.Blocks, parts...)
}

func (e *encoder) attr(name string, a *attr) *node {
	parts := []any{e.str(name), a.flags}
	if a.has(format.HasNested) {
		parts = append(parts, int(a.nesting), e.block(a.nested))
	} else {
		parts = append(parts, e.typ(a.typ))
	}
	if a.has(format.HasDefault) {
		parts = append(parts, e.str(a.def))
	}
	return e.node(format.Attrs, parts...)
}

func (e *encoder) typ(t cty.Type) *node {
	kind := func(k int, parts ...any) *node {
		return e.node(format.Types, append([]any{byte(k)}, parts...)...)
	}
	switch {
	case t == cty.Bool:
		return kind(format.Bool)
	case t == cty.Number:
		return kind(format.Number)
	case t == cty.String:
		return kind(format.String)
	case t == cty.DynamicPseudoType:
		return kind(format.Dynamic)
	case t.IsListType():
		return kind(format.List, e.typ(t.ElementType()))
	case t.IsSetType():
		return kind(format.Set, e.typ(t.ElementType()))
	case t.IsMapType():
		return kind(format.Map, e.typ(t.ElementType()))
	case t.IsTupleType():
		parts := []any{len(t.TupleElementTypes())}
		for _, elem := range t.TupleElementTypes() {
			parts = append(parts, e.typ(elem))
		}
		return kind(format.Tuple, parts...)
	case t.IsObjectType():
		attrs := t.AttributeTypes()
		parts := []any{len(attrs)}
		for _, name := range names(attrs) {
			optional := byte(0)
			if t.AttributeOptional(name) {
				optional = 1
			}
			parts = append(parts, e.str(name), optional, e.typ(attrs[name]))
		}
		return kind(format.Object, parts...)
	}
	panic(fmt.Sprintf("type %#v has no encoding", t))
}
