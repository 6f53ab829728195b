// Package awsfacts knows public facts of AWS that Terraform configurations ask
// for and that depend on no account: the partitions, the regions and their
// zones, the accounts and hosted zones of AWS services, and the names of
// service principals.
//
// Start with [LookupRegion] and [ServiceAccount]. The answers are those of the
// data sources of hashicorp/aws 5.100, so the evaluator of configurations can
// answer such a data source without AWS. The facts are in the .tsv files beside
// the code; each file says where its facts come from and of which day they are.
//
// The tables are read when they are first asked for. All functions may be
// called concurrently; what they return is shared and must not be modified.
package awsfacts

import (
	"bufio"
	_ "embed"
	"iter"
	"slices"
	"strings"
	"sync"
)

// BillingServiceAccount is the account that writes billing reports, the answer
// of aws_billing_service_account.
const BillingServiceAccount = "386209384616"

// The canonical user that delivers CloudFront's standard logs, the answer of
// aws_cloudfront_log_delivery_canonical_user_id. From
// internal/service/cloudfront/log_delivery_canonical_user_id_data_source.go of
// hashicorp/aws and
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html,
// 2026-11-22.
const (
	logDeliveryUser      = "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0"
	logDeliveryUserChina = "a52cb28745c0c06e84ec548334e44bfa7fc2a85c54af20cd59e4969344b7af56"
)

// Region is an AWS Region.
type Region struct {
	Name        string // "eu-west-1"
	Partition   string // "aws"
	Description string // "Europe (Ireland)"

	// OptIn says that an account must enable the region before it can use it.
	OptIn bool

	// Zones are the names of the Availability Zones, sorted ("eu-west-1a"), nil
	// if they are not public. Some accounts see other letters in us-west-1 and
	// ap-northeast-1.
	Zones []string

	// ZoneIDs are the ids of the Availability Zones, sorted ("euw1-az1"), nil
	// if they are not public. AWS maps names to ids for each account, so an id
	// does not belong to the name at the same index.
	ZoneIDs []string
}

// Account is an AWS service that acts from an account of its own.
type Account int

// Services with accounts of their own.
const (
	ELBAccount        Account = iota // aws_elb_service_account
	CloudTrailAccount                // aws_cloudtrail_service_account
	RedshiftAccount                  // aws_redshift_service_account
)

// HostedZone is a kind of AWS endpoint that a Route 53 alias can point at.
type HostedZone int

// Endpoints with hosted zones in each region.
const (
	// ELBZone is of classic and application load balancers:
	// aws_elb_hosted_zone_id, and aws_lb_hosted_zone_id unless its type is network.
	ELBZone       HostedZone = iota
	NLBZone                  // aws_lb_hosted_zone_id with load_balancer_type "network"
	BeanstalkZone            // aws_elastic_beanstalk_hosted_zone
	S3Zone                   // hosted_zone_id of aws_s3_bucket, for website endpoints
)

// Regions returns all regions, sorted by name.
func Regions() []Region { return regions().sorted }

// LookupRegion returns the region of that name. It reports false for a name
// that is not of a region known to this version of merlon.
func LookupRegion(name string) (Region, bool) {
	r, ok := regions().byName[name]
	return r, ok
}

// Zones returns the names of the Availability Zones of a region, sorted, or
// nil if they are not known.
func Zones(region string) []string { return regions().byName[region].Zones }

// Partition returns the partition ("aws", "aws-cn", "aws-us-gov", "aws-iso",
// ...) of a region. A region that is not known belongs to the partition whose
// regions are named like it, or to "aws", as the AWS provider has it. The
// partition of "" is "".
func Partition(region string) string {
	if region == "" {
		return ""
	}
	for _, p := range partitions() {
		if strings.HasPrefix(region, p.regionPrefix) {
			return p.name
		}
	}
	return "aws"
}

// DNSSuffix returns the domain of the endpoints of a partition
// ("amazonaws.com"), or "" if the partition is not known.
func DNSSuffix(partition string) string {
	if partition == "aws" {
		return "amazonaws.com"
	}
	for _, p := range partitions() {
		if p.name == partition {
			return p.dnsSuffix
		}
	}
	return ""
}

// ReverseDNSPrefix returns the DNS suffix of a partition with its labels in
// reverse ("com.amazonaws"), or "" if the partition is not known.
func ReverseDNSPrefix(partition string) string {
	labels := strings.Split(DNSSuffix(partition), ".")
	slices.Reverse(labels)
	return strings.Join(labels, ".")
}

// ServiceAccount returns the id of the account from which a service acts in a
// region, or "" if it has none there.
func ServiceAccount(a Account, region string) string { return column(accounts(), region, int(a)) }

