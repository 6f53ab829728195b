package engine

import "merlon"

// An Exception accepts findings from outside the code: an entry of merlon.yaml
// or of an ignore file. All conditions that are given must hold.
type Exception struct {
	// Checks are ids, aliases or globs; "*" is any check.
	Checks []string
	// Paths are doublestar globs over the finding's file: "modules/**/*.tf".
	Paths []string
	// Addresses are globs over the resource's address, in which * also spans
	// dots; an address without instance keys covers all instances.
	Addresses []string
	// Attributes must all have these values in the resource.
	Attributes []Match

	Reason string
	Owner  string
	// Until is the last day it holds, yyyy-mm-dd; empty for ever.
	Until string

	// Kind and Syntax are as in [merlon.Suppression]; empty means "config"
	// and "merlon".
	Kind   string
	Syntax string
	// Range is where it is written.
	Range merlon.Range
}

// A Match is a condition on an attribute: a dotted path, and the value that
// one of the attributes there must have. * in the value is a glob.
type Match struct {
	Path  string
	Value string
}
