package schema

import (
	_ "embed"
	"sort"
	"sync"
	"sync/atomic"

	"github.com/zclconf/go-cty/cty"

	"merlon/internal/schema/internal/format"
)

// raw is the table, written by gen in the form that package format describes.
// It is a string, so names can be cut out of it without copying.
//
//go:embed table.bin
var raw string

// AWSVersion returns the version of hashicorp/aws that the table describes.
func AWSVersion() string {
	t := open()
	return t.str(t.version)
}

// Resource returns the schema of a managed resource type, or nil if the table
// does not have it.
func Resource(typ string) *Block { return open().index[format.Managed].lookup(typ) }

// Data returns the schema of a data source, or nil if the table does not have
// it.
func Data(typ string) *Block { return open().index[format.Data].lookup(typ) }

// Ephemeral returns the schema of an ephemeral resource type, or nil if the
// table does not have it.
func Ephemeral(typ string) *Block { return open().index[format.Ephemeral].lookup(typ) }

// ProviderConfig returns the schema of the provider block of the provider of
// that name ("aws"), or nil if the table does not have it.
func ProviderConfig(name string) *Block { return open().index[format.Provider].lookup(name) }

// Types returns the managed resource types of the table, sorted. The slice is
// the caller's.
func Types() []string { return open().index[format.Managed].names() }

// DataTypes returns the data sources of the table, sorted. The slice is the
// caller's.
func DataTypes() []string { return open().index[format.Data].names() }

// EphemeralTypes returns the ephemeral resource types of the table, sorted.
// The slice is the caller's.
func EphemeralTypes() []string { return open().index[format.Ephemeral].names() }

// table is an opened table with what has been decoded of it so far.
type table struct {
	strings, types, attrs, nested, blocks string

	version uint32
	index   [format.Kinds]index

	// Decoding is quick (microseconds) and happens once for each node, so
	// one lock will do. Finished types are found without it.
	mu           sync.Mutex
	decodedBlock map[uint32]Block
	decodedType  map[uint32]cty.Type
}

// index finds the blocks of one kind by name. Its entries are sorted by name
// and have a fixed size: offset of the name, offset of the block.
type index struct {
	t       *table
	entries string
	slots   []atomic.Pointer[Block]
}

// open returns the table, ready to look up types. It decodes the header only.
var open = sync.OnceValue(func() *table { return newTable(raw) })

func newTable(raw string) *table {
	var h [format.HeaderWords]uint32
	for i := range h {
		h[i] = u32(raw, len(format.Magic)+4*i)
	}
	section := func(i int) string { return raw[h[i]:h[i+1]] }
	t := &table{
		strings:      section(format.Strings),
		types:        section(format.Types),
		attrs:        section(format.Attrs),
		nested:       section(format.Nested),
		blocks:       section(format.Blocks),
		version:      h[format.Version],
		decodedBlock: make(map[uint32]Block),
		decodedType:  make(map[uint32]cty.Type),
	}
	for k := range t.index {
		entries := section(format.Index + k)
		t.index[k] = index{t: t, entries: entries, slots: make([]atomic.Pointer[Block], len(entries)/format.EntrySize)}
	}
	return t
}

func (x *index) name(i int) string { return x.t.str(u32(x.entries, i*format.EntrySize)) }

func (x *index) names() []string {
	names := make([]string, len(x.slots))
	for i := range names {
		names[i] = x.name(i)
	}
	return names
}

func (x *index) lookup(name string) *Block {
	i := sort.Search(len(x.slots), func(i int) bool { return x.name(i) >= name })
	if i == len(x.slots) || x.name(i) != name {
		return nil
	}
	if b := x.slots[i].Load(); b != nil {
		return b
	}
	x.t.mu.Lock()
	defer x.t.mu.Unlock()
	if b := x.slots[i].Load(); b != nil {
		return b // another goroutine was quicker; all callers get one pointer
	}
	b := x.t.block(u32(x.entries, i*format.EntrySize+4))
	x.slots[i].Store(&b)
	return &b
}

// str returns the string at offset off, cut out of the table.
func (t *table) str(off uint32) string {
	r := reader{t.strings, int(off)}
	n := r.int()
	return r.s[r.pos : r.pos+n]
}

