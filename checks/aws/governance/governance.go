// Package governance holds the checks of what watches over an account: Config, GuardDuty, Access Analyzer, Secrets Manager, Systems Manager, Cognito, and the provider configuration itself.
package governance

import (
	"embed"

	"merlon"
)

//go:embed testdata
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name:     "governance",
	Checks:   []*merlon.Check{},
	Examples: testdata,
}
