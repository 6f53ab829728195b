// Package checks is the catalogue: every check that merlon has, as an
// explicit list.
//
//go:generate go run ../internal/tools/docgen ../docs/checks
package checks

import (
	"io/fs"
	"path"
	"strings"

	"merlon"
	"merlon/checks/aws/analytics"
	"merlon/checks/aws/cloudtrail"
	"merlon/checks/aws/cloudwatch"
	"merlon/checks/aws/compute"
	"merlon/checks/aws/containers"
	"merlon/checks/aws/data"
	"merlon/checks/aws/databases"
	"merlon/checks/aws/delivery"
	"merlon/checks/aws/ec2"
	"merlon/checks/aws/edge"
	"merlon/checks/aws/governance"
	"merlon/checks/aws/iam"
	"merlon/checks/aws/kms"
	"merlon/checks/aws/messaging"
	"merlon/checks/aws/rds"
	"merlon/checks/aws/s3"
	"merlon/checks/aws/serverless"
	"merlon/checks/aws/storage"
)

// Families are the checks by service or domain, in alphabetical order.
func Families() []merlon.Family {
	return []merlon.Family{
		analytics.Family,
		cloudtrail.Family,
		cloudwatch.Family,
		compute.Family,
		containers.Family,
		data.Family,
		databases.Family,
		delivery.Family,
		ec2.Family,
		edge.Family,
		governance.Family,
		iam.Family,
		kms.Family,
		messaging.Family,
		rds.Family,
		s3.Family,
		serverless.Family,
		storage.Family,
	}
}

// All is the whole catalogue, by family and in each family's order.
func All() []*merlon.Check {
	var all []*merlon.Check
	for _, f := range Families() {
		all = append(all, f.Checks...)
	}
	return all
}

// Example is one of a check's examples, "bad.tf" or "good.tf", without the
// comments that serve as its test; empty where there is none.
func Example(c *merlon.Check, name string) string {
	for _, f := range Families() {
		for _, have := range f.Checks {
			if have != c || f.Examples == nil {
				continue
			}
			if data, err := fs.ReadFile(f.Examples, path.Join("testdata", f.Directory(c), name)); err == nil {
				return stripWants(string(data))
			}
		}
	}
	return ""
}

// stripWants removes the comments that say what a check must find.
func stripWants(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if before, _, ok := strings.Cut(line, "# want "); ok {
			lines[i] = strings.TrimRight(before, " \t")
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n")) + "\n"
}
