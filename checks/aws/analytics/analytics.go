// Package analytics holds the checks of analytics and machine learning: Athena, Glue, EMR, Kinesis, MSK, OpenSearch, CloudSearch, MWAA, SageMaker, Bedrock and their smaller kin.
package analytics

import (
	"embed"

	"merlon"
)

//go:embed testdata
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name:     "analytics",
	Checks:   []*merlon.Check{},
	Examples: testdata,
}
