package backup

import (
	"testing"

	"merlon"
)

func TestID(t *testing.T) {
	for _, test := range []struct {
		pattern, prefix string
		want            merlon.Truth
	}{
		{"*", "cluster:", merlon.True},
		{"cluster:*", "cluster:", merlon.True},
		{"cluster:shop-*", "cluster:", merlon.Unknown},
		{"cluster:shop", "cluster:", merlon.False},
		{"db:*", "cluster:", merlon.False},
		{"file-system/*", "file-system/", merlon.True},
	} {
		if got := id(test.pattern, test.prefix); got != test.want {
			t.Errorf("id(%q, %q) = %v, want %v", test.pattern, test.prefix, got, test.want)
		}
	}
}

func TestPart(t *testing.T) {
	for _, test := range []struct {
		pattern, text string
		want          merlon.Truth
	}{
		{"*", "", merlon.True},
		{"eu-west-1", "eu-west-1", merlon.True},
		{"eu-west-1", "eu-west-2", merlon.False},
		{"eu-west-1", "", merlon.Unknown},
		{"⟦var.region⟧", "eu-west-1", merlon.Unknown},
	} {
		if got := part(test.pattern, test.text); got != test.want {
			t.Errorf("part(%q, %q) = %v, want %v", test.pattern, test.text, got, test.want)
		}
	}
}

func TestGlob(t *testing.T) {
	for _, test := range []struct {
		pattern, text string
		want          bool
	}{
		{"arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:eu-west-1:123456789012:volume/vol-1", true},
		{"*", "a/b/c", true},
		{"daily-?", "daily-1", true},
		{"daily", "Daily", false},
	} {
		if got := glob(test.pattern, test.text); got != test.want {
			t.Errorf("glob(%q, %q) = %v, want %v", test.pattern, test.text, got, test.want)
		}
	}
}
