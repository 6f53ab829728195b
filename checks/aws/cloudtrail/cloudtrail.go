// Package cloudtrail holds the checks of AWS CloudTrail: is everything
// recorded, can the record be trusted, and does somebody look at it.
package cloudtrail

import (
	"embed"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of CloudTrail with their examples.
var Family = merlon.Family{
	Name: "cloudtrail",
	Checks: []*merlon.Check{
		Enabled,
		MultiRegion,
		LogValidation,
		CloudWatchLogs,
		SNSTopic,
		CustomerKey,
		EventDataStoreCustomerKey,
		PublicBucket,
		BucketLogging,
	},
	Examples: testdata,
}
