// Package databases holds the checks of data stores other than RDS: DocumentDB, DynamoDB and DAX, ElastiCache, MemoryDB, Neptune, Redshift, QLDB, Keyspaces, Timestream, and DMS, which moves data between them.
package databases

import (
	"embed"

	"merlon"
)

//go:embed testdata
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name:     "databases",
	Checks:   []*merlon.Check{},
	Examples: testdata,
}
