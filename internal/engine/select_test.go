package engine

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"merlon"
)

func TestSelect(t *testing.T) {
	const acl, versioning, ingress, replication = "aws-s3-acl", "aws-s3-versioning", "aws-ec2-open-ingress", "aws-s3-replication"
	tests := []struct {
		expr string
		want []string
	}{
		{"", []string{acl, versioning, ingress}},
		{"recommended", []string{acl, versioning, ingress}},
		{"all", []string{acl, versioning, ingress, replication}},
		{"aws-s3-versioning,aws-s3-acl", []string{acl, versioning}},
		{"AWS-S3-ACL", []string{acl}},
		{"CKV_AWS_20", []string{acl}},
		{"ckv_aws_20", []string{acl}},
		{"AVD-AWS-0092", []string{acl}},
		{"AWS-0092", []string{acl}},
		{"aws-s3-*", []string{acl, versioning, replication}},
		{"CKV_AWS_2*", []string{acl, versioning, ingress}},
		{"service:s3", []string{acl, versioning, replication}},
		{"stride:tampering", []string{versioning}},
		{"cia:integrity", []string{versioning}},
		{"aaa:authorization", []string{ingress}},
		{"aaa:accounting", nil},
		{"severity:high", []string{acl, ingress}},
		{"-aws-s3-acl", []string{versioning, ingress}},
		{"all,-aws-s3-*", []string{ingress}},
		{"all -aws-s3-* aws-s3-acl", []string{acl, ingress}},
		{"recommended&service:s3", []string{acl, versioning}},
		{"all,-service:s3&severity:high", []string{versioning, ingress, replication}},
	}
	for _, tt := range tests {
		checks, err := Select(catalog, tt.expr)
		if err != nil {
			t.Errorf("Select(%q): %v", tt.expr, err)
			continue
		}
		var got []string
		for _, check := range checks {
			got = append(got, check.ID)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("Select(%q) (-want +got):\n%s", tt.expr, diff)
		}
	}
}

func TestSelectErrors(t *testing.T) {
	for expr, want := range map[string]string{
		"aws-s3-versionign": `did you mean "aws-s3-versioning"?`,
		"CKV_AWS_200":       `unknown check "CKV_AWS_200"`,
		"aws-s3-bucket-acl": `did you mean "aws-s3-acl"?`,
		"nonsense":          `unknown check "nonsense"`,
		"service:s4":        `did you mean "s3"?`,
		"stride:temper":     "want one of spoofing, tampering",
		"severity:grave":    "unknown severity",
		"colour:red":        "want one of service, framework",
		"aws-x-*":           `unknown check "aws-x-*"`,
		"all,-":             "empty term",
		"all&":              "empty term",
	} {
		checks, err := Select(catalog, expr)
		if err == nil {
			t.Errorf("Select(%q) gives %d checks, want an error", expr, len(checks))
		} else if !strings.Contains(err.Error(), want) {
			t.Errorf("Select(%q): error is %q, want one with %q", expr, err, want)
		}
	}
}

func TestOverride(t *testing.T) {
	changed, err := Override(catalog, map[string]merlon.Severity{"aws-s3-acl": merlon.Info})
	if err != nil {
		t.Fatal(err)
	}
	if changed[0].Severity != merlon.Info || aclCheck.Severity != merlon.High || changed[1] != versioningCheck {
		t.Errorf("got severity %v, the original's %v; want info and high, and other checks as they are", changed[0].Severity, aclCheck.Severity)
	}
}

func TestGlobMatch(t *testing.T) {
	for _, tt := range []struct {
		pattern, text string
		want          bool
	}{
		{"", "", true}, {"*", "", true}, {"a*c", "abbc", true}, {"a*c", "abb", false}, {"a?c", "abc", true},
		{"a?c", "ac", false}, {"*b*", "abc", true}, {"aws-s3-*", "aws-s3-x", true}, {"aws-s3-*", "aws-s3", false},
		{strings.Repeat("*a", 50), strings.Repeat("a", 2000) + "b", false},
	} {
		if got := globMatch(tt.pattern, tt.text); got != tt.want {
			t.Errorf("globMatch(%q, %q) = %v, want %v", tt.pattern, clip(tt.text), got, tt.want)
		}
	}
}
