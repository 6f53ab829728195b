// Package kms checks encryption keys: who may use them, and whether they
// rotate.
package kms

import (
	"embed"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of KMS and their examples.
var Family = merlon.Family{
	Name:     "kms",
	Checks:   []*merlon.Check{Rotation, PolicyWildcardPrincipal, PolicyDefined, KeyEnabled},
	Examples: testdata,
}
