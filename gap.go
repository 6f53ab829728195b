package merlon

import (
	"cmp"
	"slices"
)

// A GapKind groups gaps by what the reader can do about them.
type GapKind string

// The kinds of gap.
const (
	GapSyntax      GapKind = "syntax"      // a file that does not parse
	GapModule      GapKind = "module"      // a module whose source is not here
	GapReference   GapKind = "reference"   // a name that nothing declares, or a cycle
	GapEvaluation  GapKind = "evaluation"  // an expression that fails
	GapVariable    GapKind = "variable"    // a value that was asked for and not given
	GapFile        GapKind = "file"        // a file that cannot be read or may not be
	GapLimit       GapKind = "limit"       // a bound on size, depth, count or time
	GapCheck       GapKind = "check"       // a check that failed
	GapSuppression GapKind = "suppression" // an ignore that is malformed or names nothing
	GapAccess      GapKind = "access"      // an API that refused us
	GapChoice      GapKind = "choice"      // left out on purpose: examples, modules alone
)

// A Gap is a part of the input that was not evaluated. Gaps are never silent:
// they are in every report, and --strict makes them an exit code.
type Gap struct {
	Kind GapKind
	// Summary says what was not evaluated, in one line without a full stop.
	Summary string
	// Detail says why, and what to do about it. It may be empty.
	Detail string
	Range  Range
	// Address is the resource or module that it is about, if any.
	Address string
}

// SortGaps orders gaps by position and text and drops repeated ones.
func SortGaps(gaps []Gap) []Gap {
	slices.SortFunc(gaps, func(a, b Gap) int {
		return cmp.Or(
			a.Range.Compare(b.Range),
			cmp.Compare(a.Kind, b.Kind),
			cmp.Compare(a.Summary, b.Summary),
			cmp.Compare(a.Address, b.Address),
			cmp.Compare(a.Detail, b.Detail),
		)
	})
	return slices.Compact(gaps)
}
