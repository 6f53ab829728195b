// Package delivery holds the checks of delivery: CloudFormation, CodeBuild, CodeCommit, CodePipeline, CodeArtifact, CodeGuru.
package delivery

import (
	"embed"

	"merlon"
)

//go:embed testdata
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name:     "delivery",
	Checks:   []*merlon.Check{},
	Examples: testdata,
}
