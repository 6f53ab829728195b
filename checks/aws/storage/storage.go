// Package storage holds the checks of file and archive storage: EFS, FSx, Glacier, Backup, DataSync, Transfer Family.
package storage

import (
	"embed"

	"merlon"
)

//go:embed testdata
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name:     "storage",
	Checks:   []*merlon.Check{},
	Examples: testdata,
}
