// Package compute holds the checks of what launches and images instances: Auto Scaling, Image Builder, Data Lifecycle Manager, WorkSpaces.
package compute

import (
	"embed"

	"merlon"
)

//go:embed testdata
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name:     "compute",
	Checks:   []*merlon.Check{},
	Examples: testdata,
}
