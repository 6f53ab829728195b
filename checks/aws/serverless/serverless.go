// Package serverless holds the checks of serverless applications: API Gateway, AppSync, Lambda, Step Functions, EventBridge Scheduler.
package serverless

import (
	"embed"

	"merlon"
)

//go:embed testdata
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name:     "serverless",
	Checks:   []*merlon.Check{},
	Examples: testdata,
}
