//go:build e2e

package e2e

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

// account is whom the fake AWS says that we are.
const account = "123456789012"

// The answers of the few calls that Terraform makes to plan the example. The
// zones are those that eu-central-1 really has: merlon knows them by itself.
var answers = map[string]string{
	"GetCallerIdentity": `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::` + account + `:user/planner</Arn><UserId>AIDAPLANNER</UserId><Account>` + account + `</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>`,
	"DescribeAvailabilityZones": `<DescribeAvailabilityZonesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><availabilityZoneInfo>` +
		zone("eu-central-1a", "euc1-az2") + zone("eu-central-1b", "euc1-az3") + zone("eu-central-1c", "euc1-az1") +
		`</availabilityZoneInfo></DescribeAvailabilityZonesResponse>`,
	"DescribeImages": `<DescribeImagesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><imagesSet><item>
<imageId>ami-0123456789abcdef0</imageId><imageState>available</imageState><imageOwnerId>137112412989</imageOwnerId>
<isPublic>true</isPublic><architecture>x86_64</architecture><imageType>machine</imageType><name>al2023-ami-2023.9-x86_64</name>
<rootDeviceType>ebs</rootDeviceType><rootDeviceName>/dev/xvda</rootDeviceName><virtualizationType>hvm</virtualizationType>
<creationDate>2026-11-01T00:00:00.000Z</creationDate></item></imagesSet></DescribeImagesResponse>`,
	"GetInstanceUefiData": `<GetInstanceUefiDataResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"></GetInstanceUefiDataResponse>`,
}

func zone(name, id string) string {
	return `<item><zoneName>` + name + `</zoneName><zoneId>` + id + `</zoneId><zoneState>available</zoneState>
<regionName>eu-central-1</regionName><groupName>eu-central-1</groupName><optInStatus>opt-in-not-required</optInStatus>
<zoneType>availability-zone</zoneType></item>`
}

// fakeAWS answers EC2's and STS's calls and gives its address.
func fakeAWS(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer, ok := answers[r.FormValue("Action")]
		if !ok {
			t.Errorf("Terraform asked AWS for %s %s %q, which the fake does not know", r.Method, r.URL, r.FormValue("Action"))
			http.Error(w, "unknown action", http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "text/xml")
		_, _ = io.WriteString(w, answer)
	}))
	t.Cleanup(server.Close)
	return server.URL
}
