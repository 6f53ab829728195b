// Package source gives the addresses of documents that many checks come from.
package source

// Controls is the page of Security Hub's controls of a service.
func Controls(service string) string {
	return "https://docs.aws.amazon.com/securityhub/latest/userguide/" + service + "-controls.html"
}
