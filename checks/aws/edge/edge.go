// Package edge holds the checks of what faces the internet: load balancers, CloudFront, WAF, Route 53, Global Accelerator, network firewalls, certificates.
package edge

import (
	"embed"

	"merlon"
)

//go:embed testdata
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name:     "edge",
	Checks:   []*merlon.Check{},
	Examples: testdata,
}
