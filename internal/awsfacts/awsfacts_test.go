package awsfacts_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"merlon/internal/awsfacts"
)

func TestLookupRegion(t *testing.T) {
	got, ok := awsfacts.LookupRegion("ca-central-1")
	want := awsfacts.Region{
		Name:        "ca-central-1",
		Partition:   "aws",
		Description: "Canada (Central)",
		Zones:       []string{"ca-central-1a", "ca-central-1b", "ca-central-1d"},
		ZoneIDs:     []string{"cac1-az1", "cac1-az2", "cac1-az4"},
	}
	if !ok {
		t.Fatal("ca-central-1 is not known")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("ca-central-1 (-want +got):\n%s", diff)
	}
	if r, ok := awsfacts.LookupRegion("mars-north-1"); ok {
		t.Errorf("got region %v for mars-north-1, want none", r)
	}
}

func TestZones(t *testing.T) {
	for region, want := range map[string]string{
		"us-east-1":     "us-east-1a us-east-1b us-east-1c us-east-1d us-east-1e us-east-1f",
		"eu-west-1":     "eu-west-1a eu-west-1b eu-west-1c",
		"us-west-1":     "us-west-1a us-west-1c",
		"us-iso-east-1": "",
		"mars-north-1":  "",
	} {
		if got := strings.Join(awsfacts.Zones(region), " "); got != want {
			t.Errorf("zones of %s: got %q, want %q", region, got, want)
		}
	}
}

func TestRegionsAreWellFormed(t *testing.T) {
	regions := awsfacts.Regions()
	if got, want := len(regions), 46; got != want {
		t.Errorf("got %d regions, want %d", got, want)
	}
	if !slices.IsSortedFunc(regions, func(a, b awsfacts.Region) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("regions are not sorted by name")
	}
	zoneID := regexp.MustCompile(`^[a-z]{3,5}\d-az[1-6]$`)
	seen := make(map[string]string)
	for _, r := range regions {
		if got := awsfacts.Partition(r.Name); got != r.Partition {
			t.Errorf("%s: the prefix says partition %q, the table %q", r.Name, got, r.Partition)
		}
		if r.Description == "" {
			t.Errorf("%s has no description", r.Name)
		}
		if len(r.Zones) != len(r.ZoneIDs) {
			t.Errorf("%s has %d zone names and %d zone ids", r.Name, len(r.Zones), len(r.ZoneIDs))
		}
		for _, id := range r.ZoneIDs {
			if !zoneID.MatchString(id) || seen[id] != "" {
				t.Errorf("%s: zone id %q is malformed, or also of region %q", r.Name, id, seen[id])
			}
			seen[id] = r.Name
		}
	}
}

func TestPartition(t *testing.T) {
	for region, want := range map[string]struct{ partition, suffix, reverse string }{
		"eu-west-1":      {"aws", "amazonaws.com", "com.amazonaws"},
		"xx-future-9":    {"aws", "amazonaws.com", "com.amazonaws"},
		"cn-northwest-1": {"aws-cn", "amazonaws.com.cn", "cn.com.amazonaws"},
		"us-gov-west-1":  {"aws-us-gov", "amazonaws.com", "com.amazonaws"},
		"us-gov-north-7": {"aws-us-gov", "amazonaws.com", "com.amazonaws"},
		"us-iso-west-1":  {"aws-iso", "c2s.ic.gov", "gov.ic.c2s"},
		"us-isob-east-1": {"aws-iso-b", "sc2s.sgov.gov", "gov.sgov.sc2s"},
		"eu-isoe-west-1": {"aws-iso-e", "cloud.adc-e.uk", "uk.adc-e.cloud"},
		"us-isof-east-1": {"aws-iso-f", "csp.hci.ic.gov", "gov.ic.hci.csp"},
		"eusc-de-east-1": {"aws-eusc", "amazonaws.eu", "eu.amazonaws"},
		"":               {"", "", ""},
	} {
		p := awsfacts.Partition(region)
		if p != want.partition {
			t.Errorf("partition of %q: got %q, want %q", region, p, want.partition)
		}
		if got := awsfacts.DNSSuffix(p); got != want.suffix {
			t.Errorf("DNS suffix of %q: got %q, want %q", p, got, want.suffix)
		}
		if got := awsfacts.ReverseDNSPrefix(p); got != want.reverse {
			t.Errorf("reverse DNS prefix of %q: got %q, want %q", p, got, want.reverse)
		}
	}
}