// block decodes the block at offset off. The caller holds t.mu.
func (t *table) block(off uint32) Block {
	if b, ok := t.decodedBlock[off]; ok {
		return b
	}
	r := reader{t.blocks, int(off)}
	n := r.int()
	b := Block{Deprecated: n&1 != 0, implied: new(impliedType)}
	if n >>= 1; n > 0 {
		b.Attributes = make([]Attribute, n)
		for i := range b.Attributes {
			t.attr(r.uint(), &b.Attributes[i])
		}
	}
	if n := r.int(); n > 0 {
		b.Blocks = make([]NestedBlock, n)
		for i := range b.Blocks {
			t.nestedBlock(r.uint(), &b.Blocks[i])
		}
	}
	t.decodedBlock[off] = b
	return b
}

func (t *table) nestedBlock(off uint32, b *NestedBlock) {
	r := reader{t.nested, int(off)}
	b.Name = t.str(r.uint())
	b.Nesting = Nesting(r.int())
	b.MinItems = r.int()
	b.MaxItems = r.int()
	b.Block = t.block(r.uint())
}

func (t *table) attr(off uint32, a *Attribute) {
	r := reader{t.attrs, int(off)}
	a.Name = t.str(r.uint())
	flags := r.byte()
	a.Required = flags&format.Required != 0
	a.Optional = flags&format.Optional != 0
	a.Computed = flags&format.Computed != 0
	a.Sensitive = flags&format.Sensitive != 0
	a.WriteOnly = flags&format.WriteOnly != 0
	a.Deprecated = flags&format.Deprecated != 0
	if flags&format.HasNested != 0 {
		a.Nesting = Nesting(r.int())
		b := t.block(r.uint())
		a.Nested = &b
		a.Type = a.Nesting.of(b.configType())
	} else {
		a.Type = t.typ(r.uint())
	}
	if flags&format.HasDefault != 0 {
		a.Default = t.defaultValue(r.uint(), a.Type)
	}
}

// configType is the type of the objects of a nested attribute, in which what a
// configuration may leave out is optional.
func (b *Block) configType() cty.Type {
	types := make(map[string]cty.Type, len(b.Attributes))
	var optional []string
	for i := range b.Attributes {
		a := &b.Attributes[i]
		types[a.Name] = a.Type
		if !a.Required {
			optional = append(optional, a.Name)
		}
	}
	return cty.ObjectWithOptionalAttrs(types, optional)
}

// defaultValue reads the default at offset off of the strings. The generator
// has checked that it converts.
func (t *table) defaultValue(off uint32, typ cty.Type) cty.Value {
	s := t.str(off)
	switch typ {
	case cty.Bool:
		return cty.BoolVal(s == "true")
	case cty.Number:
		return cty.MustParseNumberVal(s)
	}
	return cty.StringVal(s)
}

// typ decodes the type at offset off. The caller holds t.mu.
func (t *table) typ(off uint32) cty.Type {
	if typ, ok := t.decodedType[off]; ok {
		return typ
	}
	r := reader{t.types, int(off)}
	var typ cty.Type
	switch r.byte() {
	case format.Bool:
		typ = cty.Bool
	case format.Number:
		typ = cty.Number
	case format.String:
		typ = cty.String
	case format.List:
		typ = cty.List(t.typ(r.uint()))
	case format.Set:
		typ = cty.Set(t.typ(r.uint()))
	case format.Map:
		typ = cty.Map(t.typ(r.uint()))
	case format.Tuple:
		elems := make([]cty.Type, r.int())
		for i := range elems {
			elems[i] = t.typ(r.uint())
		}
		typ = cty.Tuple(elems)
	case format.Object:
		n := r.int()
		attrs := make(map[string]cty.Type, n)
		var optional []string
		for range n {
			name := t.str(r.uint())
			if r.byte() != 0 {
				optional = append(optional, name)
			}
			attrs[name] = t.typ(r.uint())
		}
		typ = cty.ObjectWithOptionalAttrs(attrs, optional)
	default:
		typ = cty.DynamicPseudoType
	}
	t.decodedType[off] = typ
	return typ
}

// reader reads numbers from one section. The table is part of the program, so
// it is trusted: a damaged one would panic.
type reader struct {
	s   string
	pos int
}

func (r *reader) byte() byte {
	b := r.s[r.pos]
	r.pos++
	return b
}

func (r *reader) uint() uint32 {
	var v uint32
	for shift := 0; ; shift += 7 {
		b := r.byte()
		v |= uint32(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
}

func (r *reader) int() int { return int(r.uint()) }

func u32(s string, pos int) uint32 {
	s = s[pos : pos+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
