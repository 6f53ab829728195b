package merlon

import (
	"iter"
	"strings"
	"time"

	"github.com/zclconf/go-cty/cty"
)

// A Mode says what sort of object a resource is.
type Mode uint8

// The modes of a resource.
const (
	Managed    Mode = iota // a resource block: an object that somebody creates
	Data                   // a data block: an answer that is read
	Ephemeral              // an ephemeral block: a value that is never stored
	Configured             // a provider block: how a provider reaches its API
	Input                  // a variable block, of type "input": what files say of its value
)

// String gives the word that Terraform uses in its JSON.
func (m Mode) String() string {
	switch m {
	case Data:
		return "data"
	case Ephemeral:
		return "ephemeral"
	case Configured:
		return "provider"
	case Input:
		return "variable"
	default:
		return "managed"
	}
}

// A Source is what an estate was read from.
type Source string

// The sources of an estate.
const (
	SourceCode      Source = "code"
	SourcePlan      Source = "plan"
	SourceState     Source = "state"
	SourceLive      Source = "live"
	SourceContainer Source = "container"
)

// A Resource is one object of an estate: one instance, where Terraform's
// count or for_each makes several of a block. It is immutable once its Estate
// is built.
type Resource struct {
	// Address is unique within an estate:
	// module.shop["eu"].aws_s3_bucket.logs[0].
	Address string
	// Module is the address of the module instance, empty for the root.
	Module string
	Mode   Mode
	Type   string
	Name   string
	// Key is the instance key: a number, a string, or cty.NilVal for none.
	Key cty.Value
	// Partial is set where count or for_each is unknown: the resource stands
	// for any number of instances, none included.
	Partial bool

	Provider *Provider
	Origin   Origin
	Body     *Block
	// Rules are the lifecycle block's flags, nil without. Only code has them.
	Rules *Block

	// Formerly lists addresses that the resource was moved from, newest first.
	Formerly []string

	estate  *Estate
	derived derivations
}

// A Provider is the configured provider that a resource belongs to.
type Provider struct {
	// Name is the provider's local type name, "aws".
	Name string
	// Alias is empty for the default configuration.
	Alias string
	// Region and Account are empty where they are not known.
	Region  string
	Account string
	// DefaultTags are the tags that the provider adds to whatever can carry
	// them. It is cty.NilVal without any, and unknown where they are unknown.
	DefaultTags cty.Value
}

// An Origin tells where a resource came from.
type Origin struct {
	Source Source
	// Root is the root module's directory below the scanned one, "." for itself.
	Root string
	// Range is the whole block in code and Header its first line.
	Range  Range
	Header Range
	// Calls are the module calls around the block, innermost first.
	Calls []Call
	// Serial is the state's serial number, Read the time of a live reading.
	Serial uint64
	Read   time.Time
}

// A Call is a module block that a resource was reached through.
type Call struct {
	// Address is the address of the called module instance.
	Address string
	Range   Range
	Header  Range
}

// Region is the region the resource is in, as far as the provider or an
// attribute says; empty where unknown.
func (r *Resource) Region() string {
	if s, ok := r.Attr("region").Text(); ok {
		return s
	}
	if r.Provider != nil {
		return r.Provider.Region
	}
	return ""
}

// IsDeclared reports whether the place of the resource in code is known: it was
// read from code, or led back to it.
func (r *Resource) IsDeclared() bool { return r.Origin.Header.Start.Line > 0 }

// Clone is the resource outside of its estate, for one that builds another. The
// body is shared.
func (r *Resource) Clone() *Resource {
	return &Resource{
		Address: r.Address, Module: r.Module, Mode: r.Mode, Type: r.Type, Name: r.Name, Key: r.Key, Partial: r.Partial,
		Provider: r.Provider, Origin: r.Origin, Body: r.Body, Rules: r.Rules, Formerly: r.Formerly,
	}
}

// Estate is the estate that the resource is part of.
func (r *Resource) Estate() *Estate { return r.estate }

// Whole is the resource's body as a value, for code that walks all of it.
func (r *Resource) Whole() Value {
	return Value{res: r, block: r.Body, rng: r.Origin.Header, set: true}
}

// Lifecycle is a flag of the resource's lifecycle block, such as
// create_before_destroy: null where nobody set it, and on sources that have
// no such block (see [Origin.Source]).
func (r *Resource) Lifecycle(name string) Value {
	v := Value{res: r, block: r.Rules, rng: r.Origin.Header, path: "lifecycle", set: r.Rules != nil}
	return v.Attr(name)
}

