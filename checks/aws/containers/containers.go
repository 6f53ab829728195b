// Package containers holds the checks of containers: ECR, ECS, EKS, Batch.
package containers

import (
	"embed"

	"merlon"
)

//go:embed testdata
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name:     "containers",
	Checks:   []*merlon.Check{},
	Examples: testdata,
}
