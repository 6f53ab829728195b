package iam

import (
	"strings"
	"testing"

	"merlon"
)

func TestGlobs(t *testing.T) {
	for _, c := range []struct {
		pattern, text          string
		glob, covers, overlaps bool
	}{
		{"*", "s3:getobject", true, true, true},
		{"s3:get*", "s3:getobject", true, true, true},
		{"s3:get?bject", "s3:getobject", true, true, true},
		{"s3:*", "s3express:x", false, false, false},
		{"iam:*", "iam:*", true, true, true},
		{"iam:p*", "iam:*", false, false, true},
		{"iam:?ut", "iam:*", false, false, true},
		{"iam:?", "iam:*", false, false, true},
		{"*a*b", "xaxbxab", true, true, true},
		{"*a*b", "xaxbxac", false, false, false},
		{"", "", true, true, true},
		{"s3:⟦x⟧", "s3:getobject", false, false, true},
	} {
		if got := matches(c.pattern, c.text) == merlon.True; got != c.glob {
			t.Errorf("matches(%q, %q): got %v, want %v", c.pattern, c.text, got, c.glob)
		}
		if got := covers(c.pattern, c.text) == merlon.True; got != c.covers {
			t.Errorf("covers(%q, %q): got %v, want %v", c.pattern, c.text, got, c.covers)
		}
		if got := overlap(c.pattern, c.text); got != c.overlaps {
			t.Errorf("overlap(%q, %q): got %v, want %v", c.pattern, c.text, got, c.overlaps)
		}
		if got := overlap(c.text, c.pattern); got != c.overlaps {
			t.Errorf("overlap(%q, %q): got %v, want %v", c.text, c.pattern, got, c.overlaps)
		}
	}
}

func TestMatchesARN(t *testing.T) {
	for _, c := range []struct {
		pattern, arn string
		want         merlon.Truth
	}{
		{"*", "arn:aws:s3:::b", merlon.True},
		{"arn:aws:s3:::b/*", "arn:aws:s3:::b/k", merlon.True},
		{"arn:aws:iam::*:role/*", "arn:aws:iam::123456789012:role/a:b", merlon.True},
		{"arn:aws:sns:*:topic", "arn:aws:sns:eu-west-1:123456789012:topic", merlon.False},
		{"arn:*:*:*:123456789012:x", "arn:aws:sns:a:1:123456789012:x", merlon.False},
		{"⟦aws_s3_bucket.b.arn⟧/*", "arn:aws:s3:::b/k", merlon.Unknown},
		{"⟦aws_s3_bucket.b.arn⟧", "arn:aws:s3:::b", merlon.Unknown},
		{"arn:aws:s3:::⟦x⟧-logs", "arn:aws:s3:::b", merlon.False},
	} {
		if got := (Set{Patterns: []string{c.pattern}}).MatchesARN(c.arn); got != c.want {
			t.Errorf("%q against %q: got %v, want %v", c.pattern, c.arn, got, c.want)
		}
	}
}

func TestEveryOfKind(t *testing.T) {
	for pattern, want := range map[string]merlon.Truth{
		"*":                                merlon.True,
		"arn:aws:iam::*:role/*":            merlon.True,
		"arn:aws:iam::123456789012:role/*": merlon.True,
		"arn:aws:iam::123456789012:*":      merlon.True,
		"arn:aws:iam::⟦data.aws_caller_identity.current.account_id⟧:role/*": merlon.True,
		"arn:aws:iam::123456789012:role/app-*":                              merlon.False,
		"arn:aws:iam::123456789012:user/*":                                  merlon.False,
		"⟦aws_iam_role.app.arn⟧":                                            merlon.False,
		"⟦var.role⟧":                                                        merlon.Unknown,
	} {
		if got := (Set{Patterns: []string{pattern}}).EveryOfKind("iam", "role"); got != want {
			t.Errorf("%q: got %v, want %v", pattern, got, want)
		}
	}
}

func TestLookup(t *testing.T) {
	for name, want := range map[string]Action{
		"s3:getobject":         {"s3", "GetObject", Read, true},
		"S3:ListAllMyBuckets":  {"s3", "ListAllMyBuckets", List, false},
		"iam:PassRole":         {"iam", "PassRole", PermissionsManagement, true},
		"iam:TagUser":          {"iam", "TagUser", Tagging, true},
		"ec2:DescribeVpcs":     {"ec2", "DescribeVpcs", List, false},
		"lambda:AddPermission": {"lambda", "AddPermission", PermissionsManagement, true},
	} {
		if got, ok := Lookup(name); !ok || got != want {
			t.Errorf("%s: got %+v (%v), want %+v", name, got, ok, want)
		}
	}
	for _, name := range []string{"", "s3", "s3:", "nope:Get", "s3:GetNothing"} {
		if got, ok := Lookup(name); ok {
			t.Errorf("%q: got %+v, want nothing", name, got)
		}
	}
	n := 0
	for a := range (&sweep{left: 1000}).actions(Set{Patterns: []string{"iam:*AccessKey*"}}) {
		if !strings.Contains(a.Name, "AccessKey") {
			t.Errorf("got %s, want actions on access keys", a)
		}
		n++
	}
	if n < 4 {
		t.Errorf("got %d actions on access keys, want at least 4", n)
	}
}

