package iam

import (
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// resource builds a resource of an estate from attributes in any order.
func resource(mode merlon.Mode, typ string, attributes ...merlon.Attribute) *merlon.Resource {
	slices.SortFunc(attributes, func(a, b merlon.Attribute) int { return strings.Compare(a.Name, b.Name) })
	r := &merlon.Resource{Address: typ + ".x", Mode: mode, Type: typ, Name: "x", Body: &merlon.Block{Attributes: attributes}}
	merlon.NewEstate(merlon.SourceCode, []*merlon.Resource{r}, nil)
	return r
}

func TestFromValue(t *testing.T) {
	const admin = `{"Statement":{"Action":"*","Resource":"*"}}`
	unknown := cty.UnknownVal(cty.String)
	for name, c := range map[string]struct {
		attribute merlon.Attribute
		want      merlon.Truth
		policy    bool
	}{
		"known":        {merlon.Attribute{Value: cty.StringVal(admin)}, merlon.True, true},
		"partly known": {merlon.Attribute{Value: unknown, Document: `{"Statement":{"Action":"*","Resource":"⟦x⟧"}}`}, merlon.Unknown, true},
		"unknown":      {merlon.Attribute{Value: unknown}, merlon.Unknown, false},
		"placeholder":  {merlon.Attribute{Value: unknown, Document: `⟦var.policy⟧`}, merlon.Unknown, false},
		"null":         {merlon.Attribute{Value: cty.NullVal(cty.String)}, merlon.False, false},
		"empty":        {merlon.Attribute{Value: cty.StringVal("")}, merlon.False, false},
		"no policy":    {merlon.Attribute{Value: cty.StringVal("no JSON")}, merlon.False, false},
	} {
		c.attribute.Name = "policy"
		p, got := FromValue(resource(merlon.Managed, "aws_iam_policy", c.attribute).Attr("policy"))
		if got != c.want || (p != nil) != c.policy {
			t.Errorf("%s: got policy %v, %v, want %v, %v", name, p != nil, got, c.policy, c.want)
		}
	}
}

// A policy document whose text is unknown still has statements.
func TestFromDocumentBlocks(t *testing.T) {
	strs := func(s ...string) cty.Value {
		var vals []cty.Value
		for _, v := range s {
			vals = append(vals, cty.StringVal(v))
		}
		return cty.ListVal(vals)
	}
	block := &merlon.Block{Attributes: []merlon.Attribute{
		{Name: "actions", Value: strs("s3:*")},
		{Name: "condition", Blocks: []*merlon.Block{{Attributes: []merlon.Attribute{
			{Name: "test", Value: cty.StringVal("ForAnyValue:StringLikeIfExists")},
			{Name: "values", Value: strs("o-1/*")},
			{Name: "variable", Value: cty.StringVal("aws:PrincipalOrgPaths")},
		}}}},
		{Name: "effect", Value: cty.StringVal("Deny")},
		{Name: "not_resources", Value: cty.UnknownVal(cty.List(cty.String))},
		{Name: "principals", Blocks: []*merlon.Block{{Attributes: []merlon.Attribute{
			{Name: "identifiers", Value: strs("*")},
			{Name: "type", Value: cty.StringVal("AWS")},
		}}}},
	}}
	document := resource(merlon.Data, "aws_iam_policy_document",
		merlon.Attribute{Name: "json", Value: cty.UnknownVal(cty.String)},
		merlon.Attribute{Name: "statement", Blocks: []*merlon.Block{block}})
	taker := resource(merlon.Managed, "aws_iam_policy", merlon.Attribute{
		Name: "policy", Value: cty.UnknownVal(cty.String), Refs: []merlon.Ref{{Target: document, Attribute: "json"}},
	})
	p, known := FromValue(taker.Attr("policy"))
	if p == nil || known != merlon.Unknown || len(p.Statements) != 1 {
		t.Fatalf("got %+v, %v, want one statement of a policy not known as a whole", p, known)
	}
	s := p.Statements[0]
	if s.Effect != Deny || !s.Resources.Not || s.Resources.EveryResource() != merlon.Unknown || s.Principals.Anyone() != merlon.True {
		t.Errorf("got %+v, want a Deny of everybody on resources that are not known", s)
	}
	if c := s.Conditions[0]; c.Quantifier != "ForAnyValue" || !c.IfExists || c.Operator != "StringLike" {
		t.Errorf("got %+v, want ForAnyValue, StringLike, IfExists", c)
	}
}