// ServiceAccountARN returns the principal that the data source of the service
// gives as arn, or "" if the service has no account in the region. It is of
// the partition given, that of the provider's region.
func ServiceAccountARN(a Account, region, partition string) string {
	id := ServiceAccount(a, region)
	if id == "" {
		return ""
	}
	resource := "root"
	if a == RedshiftAccount {
		resource = "user/logs"
	}
	return "arn:" + partition + ":iam::" + id + ":" + resource
}

// HostedZoneID returns the id of the Route 53 hosted zone of a kind of
// endpoint in a region, or "" if it is not known.
func HostedZoneID(z HostedZone, region string) string { return column(hostedZones(), region, int(z)) }

// CloudFrontLogDeliveryCanonicalUserID returns the canonical id of the user
// that delivers CloudFront's standard logs in a partition.
func CloudFrontLogDeliveryCanonicalUserID(partition string) string {
	if partition == "aws-cn" {
		return logDeliveryUserChina
	}
	return logDeliveryUser
}

// Principal is the answer of aws_service_principal.
type Principal struct {
	ID     string // "logs.cn-north-1.amazonaws.com.cn"
	Name   string // "logs.amazonaws.com.cn"
	Suffix string // "amazonaws.com.cn"
}

// ServicePrincipal returns the principal of a service ("logs") as
// aws_service_principal answers in a region of a partition; an empty
// partition stands for that of the region.
//
// Nearly all services have the suffix "amazonaws.com" in all partitions. The
// exceptions are those of
// internal/service/meta/service_principal_data_source.go of hashicorp/aws
// 5.100, 2026-11-22.
func ServicePrincipal(service, region, partition string) Principal {
	if partition == "" {
		partition = Partition(region)
	}
	suffix := "amazonaws.com"
	if slices.Contains(localPrincipals[partition], service) {
		suffix = DNSSuffix(partition)
	}
	return Principal{
		ID:     service + "." + region + "." + suffix,
		Name:   service + "." + suffix,
		Suffix: suffix,
	}
}

// localPrincipals are the services whose principals end in the partition's own
// DNS suffix.
var localPrincipals = map[string][]string{
	"aws-cn":    {"codedeploy", "elasticmapreduce", "logs"},
	"aws-iso":   {"cloudhsm", "config", "logs", "workspaces"},
	"aws-iso-b": {"dms", "logs"},
}

//go:embed regions.tsv
var regionsTSV string

//go:embed partitions.tsv
var partitionsTSV string

//go:embed accounts.tsv
var accountsTSV string

//go:embed hostedzones.tsv
var hostedZonesTSV string

type regionTable struct {
	sorted []Region
	byName map[string]Region
}

var regions = sync.OnceValue(func() regionTable {
	t := regionTable{byName: make(map[string]Region)}
	for f := range rows(regionsTSV) {
		r := Region{Name: f[0], Partition: f[1], OptIn: f[2] == "yes", Description: f[5]}
		if letters := f[3]; letters != "-" {
			for i := range letters {
				r.Zones = append(r.Zones, r.Name+letters[i:i+1])
			}
		}
		if prefix, numbers, ok := strings.Cut(f[4], "-az"); ok {
			for i := range numbers {
				r.ZoneIDs = append(r.ZoneIDs, prefix+"-az"+numbers[i:i+1])
			}
		}
		t.sorted = append(t.sorted, r)
		t.byName[r.Name] = r
	}
	return t
})

type partition struct{ name, regionPrefix, dnsSuffix string }

var partitions = sync.OnceValue(func() []partition {
	var all []partition
	for f := range rows(partitionsTSV) {
		all = append(all, partition{f[0], f[1], f[2]})
	}
	return all
})

var (
	accounts    = sync.OnceValue(func() map[string][]string { return byRegion(accountsTSV) })
	hostedZones = sync.OnceValue(func() map[string][]string { return byRegion(hostedZonesTSV) })
)

// byRegion returns the columns after the first by the region in the first.
func byRegion(tsv string) map[string][]string {
	m := make(map[string][]string)
	for f := range rows(tsv) {
		m[f[0]] = f[1:]
	}
	return m
}

// column returns a value of a table made by byRegion, or "" if it has none.
func column(table map[string][]string, region string, i int) string {
	row := table[region]
	if i < 0 || i >= len(row) || row[i] == "-" {
		return ""
	}
	return row[i]
}

// rows yields the fields of each line that is not a comment.
func rows(tsv string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		lines := bufio.NewScanner(strings.NewReader(tsv))
		for lines.Scan() {
			if strings.HasPrefix(lines.Text(), "#") {
				continue
			}
			if !yield(strings.Split(lines.Text(), "\t")) {
				return
			}
		}
	}
}
