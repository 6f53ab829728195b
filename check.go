package merlon

import (
	"fmt"
	"io/fs"
	"strings"
)

// Severity says how much a finding matters. The zero Severity is Info.
type Severity uint8

// The severities, least first.
const (
	Info     Severity = iota // worth knowing
	Low                      // good practice
	Medium                   // weakens a defence
	High                     // opens a way in, or loses data
	Critical                 // an attacker needs nothing more
)

var severityNames = [...]string{"info", "low", "medium", "high", "critical"}

// String gives the severity's name in lower case.
func (s Severity) String() string {
	if int(s) < len(severityNames) {
		return severityNames[s]
	}
	return fmt.Sprintf("severity(%d)", uint8(s))
}

// ParseSeverity reads a severity's name, letter case aside.
func ParseSeverity(name string) (Severity, error) {
	for i, n := range severityNames {
		if strings.EqualFold(n, name) {
			return Severity(i), nil
		}
	}
	return 0, fmt.Errorf("unknown severity %q: want one of %s", name, strings.Join(severityNames[:], ", "))
}

// MarshalText writes the name.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the name.
func (s *Severity) UnmarshalText(text []byte) error {
	v, err := ParseSeverity(string(text))
	if err != nil {
		return err
	}
	*s = v
	return nil
}

// STRIDE is a set of threats after Kohnfelder and Garg, "The threats to our
// products" (Microsoft, 1999).
type STRIDE uint8

// The threats of STRIDE.
const (
	Spoofing STRIDE = 1 << iota
	Tampering
	Repudiation
	InformationDisclosure
	DenialOfService
	ElevationOfPrivilege
)

// CIA is a set of the properties that security protects.
type CIA uint8

// The properties of CIA.
const (
	Confidentiality CIA = 1 << iota
	Integrity
	Availability
)

// AAA is a set of the controls over who does what.
type AAA uint8

// The controls of AAA.
const (
	Authentication AAA = 1 << iota
	Authorization
	Accounting
)

func bitNames(bits uint8, names []string) []string {
	out := []string{}
	for i, n := range names {
		if bits&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	return out
}

// Names lists the threats of the set in STRIDE's order.
func (s STRIDE) Names() []string {
	return bitNames(uint8(s), []string{
		"spoofing", "tampering", "repudiation",
		"information-disclosure", "denial-of-service", "elevation-of-privilege",
	})
}

// Names lists the properties of the set.
func (c CIA) Names() []string {
	return bitNames(uint8(c), []string{"confidentiality", "integrity", "availability"})
}

// Names lists the controls of the set.
func (a AAA) Names() []string {
	return bitNames(uint8(a), []string{"authentication", "authorization", "accounting"})
}

// A Check is a rule as a value: what it looks at, what it says, and why. It
// has no state; the same Check runs on many estates at once.
type Check struct {
	// ID is a readable slug, "aws-s3-bucket-versioning". It never changes: a
	// renamed check keeps its old ID among the aliases.
	ID       string
	Title    string
	Severity Severity
	// OptIn keeps the check out of the recommended set.
	OptIn bool
	// Targets are the resource types that Run is called for. Data sources are
	// written "data.aws_ami", provider blocks "provider.aws", and variables
	// "variable.input". Without targets Run is called once with a nil
	// resource, for questions about the estate as a whole.
	Targets []string

	STRIDE STRIDE
	CIA    CIA
	AAA    AAA

	// Why tells what can happen, and Fix what to do about it: plain sentences.
	Why string
	Fix string
	// Sources are the addresses of the documents that the rule comes from.
	Sources []string
	// Aliases are other tools' ids for what this check covers.
	Aliases []string

	Run func(*Pass, *Resource)
}

// Service is the second word of the ID: "s3" of "aws-s3-bucket-versioning".
func (c *Check) Service() string {
	_, rest, _ := strings.Cut(c.ID, "-")
	service, _, _ := strings.Cut(rest, "-")
	return service
}

// A Family is the checks of one service, or of a domain of small services, and
// their examples: for each check a directory under testdata (see
// [Family.Directory]) with at least bad.tf and good.tf.
type Family struct {
	// Name is the service, "s3", or the domain, "databases".
	Name     string
	Checks   []*Check
	Examples fs.FS
}

// Directory names the directory of a check's examples: its ID without
// "aws-<service>-" in a service's own family, without "aws-" in a domain's.
func (f Family) Directory(c *Check) string {
	if dir, ok := strings.CutPrefix(c.ID, "aws-"+f.Name+"-"); ok {
		return dir
	}
	return strings.TrimPrefix(c.ID, "aws-")
}
