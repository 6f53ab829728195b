// Package format is the layout of the schema table, shared by its reader
// (package schema) and its writer (schema/gen).
//
// A table is the [Magic], then [HeaderWords] little-endian 32-bit words, then
// the sections. The header has the offset at which each section starts, in the
// order of the constants below, with the end of the last section after them,
// and then the string offset of the provider's version.
//
// All other numbers are unsigned varints. Every thing is stored once, and
// referred to by its offset in its section:
//
//	string:  length, bytes
//	type:    kind byte, then by kind: the element type; the number of elements
//	         and their types; the number of attributes and for each its name,
//	         a byte that is 1 if it is optional, and its type
//	attr:    name, flag byte, type (or, with HasNested, nesting mode and
//	         block), and with HasDefault the default as a string
//	nested:  name, nesting mode, MinItems, MaxItems, block
//	block:   twice the number of attributes, plus one if deprecated; the
//	         attributes; the number of nested blocks; the nested blocks
//	index:   [EntrySize] bytes an entry, sorted by name: the offsets of the name
//	         and of the block as 32-bit words
package format

// Magic starts every table. Its last byte is the version of the layout.
const Magic = "mschema\x01"

// Kinds of types that have an index each.
const (
	Managed = iota
	Data
	Ephemeral
	Provider
	Kinds
)

// Words of the header.
const (
	Strings = iota
	Types
	Attrs
	Nested
	Blocks
	Index // first of [Kinds] sections
	End   = Index + Kinds

	Version     = End + 1
	HeaderWords = Version + 1
)

// EntrySize is the size of an entry of an index.
const EntrySize = 8

// Flags of an attribute.
const (
	Required = 1 << iota
	Optional
	Computed
	Sensitive
	WriteOnly
	Deprecated
	HasDefault
	HasNested
)

// Kinds of types.
const (
	Bool = iota
	Number
	String
	Dynamic
	List
	Set
	Map
	Tuple
	Object
)