func TestServiceAccount(t *testing.T) {
	for _, c := range []struct {
		account         awsfacts.Account
		region, id, arn string
	}{
		{awsfacts.ELBAccount, "us-east-1", "127311923021", "arn:aws:iam::127311923021:root"},
		{awsfacts.ELBAccount, "us-gov-west-1", "048591011584", "arn:aws-us-gov:iam::048591011584:root"},
		{awsfacts.ELBAccount, "me-central-1", "", ""},
		{awsfacts.CloudTrailAccount, "eu-west-1", "859597730677", "arn:aws:iam::859597730677:root"},
		{awsfacts.RedshiftAccount, "us-west-2", "902366379725", "arn:aws:iam::902366379725:user/logs"},
		{awsfacts.RedshiftAccount, "mars-north-1", "", ""},
		{awsfacts.Account(-1), "us-west-2", "", ""},
		{awsfacts.Account(9), "us-west-2", "", ""},
	} {
		if got := awsfacts.ServiceAccount(c.account, c.region); got != c.id {
			t.Errorf("account %d in %s: got %q, want %q", c.account, c.region, got, c.id)
		}
		if got := awsfacts.ServiceAccountARN(c.account, c.region, awsfacts.Partition(c.region)); got != c.arn {
			t.Errorf("ARN of account %d in %s: got %q, want %q", c.account, c.region, got, c.arn)
		}
	}
}

func TestHostedZoneID(t *testing.T) {
	for _, c := range []struct {
		zone         awsfacts.HostedZone
		region, want string
	}{
		{awsfacts.ELBZone, "us-east-1", "Z35SXDOTRQ7X7K"},
		{awsfacts.NLBZone, "us-east-1", "Z26RNL4JYFTOTI"},
		{awsfacts.BeanstalkZone, "us-east-1", "Z117KPS5GTRQ2G"},
		{awsfacts.S3Zone, "us-east-1", "Z3AQBSTGFYJSTF"},
		{awsfacts.NLBZone, "cn-north-1", "Z3QFB96KMJ7ED6"},
		{awsfacts.BeanstalkZone, "cn-north-1", ""},
	} {
		if got := awsfacts.HostedZoneID(c.zone, c.region); got != c.want {
			t.Errorf("hosted zone %d in %s: got %q, want %q", c.zone, c.region, got, c.want)
		}
	}
}

// TestFactsAreWellFormed guards against slips of the hand in the tables.
func TestFactsAreWellFormed(t *testing.T) {
	account := regexp.MustCompile(`^(\d{12})?$`)
	zone := regexp.MustCompile(`^(Z[0-9A-Z]{11,20})?$`)
	for _, r := range awsfacts.Regions() {
		for a := awsfacts.ELBAccount; a <= awsfacts.RedshiftAccount; a++ {
			if got := awsfacts.ServiceAccount(a, r.Name); !account.MatchString(got) {
				t.Errorf("account %d in %s: got %q, want twelve digits", a, r.Name, got)
			}
		}
		for z := awsfacts.ELBZone; z <= awsfacts.S3Zone; z++ {
			if got := awsfacts.HostedZoneID(z, r.Name); !zone.MatchString(got) {
				t.Errorf("hosted zone %d in %s: got %q, want a zone id", z, r.Name, got)
			}
		}
	}
}

func TestCloudFrontLogDeliveryCanonicalUserID(t *testing.T) {
	china, other := awsfacts.CloudFrontLogDeliveryCanonicalUserID("aws-cn"), awsfacts.CloudFrontLogDeliveryCanonicalUserID("aws")
	if china == other {
		t.Errorf("got %q in both aws and aws-cn, want different users", other)
	}
	for _, got := range []string{china, other} {
		if len(got) != 64 {
			t.Errorf("got canonical id %q of %d characters, want 64", got, len(got))
		}
	}
}

// The answers were checked against hashicorp/aws 5.100.0.
func TestServicePrincipal(t *testing.T) {
	for _, c := range []struct{ service, region, partition, id, name string }{
		{"logs", "eu-west-1", "", "logs.eu-west-1.amazonaws.com", "logs.amazonaws.com"},
		{"logs", "cn-north-1", "", "logs.cn-north-1.amazonaws.com.cn", "logs.amazonaws.com.cn"},
		{"codedeploy", "cn-north-1", "aws-cn", "codedeploy.cn-north-1.amazonaws.com.cn", "codedeploy.amazonaws.com.cn"},
		{"ec2", "cn-north-1", "", "ec2.cn-north-1.amazonaws.com", "ec2.amazonaws.com"},
		{"config", "us-iso-east-1", "", "config.us-iso-east-1.c2s.ic.gov", "config.c2s.ic.gov"},
		{"config", "us-isob-east-1", "", "config.us-isob-east-1.amazonaws.com", "config.amazonaws.com"},
		{"dms", "us-isob-east-1", "", "dms.us-isob-east-1.sc2s.sgov.gov", "dms.sc2s.sgov.gov"},
	} {
		p := awsfacts.ServicePrincipal(c.service, c.region, c.partition)
		if p.ID != c.id || p.Name != c.name {
			t.Errorf("principal of %s in %s: got %q named %q, want %q named %q", c.service, c.region, p.ID, p.Name, c.id, c.name)
		}
	}
}
