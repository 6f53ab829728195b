// Package kms checks encryption keys: who may use them, and whether they
// rotate.
package kms

import (
	"embed"
	"io/fs"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of KMS and their examples.
var Family = merlon.Family{
	Service:  "kms",
	Checks:   []*merlon.Check{Rotation, PolicyWildcardPrincipal, PolicyDefined, KeyEnabled},
	Examples: examples(),
}

func examples() fs.FS {
	sub, err := fs.Sub(testdata, "testdata")
	if err != nil {
		panic(err) // the name is a constant that is there
	}
	return sub
}
