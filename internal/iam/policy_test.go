package iam

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"merlon"
)

func mustParse(t *testing.T, text string) *Policy {
	t.Helper()
	p, err := Parse(text)
	if err != nil {
		t.Fatalf("Parse(%s): %v", text, err)
	}
	return p
}

// one parses a policy of a single statement, given without its braces.
func one(t *testing.T, elements string) *Statement {
	t.Helper()
	p := mustParse(t, `{"Statement":{`+elements+`}}`)
	if len(p.Statements) != 1 {
		t.Fatalf("got %d statements, want 1", len(p.Statements))
	}
	return &p.Statements[0]
}

func TestParseNormalises(t *testing.T) {
	want := &Policy{Version: "2012-10-17", Statements: []Statement{{
		Sid:        "a",
		Principals: Principals{AWS: []string{"123456789012"}, Service: []string{"ec2.amazonaws.com"}},
		Actions:    Set{Patterns: []string{"s3:Get*"}},
		Resources:  Set{Patterns: []string{"arn:aws:s3:::b"}, Not: true},
		Conditions: []Condition{{Operator: "StringLike", Quantifier: "ForAnyValue", IfExists: true, Key: "aws:PrincipalOrgPaths", Values: []string{"o-1/*"}}},
	}}}
	for name, text := range map[string]string{
		"lists": `{"Version":"2012-10-17","Statement":[{"Sid":"a","Effect":"Allow","Action":["s3:Get*"],
			"NotResource":["arn:aws:s3:::b"],"Principal":{"Service":["ec2.amazonaws.com"],"AWS":["123456789012"]},
			"Condition":{"ForAnyValue:StringLikeIfExists":{"aws:PrincipalOrgPaths":["o-1/*"]}}}]}`,
		"strings": `{"Version":"2012-10-17","Statement":{"Sid":"a","Effect":"Allow","Action":"s3:Get*",
			"NotResource":"arn:aws:s3:::b","Principal":{"Service":"ec2.amazonaws.com","AWS":"123456789012"},
			"Condition":{"ForAnyValue:StringLikeIfExists":{"aws:PrincipalOrgPaths":"o-1/*"}}}}`,
		"loose": `{"version":"2012-10-17","statement":[{"sid":"a","action":"s3:Get*",
			"notresource":"arn:aws:s3:::b","principal":{"service":"ec2.amazonaws.com","aws":"123456789012",},
			"condition":{"ForAnyValue:StringLikeIfExists":{"aws:PrincipalOrgPaths":"o-1/*"},},},],}`,
	} {
		if diff := cmp.Diff(mustParse(t, text), want, cmpopts.IgnoreUnexported(Set{})); diff != "" {
			t.Errorf("%s: got (-), want (+):\n%s", name, diff)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{"", "null", "[]", `"x"`, "{", `{} {}`, strings.Repeat("[", 20000), `{"a":"` + strings.Repeat("x", maxText) + `"}`} {
		if p, err := Parse(text); err == nil {
			t.Errorf("Parse(%.20q): got %+v, want an error", text, p)
		}
	}
}

func TestPlaceholders(t *testing.T) {
	p := mustParse(t, `{"Statement":[
		{"Effect":"Allow","Action":"s3:*","Resource":["⟦aws_s3_bucket.logs["a"].arn⟧/*","⟦aws_s3_bucket.logs[\"a\"].arn⟧"]},
		{"Effect":⟦var.effect⟧,"Action":⟦var.actions⟧,"Resource":"⟦var.resource⟧","Condition":⟦var.conditions⟧},
		⟦jsonencode(local.more)⟧,
	]}`)
	if got, want := len(p.Statements), 2; got != want {
		t.Fatalf("got %d statements, want %d", got, want)
	}
	if !p.Open {
		t.Error("got a closed policy, want an open one: a statement is unknown")
	}
	first, second := &p.Statements[0], &p.Statements[1]
	if got := first.Resources.Patterns; got[1] != `⟦aws_s3_bucket.logs["a"].arn⟧` {
		t.Errorf("got pattern %q, want the placeholder as it was", got[1])
	}
	for name, c := range map[string]struct{ got, want merlon.Truth }{
		"a known ARN's placeholder is no wildcard": {first.Resources.EveryResource(), merlon.False},
		"a variable may be a wildcard":             {second.Resources.EveryResource(), merlon.Unknown},
		"an unknown effect may allow":              {second.allows(), merlon.Unknown},
		"an unknown action may be any":             {second.Actions.MatchesAction("s3:GetObject"), merlon.Unknown},
		"an unknown condition may narrow":          {second.Constrained(), merlon.Unknown},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v, want %v", name, c.got, c.want)
		}
	}
}

func TestFullAdmin(t *testing.T) {
	for statement, want := range map[string]merlon.Truth{
		`"Action":"*","Resource":"*"`:                                                                    merlon.True,
		`"Action":["s3:Get*","*:*"],"Resource":["arn:aws:s3:::b","*"]`:                                   merlon.True,
		`"Action":"*","Resource":"arn:aws:*:*:*:*"`:                                                      merlon.True,
		`"NotAction":"s3:*","Resource":"*"`:                                                              merlon.True,
		`"NotAction":["iam:*","organizations:*"],"Resource":"*"`:                                         merlon.False,
		`"NotAction":"iam:Delete*","Resource":"*"`:                                                       merlon.False,
		`"Action":"*","NotResource":"arn:aws:s3:::b"`:                                                    merlon.True,
		`"Action":"*","NotResource":"*"`:                                                                 merlon.False,
		`"Effect":"Deny","Action":"*","Resource":"*"`:                                                    merlon.False,
		`"Action":"s3:*","Resource":"*"`:                                                                 merlon.False,
		`"Action":"*","Resource":"arn:aws:s3:::b/*"`:                                                     merlon.False,
		`"Action":"*","Resource":"⟦aws_s3_bucket.b.arn⟧"`:                                                merlon.False,
		`"Action":"*","Resource":"⟦var.resource⟧"`:                                                       merlon.Unknown,
		`"Action":"*","Resource":"*","Condition":{"StringLike":{"aws:PrincipalArn":"*"}}`:                merlon.True,
		`"Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":true}}`:           merlon.False,
		`"Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":["0.0.0.0/0"]}}`:           merlon.True,
		`"Action":"kms:*","Resource":"*","Principal":{"AWS":"arn:aws:iam::123456789012:root"}`:           merlon.False,
		`"Action":"*","Resource":"*","Principal":{"AWS":"arn:aws:iam::123456789012:root"}`:               merlon.False,
		`"Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:RequestedRegion":["eu-west-1"]}}`: merlon.False,
		`"Action":"*","Resource":"*","Condition":{"ForAllValues:StringLike":{"aws:TagKeys":["a*","*"]}}`: merlon.True,
	} {
		p := mustParse(t, `{"Statement":{`+statement+`}}`)
		if got := p.FullAdmin(&p.Statements[0]); got != want {
			t.Errorf("%s: got %v, want %v", statement, got, want)
		}
	}
	p := mustParse(t, `{"Statement":[{"Action":"*","Resource":"*"},{"Effect":"Deny","Action":["iam:*","sts:*"],"Resource":"*"}]}`)
	if got := p.FullAdmin(&p.Statements[0]); got != merlon.False {
		t.Errorf("with a Deny of iam:*: got %v, want false", got)
	}
}

func TestEscalations(t *testing.T) {
	for text, want := range map[string]string{
		`[{"Action":"iam:UpdateLoginProfile","Resource":"*"}]`:                                                         "change the console password of other users",
		`[{"Action":"iam:UpdateLoginProfile","Resource":"arn:aws:iam::*:user/*"}]`:                                     "change the console password of other users",
		`[{"Action":"iam:UpdateLoginProfile","Resource":"arn:aws:iam::123456789012:user/${aws:username}"}]`:            "",
		`[{"Action":"iam:PassRole","Resource":"*"},{"Action":"ec2:RunInstances","Resource":"*"}]`:                      "pass any role to an instance",
		`[{"Action":"iam:PassRole","Resource":"arn:aws:iam::1:role/app"},{"Action":"ec2:Run*","Resource":"*"}]`:        "",
		`[{"Action":["lambda:CreateFunction","lambda:CreateEventSourceMapping"],"Resource":"*"}]`:                      "",
		`[{"Action":"iam:P*","Resource":"*"},{"Effect":"Deny","Action":"iam:Put*","Resource":"*"}]`:                    "",
		`[{"Action":"iam:PutUserPolicy","Resource":"*","Condition":{"StringEquals":{"iam:PermissionsBoundary":"b"}}}]`: "",
		`[{"Action":"sts:AssumeRole","Resource":"arn:aws:iam::*:role/*"}]`:                                             "assume any role",
		`[{"Action":"iam:Get*","Resource":"*"}]`:                                                                       "",
	} {
		found, _ := mustParse(t, `{"Statement":`+text+`}`).Escalations()
		got := ""
		if len(found) > 0 {
			got = found[0].Name
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestDemandsMFA(t *testing.T) {
	const listing = `{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}`
	for text, want := range map[string]merlon.Truth{
		listing: merlon.False,
		`{"Effect":"Allow","Action":"ec2:*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":["true"]}}}`:                                                          merlon.True,
		`{"Effect":"Allow","Action":"ec2:*","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}}`:                                                    merlon.False,
		`{"Effect":"Allow","Action":"ec2:*","Resource":"*","Condition":{"NumericLessThan":{"aws:MultiFactorAuthAge":3600}}}`:                                                       merlon.True,
		listing + `,{"Effect":"Deny","NotAction":["iam:ListMFADevices","sts:GetSessionToken"],"Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}`: merlon.True,
		listing + `,{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":false}}}`:                                                       merlon.True,
		listing + `,{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":true}}}`:                                                        merlon.False,
		listing + `,{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":false}}}`:                                                    merlon.False,
		listing + `,{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":false},"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}`:             merlon.False,
		`{"Effect":"Allow","Action":"ec2:*","Resource":"*","Condition":⟦var.condition⟧}`:                                                                                           merlon.Unknown,
	} {
		if got := mustParse(t, `{"Statement":[`+text+`]}`).DemandsMFA(); got != want {
			t.Errorf("%s: got %v, want %v", text, got, want)
		}
	}
}

func TestUnbound(t *testing.T) {
	manages := func(a Action) bool { return a.Level == PermissionsManagement }
	for text, want := range map[string]string{
		`{"Action":["s3:PutBucket*","s3:GetObject"],"Resource":"*"}`:                                             "s3:PutBucketAcl",
		`{"NotAction":["a*","b*","c*","d*","e*"],"Resource":"*"}`:                                                "fsx:BypassSnaplockEnterpriseRetention",
		`{"Action":"s3:PutBucket*","Resource":"arn:aws:s3:::b"}`:                                                 "",
		`{"Action":"s3:PutBucket*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceAccount":"1"}}}`:     "",
		`{"Action":"s3:PutBucketA*","Resource":"*"},{"Effect":"Deny","Action":"s3:PutBucketAcl","Resource":"*"}`: "",
		`{"Action":"s3:ListAllMyBuckets","Resource":"*"}`:                                                        "",
	} {
		got := ""
		for _, g := range mustParse(t, `{"Statement":[`+text+`]}`).Unbound(NewFilter(manages)) {
			got = g.Actions[0].String()
			break
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// TestHostile bounds the time for the worst documents we could think of.
func TestHostile(t *testing.T) {
	sweeps := `{"Statement":[` + strings.Repeat(`{"NotAction":["*q1*","*q2*","*q3*"],"Resource":"*"},`, 1000) + `]}`
	stars := `{"Statement":{"NotAction":["` + strings.Repeat("*a", 1000) + `"],"Resource":"` + strings.Repeat("*a", 1000) + `"}}`
	open := `{"Statement":"` + strings.Repeat("⟦", 80000) + `"}`
	start := time.Now()
	denies := `{"Statement":[` + strings.Repeat(`{"Principal":"*","Action":["a","b","c","d"],"Resource":"*"},{"Effect":"Deny","Principal":"*","Action":["e","f","g","h"],"Resource":"*"},`, 500) + `]}`
	for _, text := range []string{sweeps, stars, open, denies} {
		p := mustParse(t, text)
		for i := range p.Statements {
			p.Public(&p.Statements[i])
		}
		p.Escalations()
		p.Unbound(NewFilter(func(Action) bool { return false }))
		for i := range p.Statements {
			p.FullAdmin(&p.Statements[i])
		}
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("got %v, want less than 10 s", took)
	}
	t.Log(time.Since(start))
}

func FuzzParse(f *testing.F) {
	f.Add(`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["*"]},"Action":["s3:*"],"Resource":"*","Condition":{"StringLike":{"aws:SourceArn":["arn:aws:s3:::⟦x⟧"]}}}]}`)
	f.Add(`{"Statement":{"NotAction":"iam:*","NotResource":⟦var.r["x"]⟧,"NotPrincipal":"*",},}`)
	f.Add(`⟦⟦⟧{"Statement":"\⟦"}`)
	f.Fuzz(func(t *testing.T, text string) {
		p, err := Parse(text)
		if err != nil {
			return
		}
		p.Escalations()
		p.DemandsMFA()
		for i := range p.Statements {
			s := &p.Statements[i]
			if s.Effect == Deny && s.AllowsAnyPrincipal() == merlon.True {
				t.Error("a Deny allows")
			}
			s.NarrowsCallers()
			s.Unbounded()
			p.FullAdmin(s)
			p.Public(s)
		}
		p.Unbound(NewFilter(func(a Action) bool { return a.Level == PermissionsManagement }))
	})
}
