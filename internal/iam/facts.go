package iam

import (
	"bytes"
	"compress/flate"
	_ "embed" // the table of actions
	"io"
	"iter"
	"slices"
	"strings"
	"sync"
)

//go:generate go run ./gen package/data/actions actions.bin
//go:embed actions.bin
var actionsDeflated []byte

// A Level is an access level of AWS's Service Authorization Reference.
type Level uint8

// The access levels, weakest first.
const (
	List Level = iota
	Read
	Tagging
	Write
	// PermissionsManagement changes who may do what.
	PermissionsManagement
)

// String is AWS's name of the level.
func (l Level) String() string {
	return [...]string{"List", "Read", "Tagging", "Write", "Permissions management"}[l]
}

// An Action is what AWS says of one action.
type Action struct {
	Service string // the prefix, "s3"
	Name    string // "GetObject"
	Level   Level
	// Bound is set for actions that a policy can limit to certain resources;
	// the others take the resource "*" only.
	Bound bool
}

// String is the action as policies write it: "s3:GetObject".
func (a Action) String() string { return a.Service + ":" + a.Name }

type service struct {
	prefix string
	words  string // "lListBucket rGetObject ..."
	lower  string // the same in lower case
}

// services are sorted by prefix. They are inflated on first use.
var services = sync.OnceValue(inflate)

func inflate() []service {
	var text strings.Builder
	text.Grow(5 * len(actionsDeflated))
	if _, err := io.Copy(&text, flate.NewReader(bytes.NewReader(actionsDeflated))); err != nil {
		panic("iam: the embedded table of actions is damaged: " + err.Error())
	}
	out := make([]service, 0, 512)
	for line := range strings.Lines(text.String()) {
		prefix, words, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		out = append(out, service{prefix, words, strings.ToLower(words)})
	}
	slices.SortFunc(out, func(a, b service) int { return strings.Compare(a.prefix, b.prefix) })
	return out
}

// actions yields each action with its name in lower case, without the prefix.
func (s service) actions() iter.Seq2[string, Action] {
	return func(yield func(string, Action) bool) {
		for start := 0; start < len(s.words); {
			end := len(s.words)
			if n := strings.IndexByte(s.words[start:], ' '); n >= 0 {
				end = start + n
			}
			if end-start > 1 && !yield(s.lower[start+1:end], s.action(s.words[start:end])) {
				return
			}
			start = end + 1
		}
	}
}

func (s service) action(word string) Action {
	a := Action{Service: s.prefix, Name: word[1:], Bound: word[0] >= 'a'}
	switch word[0] | 0x20 {
	case 'l':
		a.Level = List
	case 'r':
		a.Level = Read
	case 't':
		a.Level = Tagging
	case 'w':
		a.Level = Write
		if managesPermissions[s.prefix] {
			// Who adds a member to a group or makes an access key grants
			// permissions, whatever the reference calls it.
			a.Level = PermissionsManagement
		}
	case 'p':
		a.Level = PermissionsManagement
	}
	return a
}

// managesPermissions are the services that do nothing but say who may do what.
var managesPermissions = map[string]bool{
	"iam": true, "identitystore": true, "ram": true, "sso": true, "sso-directory": true,
}

// Lookup finds what AWS says of an action, letter case aside. Services that
// are too new or were retired are not known.
func Lookup(action string) (Action, bool) {
	prefix, name, ok := strings.Cut(action, ":")
	if !ok {
		return Action{}, false
	}
	s, ok := findService(strings.ToLower(prefix))
	if !ok {
		return Action{}, false
	}
	name = strings.ToLower(name)
	for lower, a := range s.actions() {
		if lower == name {
			return a, true
		}
	}
	return Action{}, false
}

func findService(prefix string) (service, bool) {
	all := services()
	i, ok := slices.BinarySearchFunc(all, prefix, func(s service, p string) int { return strings.Compare(s.prefix, p) })
	if !ok {
		return service{}, false
	}
	return all[i], true
}