// Attr finds an attribute or block by its path of names. Where the path meets
// a block or a list it goes on in the first element, so single blocks need no
// index: Attr("versioning_configuration", "status"). The value of an absent
// attribute is null and stands at the header of the block it is missing from.
func (r *Resource) Attr(path ...string) Value { return r.Whole().Attr(path...) }

// All yields every value at a path of names, going through all elements of
// the blocks, lists, sets and maps on the way: All("ingress", "cidr_blocks")
// yields the attribute of each ingress block. Absent values are not yielded,
// except the last attribute of an element that exists: it is null there.
func (r *Resource) All(path ...string) iter.Seq[Value] { return r.Whole().All(path...) }

// Elements yields the blocks or elements below one name; see [Value.Elements].
func (r *Resource) Elements(path ...string) iter.Seq[Value] {
	return func(yield func(Value) bool) {
		for v := range r.All(path...) {
			for e := range v.Elements() {
				if !yield(e) {
					return
				}
			}
		}
	}
}

// Label is the type and name as code writes them, without module and key:
// what a person calls the resource.
func (r *Resource) Label() string {
	switch {
	case r.Mode == Managed:
		return r.Type + "." + r.Name
	case r.Mode == Input:
		return "var." + r.Name
	case r.Mode == Configured && r.Name == "":
		return r.Mode.String() + "." + r.Type
	}
	return r.Mode.String() + "." + r.Type + "." + r.Name
}

// ConfigAddress is the address without instance keys: the block in the code.
func (r *Resource) ConfigAddress() string { return StripKeys(r.Address) }

// StripKeys removes the instance keys from an address.
func StripKeys(address string) string {
	if !strings.Contains(address, "[") {
		return address
	}
	var b strings.Builder
	depth, quoted := 0, false
	for i := 0; i < len(address); i++ {
		c := address[i]
		switch {
		case quoted && c == '\\':
			i++
		case depth > 0 && c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			depth++
		case c == ']' && depth > 0:
			depth--
		case depth == 0:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// A Block is a body of attributes and nested blocks: a resource's own, or a
// nested one's. Sources fill it in; checks read it through [Value].
type Block struct {
	// Range is the whole block and Header its first line.
	Range  Range
	Header Range
	// Attributes are sorted by name. Nested blocks of one type are one entry.
	Attributes []Attribute
	// Cause is set where a dynamic block made this one: where its element
	// came from.
	Cause *Cause
}

// Find returns the attribute or block type of that name, or nil.
func (b *Block) Find(name string) *Attribute {
	if b == nil {
		return nil
	}
	lo, hi := 0, len(b.Attributes)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if b.Attributes[mid].Name < name {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(b.Attributes) && b.Attributes[lo].Name == name {
		return &b.Attributes[lo]
	}
	return nil
}

// An Attribute is a named value of a block, or all nested blocks of one type.
type Attribute struct {
	Name string
	// Value is the attribute's value without marks. It is cty.NilVal when the
	// entry holds nested blocks.
	Value cty.Value
	// Blocks are the nested blocks in order. More is set where there may be
	// other ones too, or none: a dynamic block over an unknown collection. The
	// last block then is the representative of what may come.
	Blocks []*Block
	More   bool
	// Computed is set where nobody set the attribute and the provider will: its
	// value is unknown. Defaulted is set where the provider gives a null its
	// default, which is the value. Checks see either as absent.
	Computed, Defaulted bool
	// Sensitive is set where the schema or the code says that the value must
	// not be shown, and Secret where the code itself says so.
	Sensitive, Secret bool

	// Range is the value's expression, or the first block's header.
	Range Range
	// Refs are the resources that the value derives from.
	Refs []Ref
	// Cause leads to where the value was set; nil for a literal in place.
	Cause *Cause
	// Document is set for an unknown string that is known in parts: its text
	// with a placeholder (see [Placeholder]) for each part that is not.
	Document string
}

// IsBlocks reports whether the entry holds nested blocks.
func (a *Attribute) IsBlocks() bool { return a.Value == cty.NilVal }

// A Ref is a link: a value derives from an attribute of another resource.
type Ref struct {
	Target *Resource
	// Attribute is the attribute of the target that was used ("id", "arn"),
	// empty where the whole object was.
	Attribute string
}

// Placeholder gives the text that stands, inside an [Attribute.Document], for
// a part that is not known: the expression it comes from in brackets that
// occur in no ARN, policy or name.
func Placeholder(expression string) string { return "⟦" + expression + "⟧" }

// HasPlaceholder reports whether the text has an unknown part.
func HasPlaceholder(text string) bool { return strings.Contains(text, "⟦") }
