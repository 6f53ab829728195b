package merlon

import "time"

// An Assessment is what a set of checks says of one estate: the result of a
// scan, and the input of every report.
type Assessment struct {
	Estate *Estate
	// Checks are the checks that ran, and Tallies, check by check, how many
	// questions of each ended how.
	Checks  []*Check
	Tallies []Tally
	// Findings are sorted; fails, undecided and suppressed ones. What passed is
	// only counted.
	Findings []*Finding
	// Gaps are the estate's, and those of checks that failed.
	Gaps []Gap
	// Notices are about the suppressions themselves: expired, stale, malformed.
	Notices []Gap
	Counts  Counts
	Elapsed time.Duration
}

// Counts are the numbers of an assessment.
type Counts struct {
	Resources   int // managed resource instances
	DataSources int
	Checks      int // checks that ran
	// Passed and the others count questions: one check asked of one resource.
	// A question with a fail is failed, else one with an unknown is undecided,
	// else one whose fails were all suppressed is suppressed.
	Passed     int
	Failed     int
	Undecided  int
	Suppressed int
	// BySeverity counts findings that fail, indexed by Severity.
	BySeverity [Critical + 1]int
}

// A Tally counts the questions of one check, one for each resource that it was
// asked about. What is in none of the others has passed.
type Tally struct {
	Asked, Failed, Undecided, Suppressed int
}

// A Comment is a comment of the source that may be a suppression.
type Comment struct {
	Range Range
	// Text is the comment without its marker, trimmed.
	Text string
	// Trailing is set where code stands before the comment on its line.
	Trailing bool
	// Next is the line of the first code after the comment, 0 at the end of
	// the file.
	Next int32
}
