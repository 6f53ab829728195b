package engine

import (
	"strconv"
	"strings"

	"merlon"
)

// A spot is where a comment stands and the code that it is about.
type spot struct {
	file     string
	first    int32 // the comment's own lines
	last     int32
	code     int32 // the line of code it stands on or above, 0 for none
	trailing bool
}

func spotOf(c merlon.Comment) spot {
	s := spot{file: c.Range.File, first: c.Range.Start.Line, last: c.Range.End.Line, code: c.Next, trailing: c.Trailing}
	if c.Range.End.Column <= 1 {
		s.last-- // HCL counts the line break to a comment that ends its line
	}
	s.last = max(s.first, s.last)
	if c.Trailing {
		s.code = c.Range.Start.Line
	}
	return s
}

// A site is where a finding stands: its own place, the blocks around it, and
// the module calls it was reached through.
type site struct {
	leaf merlon.Range
	// lines are places that a comment on their line covers.
	lines []merlon.Range
	// blocks are the blocks around the leaf, innermost first; the last one of
	// each resource is the resource's own.
	blocks []*merlon.Block
	owners []*merlon.Resource
	calls  []merlon.Call
}

// siteOf finds where a finding stands. Where it points into a companion, the
// companion's blocks are around it too.
func siteOf(f *merlon.Finding) site {
	s := site{leaf: f.Range}
	s.lines = append(s.lines, f.Range)
	for _, cause := range f.Cause {
		switch cause.Kind {
		case merlon.CauseArgument, merlon.CauseDefault, merlon.CauseLocal, merlon.CauseTFVars:
			s.lines = append(s.lines, cause.Range)
		}
	}
	if f.Resource == nil {
		return s
	}
	s.calls = f.Resource.Origin.Calls
	elsewhere := false
	for _, r := range f.Related {
		elsewhere = elsewhere || r.Origin.Range.Contains(f.Range) && !f.Resource.Origin.Range.Contains(f.Range)
	}
	path := f.Path
	if elsewhere {
		path = "" // it is a path in the companion
	}
	s.add(f.Resource, path)
	for _, r := range f.Related {
		if r != f.Resource && r.Origin.Range.Contains(f.Range) {
			s.add(r, f.Path)
		}
	}
	return s
}

func (s *site) add(r *merlon.Resource, path string) {
	s.owners = append(s.owners, r)
	own := &merlon.Block{Range: r.Origin.Range, Header: r.Origin.Header}
	if r.Body != nil {
		own.Attributes = r.Body.Attributes
	}
	s.blocks = append(s.blocks, enclosing(own, s.leaf, path, 0)...)
	s.blocks = append(s.blocks, own)
}

// maxDepth bounds the nesting that is walked.
const maxDepth = 64

// enclosing are the blocks below b around a range, innermost first. The path
// tells blocks apart that one dynamic block made, and finds them where nothing
// has a place in a file.
func enclosing(b *merlon.Block, rng merlon.Range, path string, depth int) []*merlon.Block {
	if depth > maxDepth {
		return nil
	}
	name, index, rest := cutPath(path)
	if a := b.Find(name); a != nil && index < len(a.Blocks) {
		nested := a.Blocks[index]
		if around(nested, rng) || nested.Range.IsZero() || rng.IsZero() {
			return append(enclosing(nested, rng, rest, depth+1), nested)
		}
	}
	for i := range b.Attributes {
		for _, nested := range b.Attributes[i].Blocks {
			if around(nested, rng) {
				return append(enclosing(nested, rng, "", depth+1), nested)
			}
		}
	}
	return nil
}

// cutPath takes the first step off a path: "ingress[1].cidr_blocks". A step
// without an index is the first block.
func cutPath(path string) (name string, index int, rest string) {
	step, rest, _ := strings.Cut(path, ".")
	name, digits, found := strings.Cut(step, "[")
	if !found {
		return name, 0, rest
	}
	digits, _ = strings.CutSuffix(digits, "]")
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 {
		return "", 0, ""
	}
	return name, n, rest
}

// around also looks at columns where lines do not decide: several blocks may
// share a line.
func around(b *merlon.Block, rng merlon.Range) bool {
	r := b.Range
	if !r.Contains(rng) {
		return false
	}
	if r.Start.Line == rng.Start.Line && rng.Start.Column < r.Start.Column {
		return false
	}
	return r.End.Line != rng.End.Line || r.End.Column == 0 || rng.End.Column <= r.End.Column
}

// covers says whether a comment that stands there covers the finding, by its
// place alone.
func (s *site) covers(place placement, at spot) bool {
	switch place {
	case onFile:
		return s.inFile(at.file)
	case onLine:
		return s.leaf.File == at.file && (s.leaf.Start.Line == at.code && at.code != 0 || s.leaf.Start.Line == at.first)
	case insideBlock:
		return s.coversInside(at)
	case onCodeOrInside:
		return s.coversCode(at) || s.coversAround(at)
	default:
		return s.coversCode(at)
	}
}

