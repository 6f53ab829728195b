package merlon

import (
	"cmp"
	"strconv"
)

// Pos is a place in a file. Lines and columns count from 1; columns count
// Unicode characters as an editor shows them. The zero Pos is "nowhere".
type Pos struct {
	Line   int32
	Column int32
}

// Range is a stretch of a file, from Start up to but not including End. The
// zero Range is "nowhere": values of a live account have no place in a file.
type Range struct {
	// File is the path below the scanned directory, with forward slashes.
	File  string
	Start Pos
	End   Pos
}

// IsZero reports whether r is nowhere.
func (r Range) IsZero() bool { return r.File == "" }

// String gives "file:line", the form that editors and terminals make links of.
func (r Range) String() string {
	if r.IsZero() {
		return ""
	}
	if r.Start.Line == 0 {
		return r.File
	}
	return r.File + ":" + strconv.Itoa(int(r.Start.Line))
}

// Compare orders ranges by file, then by position.
func (r Range) Compare(other Range) int {
	return cmp.Or(
		cmp.Compare(r.File, other.File),
		cmp.Compare(r.Start.Line, other.Start.Line),
		cmp.Compare(r.Start.Column, other.Start.Column),
		cmp.Compare(r.End.Line, other.End.Line),
		cmp.Compare(r.End.Column, other.End.Column),
	)
}

// Contains reports whether the other range lies on r's lines in the same file.
func (r Range) Contains(other Range) bool {
	return r.File == other.File && !r.IsZero() &&
		r.Start.Line <= other.Start.Line && other.End.Line <= r.End.Line
}

// A CauseKind says what sort of place a value passed through.
type CauseKind string

// The places a value can pass through on its way to an attribute.
const (
	CauseDefault     CauseKind = "variable default"
	CauseVariable    CauseKind = "variable" // declared without a value
	CauseTFVars      CauseKind = "tfvars"
	CauseEnvironment CauseKind = "environment"
	CauseCommandLine CauseKind = "command line"
	CauseArgument    CauseKind = "module argument"
	CauseLocal       CauseKind = "local"
	CauseOutput      CauseKind = "module output"
	CauseForEach     CauseKind = "for_each"
	CauseResource    CauseKind = "resource attribute"
)

// A Cause is one step of the way that a value took to an attribute. Next leads
// away from the attribute, towards the literal that started it; it is nil at
// that literal.
type Cause struct {
	Kind CauseKind
	// Name is what the step is called in code: "var.acl", "local.ports".
	Name  string
	Range Range
	Next  *Cause
}

// Outermost returns the last step of the chain: where a fix is made.
func (c *Cause) Outermost() *Cause {
	// A chain longer than this is a cycle that a source failed to cut.
	for range 1000 {
		if c == nil || c.Next == nil {
			break
		}
		c = c.Next
	}
	return c
}

// Chain returns the steps from the attribute outwards.
func (c *Cause) Chain() []Cause {
	var chain []Cause
	for ; c != nil && len(chain) < 1000; c = c.Next {
		chain = append(chain, Cause{Kind: c.Kind, Name: c.Name, Range: c.Range})
	}
	return chain
}
