// Package schema knows what Terraform's AWS provider says of each resource
// type: which attributes and blocks it has, their types, which of them are
// required, computed, sensitive or write-only, and the values that the
// provider gives to those left out.
//
// Start with [Resource], [Data] or [Ephemeral]; each answers with the [Block]
// of one type, or nil when the type is not known. Callers treat an unknown
// type by the shape of its values.
//
// The facts are generated (see gen/) from the output of
//
//	terraform providers schema -json
//
// for hashicorp/aws, whose version [AWSVersion] returns, and for Terraform's
// built-in provider. A few types of the helper providers (random, null, tls,
// local, archive, time, external, http, cloudinit, template) come from the
// hand-written helpers.txt. The schema does not carry the defaults that the
// provider's code applies, so they are learnt from plans and kept in
// defaults.tsv.
//
// The table is embedded in a form that is read in place. A type is decoded
// when it is first asked for and kept; nothing is done at start-up. All
// functions may be called concurrently, and all results are shared and must not be
// modified.
package schema

import (
	"sort"
	"sync"

	"github.com/zclconf/go-cty/cty"
)

//go:generate go run ./gen

// Nesting says how the instances of a nested block, or the objects of a nested
// attribute, make up one value.
type Nesting uint8

const (
	// Single is at most one object, null when absent.
	Single Nesting = iota
	// Group is exactly one object, present even when it is not written.
	Group
	// List is a list of objects.
	List
	// Set is a set of objects.
	Set
	// Map is a map of objects; for a block, its label is the key.
	Map
)

// String returns the name that Terraform's schema JSON uses.
func (n Nesting) String() string {
	switch n {
	case Single:
		return "single"
	case Group:
		return "group"
	case List:
		return "list"
	case Set:
		return "set"
	case Map:
		return "map"
	}
	return "invalid"
}

// Block is the schema of a resource type, of a provider's configuration or of
// a nested block. Attributes and Blocks are sorted by name.
type Block struct {
	Attributes []Attribute
	Blocks     []NestedBlock

	// Deprecated says that the provider wants the whole block gone.
	Deprecated bool

	implied *impliedType // nil for a block that was not decoded from the table
}

// Attribute is one argument or exported value of a block.
//
// Neither Required nor Optional means that only the provider sets it.
type Attribute struct {
	Name string

	// Type is the type of the value. For a nested attribute it is the
	// matching object or collection type, in which the attributes that a
	// configuration may leave out are optional in the sense of
	// [cty.ObjectWithOptionalAttrs]; use [Block.ImpliedType] for a type
	// without such marks, which values can have.
	Type cty.Type

	Required   bool // must be set in the configuration
	Optional   bool // may be set in the configuration
	Computed   bool // the provider sets it when the configuration does not
	Sensitive  bool // must not be shown
	WriteOnly  bool // is never stored in plan or state
	Deprecated bool

	// Default is what the provider uses when the configuration says nothing.
	// It is a known primitive value of type Type, or cty.NilVal when there is
	// no default, or none is known.
	Default cty.Value

	// Nested describes the objects of an attribute that has attributes of its
	// own (the plugin framework's nested attributes), nil for all others. An
	// attribute whose Type merely is an object type has no more to say than
	// that type, so its Nested is nil.
	Nested *Block
	// Nesting says how the objects of Nested make up the value.
	Nesting Nesting
}

// IsSet reports whether the value is a set, so that order and repetition of
// its elements mean nothing.
func (a *Attribute) IsSet() bool { return a.Type.IsSetType() }

// IsBlockSyntax reports whether the attribute is a collection of objects, to
// which Terraform also assigns what is written in block syntax
// ("attributes as blocks", like ingress of aws_security_group).
func (a *Attribute) IsBlockSyntax() bool {
	return a.Nested == nil && (a.Type.IsListType() || a.Type.IsSetType()) && a.Type.ElementType().IsObjectType()
}

// NestedBlock is a kind of block that another block may contain.
type NestedBlock struct {
	Name    string
	Nesting Nesting
	Block   Block

	// MinItems and MaxItems bound the number of blocks. A MaxItems of zero
	// means no bound.
	MinItems, MaxItems int
}

// IsSet reports whether the blocks are a set, so that their order and
// repetition mean nothing.
func (b *NestedBlock) IsSet() bool { return b.Nesting == Set }

// Attribute returns the attribute of that name, or nil. It may be called on a
// nil block, which has none.
func (b *Block) Attribute(name string) *Attribute {
	if b == nil {
		return nil
	}
	i := sort.Search(len(b.Attributes), func(i int) bool { return b.Attributes[i].Name >= name })
	if i == len(b.Attributes) || b.Attributes[i].Name != name {
		return nil
	}
	return &b.Attributes[i]
}

// Block returns the nested block of that name, or nil. It may be called on a
// nil block, which has none.
func (b *Block) Block(name string) *NestedBlock {
	if b == nil {
		return nil
	}
	i := sort.Search(len(b.Blocks), func(i int) bool { return b.Blocks[i].Name >= name })
	if i == len(b.Blocks) || b.Blocks[i].Name != name {
		return nil
	}
	return &b.Blocks[i]
}

// IsSet reports whether the attribute or nested block of that name is a set.
func (b *Block) IsSet(name string) bool {
	if a := b.Attribute(name); a != nil {
		return a.IsSet()
	}
	if n := b.Block(name); n != nil {
		return n.IsSet()
	}
	return false
}

// impliedType is shared by all copies of a Block.
type impliedType struct {
	once sync.Once
	typ  cty.Type
}

// ImpliedType returns the type of a value of the whole block as plan and state
// hold it: an object with all attributes and all nested blocks, blocks as
// their nesting mode has them. As in Terraform, blocks of a list or map whose
// content has no fixed type are of the dynamic pseudo-type.
//
// The type of a table entry is made once; note that for the largest resources
// (aws_quicksight_dashboard, aws_wafv2_web_acl) comparing two such types is
// slow although making one is not.
func (b *Block) ImpliedType() cty.Type {
	if b.implied == nil {
		return b.impliedType()
	}
	b.implied.once.Do(func() { b.implied.typ = b.impliedType() })
	return b.implied.typ
}

func (b *Block) impliedType() cty.Type {
	types := make(map[string]cty.Type, len(b.Attributes)+len(b.Blocks))
	for i := range b.Attributes {
		types[b.Attributes[i].Name] = b.Attributes[i].Type.WithoutOptionalAttributesDeep()
	}
	for i := range b.Blocks {
		n := &b.Blocks[i]
		elem := n.Block.ImpliedType()
		if (n.Nesting == List || n.Nesting == Map) && elem.HasDynamicTypes() {
			types[n.Name] = cty.DynamicPseudoType
			continue
		}
		types[n.Name] = n.Nesting.of(elem)
	}
	return cty.Object(types)
}

// of returns the type of a value whose objects have type elem.
func (n Nesting) of(elem cty.Type) cty.Type {
	switch n {
	case List:
		return cty.List(elem)
	case Set:
		return cty.Set(elem)
	case Map:
		return cty.Map(elem)
	}
	return elem
}