func (s *site) inFile(file string) bool {
	if s.leaf.File == file {
		return true
	}
	for _, r := range s.owners {
		if r.Origin.Range.File == file {
			return true
		}
	}
	return false
}

// coversCode is about the line of code that the comment stands on or above.
func (s *site) coversCode(at spot) bool {
	if at.code == 0 {
		return false
	}
	for _, rng := range s.lines {
		if rng.File == at.file && rng.Start.Line <= at.code && at.code <= max(rng.End.Line, rng.Start.Line) {
			return true
		}
	}
	for _, b := range s.blocks {
		if startsAt(b.Range, b.Header, at) || b.Cause != nil && leadsIn(b, at) {
			return true
		}
	}
	for _, call := range s.calls {
		if startsAt(call.Range, call.Header, at) {
			return true
		}
	}
	return false
}

func startsAt(rng, header merlon.Range, at spot) bool {
	if rng.IsZero() {
		rng = header
	}
	return rng.File == at.file && rng.Start.Line == at.code && !rng.IsZero()
}

// leadsIn reports whether the code line is in the part of a dynamic block that
// comes before the content's own lines: its for_each, or the content's header.
func leadsIn(b *merlon.Block, at spot) bool {
	if b.Range.File != at.file || at.code < b.Range.Start.Line {
		return false
	}
	first := b.Range.End.Line
	for i := range b.Attributes {
		a := &b.Attributes[i]
		for _, rng := range append([]merlon.Range{a.Range}, blockRanges(a)...) {
			if b.Range.Contains(rng) {
				first = min(first, rng.Start.Line)
			}
		}
	}
	return at.code < first
}

func blockRanges(a *merlon.Attribute) []merlon.Range {
	ranges := make([]merlon.Range, len(a.Blocks))
	for i, b := range a.Blocks {
		ranges[i] = b.Range
	}
	return ranges
}

// coversInside is the rule of Checkov and Terrascan: anywhere inside the
// resource, or the module call, is about all of it.
func (s *site) coversInside(at spot) bool {
	for _, r := range s.owners {
		if within(r.Origin.Range, at) {
			return true
		}
	}
	for _, call := range s.calls {
		if within(call.Range, at) {
			return true
		}
	}
	return false
}

func within(rng merlon.Range, at spot) bool {
	return !rng.IsZero() && rng.File == at.file && rng.Start.Line <= at.first && at.last <= rng.End.Line
}

// coversAround is merlon's rule for a comment on lines of its own inside a
// block. It covers what is said of that block as a whole (of its header, where
// an absent attribute stands). It covers everything in the block if it stands
// before all code of the block and not above a nested block. In a module call
// it covers all that the module makes.
func (s *site) coversAround(at spot) bool {
	if at.trailing {
		return false
	}
	for _, call := range s.calls {
		if within(call.Range, at) && call.Range.Start.Line < at.first {
			return true
		}
	}
	for _, b := range s.blocks { // innermost around the finding first
		if !within(b.Range, at) || b.Range.Start.Line >= at.first {
			continue
		}
		if nestedAround(b, at) {
			return false // it is about a nested block that the finding is not in
		}
		if s.leaf.File == b.Range.File && s.leaf.Start.Line == b.Range.Start.Line {
			return true
		}
		return leads(b, at)
	}
	return false
}

// nestedAround reports whether a block below b is around the comment.
func nestedAround(b *merlon.Block, at spot) bool {
	for i := range b.Attributes {
		for _, nested := range b.Attributes[i].Blocks {
			if within(nested.Range, at) && nested.Range.Start.Line < at.first {
				return true
			}
		}
	}
	return false
}

// leads reports whether the comment stands before all code of the block, and
// not above a nested block.
func leads(b *merlon.Block, at spot) bool {
	for i := range b.Attributes {
		a := &b.Attributes[i]
		if !a.IsBlocks() {
			if a.Range.File == at.file && a.Range.Start.Line > b.Range.Start.Line && a.Range.Start.Line < at.first {
				return false
			}
			continue
		}
		for _, nested := range a.Blocks {
			if nested.Range.File == at.file && nested.Range.Start.Line <= at.code {
				return false
			}
		}
	}
	return true
}

// matches reports whether every condition holds in one of the blocks around
// the finding. An unknown value is not a match.
func (s *site) matches(conditions []Match, equal func(want, got string) bool) bool {
	for _, m := range conditions {
		if !s.match(m, equal) {
			return false
		}
	}
	return true
}

func (s *site) match(m Match, equal func(want, got string) bool) bool {
	path := strings.Split(m.Path, ".")
	for _, b := range s.blocks {
		for v := range (&merlon.Resource{Body: b}).All(path...) {
			for e := range v.Elements() {
				if text, ok := e.Text(); ok && equal(m.Value, text) {
					return true
				}
			}
		}
	}
	return false
}
