// Package cloudtrail holds the checks of AWS CloudTrail: is everything
// recorded, can the record be trusted, and does somebody look at it.
package cloudtrail

import (
	"embed"
	"io/fs"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of CloudTrail with their examples.
var Family = merlon.Family{
	Service: "cloudtrail",
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
	Examples: examples(),
}

func examples() fs.FS {
	sub, err := fs.Sub(testdata, "testdata")
	if err != nil {
		panic(err) // the name is a constant
	}
	return sub
}
