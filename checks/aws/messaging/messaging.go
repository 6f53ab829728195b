// Package messaging holds the checks of messaging: SNS, SQS, Amazon MQ, SES.
package messaging

import (
	"embed"

	"merlon"
)

//go:embed testdata
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name:     "messaging",
	Checks:   []*merlon.Check{},
	Examples: testdata,
}
