// Package data holds the checks that begin with what the data are: stores that
// are tagged as confidential need a key of the customer's and a key policy
// that is not open; stores without a class are asked for it; for the others
// AWS's default encryption is enough.
//
// The tag is a setting of the team (merlon.Classification), and may come from
// the provider's default tags. One table says where each kind of store names
// its key: see stores.go.
package data

import (
	"embed"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of data classes with their examples.
var Family = merlon.Family{
	Name:     "data",
	Checks:   []*merlon.Check{ConfidentialKey, ConfidentialKeyPolicy, Unclassified, SecretInCode, SecretGuess},
	Examples: testdata,
}