func TestNarrowsCallers(t *testing.T) {
	for condition, want := range map[string]merlon.Truth{
		`{"StringEquals":{"kms:CallerAccount":"123456789012"}}`:                                  merlon.True,
		`{"StringEquals":{"aws:PrincipalOrgID":"o-1234567890"}}`:                                 merlon.True,
		`{"StringLike":{"aws:PrincipalOrgID":"*"}}`:                                              merlon.False,
		`{"StringLike":{"aws:PrincipalOrgID":"o-*"}}`:                                            merlon.False,
		`{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-1234567890"}}`:                         merlon.False,
		`{"ForAllValues:StringEquals":{"aws:PrincipalOrgPaths":"o-1234567890/r/ou"}}`:            merlon.False,
		`{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-1234567890/*"}}`:                  merlon.True,
		`{"StringNotEquals":{"aws:PrincipalAccount":"123456789012"}}`:                            merlon.False,
		`{"Bool":{"aws:SecureTransport":"true"}}`:                                                merlon.False,
		`{"Bool":{"aws:SecureTransport":"true"},"StringEquals":{"aws:SourceVpce":"vpce-1"}}`:     merlon.True,
		`{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::logs"}}`:                                      merlon.True,
		`{"ArnLike":{"aws:SourceArn":"arn:aws:s3:*:*:*"}}`:                                       merlon.False,
		`{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:123456789012:*"}}`:                           merlon.True,
		`{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/admin"}}`:                           merlon.False,
		`{"ArnEquals":{"aws:SourceArn":["⟦aws_sns_topic.a.arn⟧"]}}`:                              merlon.True,
		`{"StringEquals":{"aws:SourceAccount":"⟦var.account⟧"}}`:                                 merlon.Unknown,
		`{"StringEquals":{"aws:SourceAccount":"⟦data.aws_caller_identity.current.account_id⟧"}}`: merlon.True,
		`{"IpAddress":{"aws:SourceIp":["10.0.0.0/8","0.0.0.0/0"]}}`:                              merlon.False,
		`{"IpAddress":{"aws:SourceIp":"192.0.2.0/24"}}`:                                          merlon.True,
		`{"IpAddress":{"aws:VpcSourceIp":"10.0.0.0/8"}}`:                                         merlon.False,
		`{"Null":{"aws:SourceArn":"false"}}`:                                                     merlon.False,
		`⟦var.condition⟧`:                                                                        merlon.Unknown,
		`{}`:                                                                                     merlon.False,
	} {
		s := one(t, `"Effect":"Allow","Principal":"*","Action":"*","Condition":`+condition)
		if got := s.NarrowsCallers(); got != want {
			t.Errorf("%s: got %v, want %v", condition, got, want)
		}
	}
}

func TestAnyone(t *testing.T) {
	for principal, want := range map[string]merlon.Truth{
		`"Principal":"*"`:                                      merlon.True,
		`"Principal":{"AWS":"*"}`:                              merlon.True,
		`"Principal":{"AWS":["123456789012","*"]}`:             merlon.True,
		`"Principal":["foo","*"]`:                              merlon.True,
		`"Principal":"foo"`:                                    merlon.False,
		`"Principal":{"AWS":"arn:aws:iam::123456789012:root"}`: merlon.False,
		`"Principal":{"Service":"ec2.amazonaws.com"}`:          merlon.False,
		`"Principal":{"AWS":"⟦var.principal⟧"}`:                merlon.Unknown,
		`"Principal":{"AWS":"⟦aws_iam_role.a.arn⟧"}`:           merlon.False,
		`"Principal":⟦var.principal⟧`:                          merlon.Unknown,
		`"NotPrincipal":{"AWS":"123456789012"}`:                merlon.True,
		`"Action":"*"`:                                         merlon.False,
	} {
		if got := one(t, principal).AllowsAnyPrincipal(); got != want {
			t.Errorf("%s: got %v, want %v", principal, got, want)
		}
	}
}

func TestPublic(t *testing.T) {
	const open = `{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"⟦aws_s3_bucket.b.arn⟧/*"}`
	for deny, want := range map[string]merlon.Truth{
		"": merlon.True,
		`{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["⟦aws_s3_bucket.b.arn⟧","⟦aws_s3_bucket.b.arn⟧/*"],"Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-1234567890"}}}`: merlon.False,
		`{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"*","Resource":"*","Condition":{"NotIpAddress":{"aws:SourceIp":["192.0.2.0/24"]},"Bool":{"aws:ViaAWSService":"false"}}}`:              merlon.False,
		`{"Effect":"Deny","NotPrincipal":{"AWS":"arn:aws:iam::123456789012:role/a"},"Action":"*","Resource":"*"}`:                                                                                merlon.False,
		`{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}`:                                                                     merlon.True,
		`{"Effect":"Deny","Principal":"*","Action":"s3:Put*","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-1234567890"}}}`:                                              merlon.True,
		`{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"⟦aws_s3_bucket.b.arn⟧/private/*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-1234567890"}}}`:                   merlon.True,
		`{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"StringNotLike":{"aws:PrincipalOrgID":"*"}}}`:                                                                 merlon.True,
		`{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"⟦var.organisation⟧"}}}`:                                              merlon.Unknown,
		`{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1234567890"}}}`:                                                       merlon.True,
	} {
		text := `{"Statement":[` + open + `]}`
		if deny != "" {
			text = `{"Statement":[` + open + `,` + deny + `]}`
		}
		p := mustParse(t, text)
		if got := p.Public(&p.Statements[0]); got != want {
			t.Errorf("%s: got %v, want %v", deny, got, want)
		}
	}
}
