package merlon

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"sync"
)

// A Result is what became of a question asked of a resource.
type Result string

// The results.
const (
	Fail       Result = "fail"       // the resource has the problem
	Passed     Result = "pass"       // it has not
	Undecided  Result = "undecided"  // the answer hangs on an unknown value
	Suppressed Result = "suppressed" // it has, and somebody accepted that
)

// A Finding is what a check says of one resource.
type Finding struct {
	Check    *Check
	Resource *Resource // nil for a question about the estate as a whole
	Result   Result
	Severity Severity
	// Message is the fact, in lower case and without a full stop:
	// bucket "logs" has no public access block.
	Message string
	// Path is the attribute inside the resource, empty for the resource.
	Path  string
	Range Range
	// Cause leads from the attribute to where its value was set.
	Cause []Cause
	// Related are companion resources that the finding is also about.
	Related []*Resource
	// Fix overrides the check's own remedy where the finding knows better.
	Fix string

	// Fingerprint names the finding across runs. It does not depend on files,
	// lines or wording. Formerly are the fingerprints it had under addresses
	// that the resource was moved from.
	Fingerprint string
	Formerly    []string

	// Suppression is set on suppressed findings.
	Suppression *Suppression

	facts []string
}

// A Suppression tells who accepted a finding, and why.
type Suppression struct {
	// Kind is "inline", "config", "ignore file" or "baseline".
	Kind   string
	Syntax string // whose syntax it is written in: "merlon", "tfsec", ...
	Reason string
	Owner  string
	Until  string // the last day it holds, yyyy-mm-dd, empty for ever
	Range  Range
}

// About adds companion resources that the finding is also about.
func (f *Finding) About(resources ...*Resource) *Finding {
	for _, r := range resources {
		if r != nil && r != f.Resource && !slices.Contains(f.Related, r) {
			f.Related = append(f.Related, r)
		}
	}
	return f
}

// At sets a severity other than the check's.
func (f *Finding) At(s Severity) *Finding {
	f.Severity = s
	return f
}

// WithFix sets a remedy other than the check's.
func (f *Finding) WithFix(fix string) *Finding {
	f.Fix = fix
	return f
}

// Address is the resource's address, empty for the estate as a whole.
func (f *Finding) Address() string {
	if f.Resource == nil {
		return ""
	}
	return f.Resource.Address
}

// Remedy is the finding's own fix, or the check's.
func (f *Finding) Remedy() string { return cmp.Or(f.Fix, f.Check.Fix) }

// CompareFindings orders by file, position, check, address and message, so
// that output never depends on scheduling.
func CompareFindings(a, b *Finding) int {
	return cmp.Or(
		a.Range.Compare(b.Range),
		cmp.Compare(a.Check.ID, b.Check.ID),
		CompareAddresses(a.Address(), b.Address()),
		cmp.Compare(a.Path, b.Path),
		cmp.Compare(a.Message, b.Message),
		slices.Compare(a.facts, b.facts),
	)
}

// SetFingerprints gives each finding its fingerprint. The findings must be
// sorted: findings that nothing but their order tells apart are numbered.
func SetFingerprints(findings []*Finding) {
	keys := make([][sha256.Size]byte, len(findings))
	half := len(findings) / 2
	var wg sync.WaitGroup
	wg.Go(func() { hashKeys(keys[:half], findings[:half]) })
	hashKeys(keys[half:], findings[half:])
	wg.Wait()

	seen := make(map[[sha256.Size]byte]int, len(findings))
	for i, f := range findings {
		n := seen[keys[i]]
		seen[keys[i]]++
		f.Fingerprint = fingerprint(keys[i], n)
		f.Formerly = nil
		if f.Resource != nil && len(f.Resource.Formerly) > 0 {
			for _, old := range f.Resource.Formerly {
				f.Formerly = append(f.Formerly, fingerprint(sha256.Sum256(f.appendKey(nil, old)), n))
			}
		}
	}
}

func hashKeys(keys [][sha256.Size]byte, findings []*Finding) {
	var buf []byte
	for i, f := range findings {
		buf = f.appendKey(buf[:0], f.Address())
		keys[i] = sha256.Sum256(buf)
	}
}

// appendKey writes what makes the finding this one: the check, the root, the
// resource, the attribute without indexes (they shift), and the facts named in
// the message (a port, a principal), not its wording. The resource's own names
// are no facts: they change when it is moved, and the address says them
// already.
func (f *Finding) appendKey(b []byte, address string) []byte {
	part := func(s string) {
		b = strconv.AppendInt(b, int64(len(s)), 10)
		b = append(b, ':')
		b = append(b, s...)
		b = append(b, '\n')
	}
	root := ""
	if f.Resource != nil {
		root = f.Resource.Origin.Root
	}
	part(f.Check.ID)
	part(root)
	part(address)
	part(StripKeys(f.Path))
	for _, fact := range f.facts {
		if r := f.Resource; r != nil && (fact == r.Name || fact == r.Address || fact == r.Label() || fact == r.ConfigAddress()) {
			fact = ""
		}
		part(fact)
	}
	return b
}

// fingerprint is 128 bits of a key's hash, numbered where a key occurs more
// than once.
func fingerprint(key [sha256.Size]byte, n int) string {
	if n > 0 {
		key = sha256.Sum256(strconv.AppendInt(key[:], int64(n), 10))
	}
	return hex.EncodeToString(key[:16])
}
