package merlon_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"merlon"
)

func at(line int32) merlon.Range {
	return merlon.Range{File: "main.tf", Start: merlon.Pos{Line: line, Column: 1}, End: merlon.Pos{Line: line, Column: 9}}
}

func attr(name string, line int32, v cty.Value) merlon.Attribute {
	return merlon.Attribute{Name: name, Value: v, Range: at(line)}
}

// group is a security group with two ingress blocks and a few plain attributes.
func group() *merlon.Resource {
	rule := func(line int32, port int64, cidrs ...string) *merlon.Block {
		vals := make([]cty.Value, len(cidrs))
		for i, c := range cidrs {
			vals[i] = cty.StringVal(c)
		}
		list := cty.ListValEmpty(cty.String)
		if len(vals) > 0 {
			list = cty.ListVal(vals)
		}
		return &merlon.Block{Header: at(line), Attributes: []merlon.Attribute{
			attr("cidr_blocks", line+1, list), attr("from_port", line+2, cty.NumberIntVal(port)),
		}}
	}
	computed := attr("arn", 1, cty.UnknownVal(cty.String))
	computed.Computed = true
	defaulted := attr("revoke", 8, cty.False)
	defaulted.Defaulted = true
	return &merlon.Resource{
		Address: `module.net["a"].aws_security_group.web[0]`, Type: "aws_security_group", Name: "web",
		Origin: merlon.Origin{Header: at(1)},
		Body: &merlon.Block{Header: at(1), Attributes: []merlon.Attribute{
			computed,
			{Name: "ingress", Range: at(3), Blocks: []*merlon.Block{rule(3, 22, "0.0.0.0/0"), rule(7, 443, "10.0.0.0/8", "::/0")}},
			attr("name", 2, cty.StringVal("web")),
			attr("policy", 4, cty.UnknownVal(cty.String)),
			defaulted,
			attr("tags", 5, cty.MapVal(map[string]cty.Value{"Team": cty.StringVal("web")})),
		}},
	}
}

func TestValueNavigation(t *testing.T) {
	r := group()
	merlon.NewEstate(merlon.SourceCode, []*merlon.Resource{r}, nil)

	if got := r.Attr("ingress", "from_port").String(); got != "22" {
		t.Errorf("first block's port: got %q, want 22", got)
	}
	var ports []string
	for v := range r.All("ingress", "from_port") {
		ports = append(ports, v.Path()+"="+v.String())
	}
	if diff := cmp.Diff([]string{"ingress[0].from_port=22", "ingress[1].from_port=443"}, ports); diff != "" {
		t.Errorf("all ports (-want +got):\n%s", diff)
	}
	var cidrs []string
	for v := range r.Elements("ingress", "cidr_blocks") {
		cidrs = append(cidrs, v.String())
	}
	if want := []string{"0.0.0.0/0", "10.0.0.0/8", "::/0"}; !slices.Equal(cidrs, want) {
		t.Errorf("all addresses: got %v, want %v", cidrs, want)
	}
	if got := r.Attr("tags", "Team").String(); got != "web" {
		t.Errorf("map entry: got %q, want web", got)
	}

	missing := r.Attr("ingress", "description")
	if !missing.IsNull() || missing.IsSet() || missing.Truth() != merlon.False {
		t.Errorf("absent attribute is not null: %#v", missing.Cty())
	}
	if got := missing.Range().Start.Line; got != 3 {
		t.Errorf("absent attribute stands at line %d, want its block's header at 3", got)
	}
	if got := missing.Name(); got != "description" {
		t.Errorf("got name %q, want description", got)
	}
	if v := r.Attr("arn"); v.IsSet() || v.IsUnknown() {
		t.Error("an attribute that the provider computes must be absent to checks")
	}
	if v := r.Attr("revoke"); v.IsSet() || v.Range().Start.Line != 8 || v.Effective().True() {
		t.Error("a null with a default must be null where it stands, and effectively its default")
	}
}

func TestValueIsThreeValued(t *testing.T) {
	r := group()
	policy := r.Attr("policy")
	if policy.Truth() != merlon.Unknown || policy.Is("x") != merlon.Unknown || policy.IsNull() || !policy.IsUnknown() {
		t.Error("an unknown value must answer unknown to everything")
	}
	if got := r.Attr("policy", "Statement", "Effect"); !got.IsUnknown() {
		t.Errorf("part of an unknown value: got %#v, want unknown", got.Cty())
	}
	if got := r.Attr("name").Is("WEB", "other"); got != merlon.True {
		t.Errorf("Is with other letter case: got %v, want true", got)
	}
	if got := r.Attr("nothing").Or(merlon.True); got != merlon.True {
		t.Errorf("default of an absent value: got %v, want true", got)
	}
	for v, want := range map[cty.Value]merlon.Truth{
		cty.StringVal("true"): merlon.True, cty.StringVal("false"): merlon.False, cty.NumberIntVal(1): merlon.True,
		cty.True: merlon.True, cty.StringVal("no"): merlon.False,
	} {
		one := &merlon.Resource{Body: &merlon.Block{Attributes: []merlon.Attribute{attr("a", 1, v)}}}
		if got := one.Attr("a").Truth(); got != want {
			t.Errorf("truth of %#v: got %v, want %v", v, got, want)
		}
	}
	texts, complete := (&merlon.Resource{Body: &merlon.Block{Attributes: []merlon.Attribute{
		attr("a", 1, cty.ListVal([]cty.Value{cty.StringVal("x"), cty.UnknownVal(cty.String)})),
	}}}).Attr("a").Strings()
	if !slices.Equal(texts, []string{"x"}) || complete {
		t.Errorf("got %v, complete %v; want [x] and not complete", texts, complete)
	}
}

func TestTruth(t *testing.T) {
	all := []merlon.Truth{merlon.False, merlon.True, merlon.Unknown}
	for _, a := range all {
		if a.Not().Not() != a {
			t.Errorf("not not %v is %v", a, a.Not().Not())
		}
		for _, b := range all {
			if a.And(b) != b.And(a) || a.Or(b) != b.Or(a) {
				t.Errorf("%v and %v: order matters", a, b)
			}
			// De Morgan holds in Kleene's logic.
			if a.And(b).Not() != a.Not().Or(b.Not()) {
				t.Errorf("not (%v and %v) is not (not a or not b)", a, b)
			}
		}
	}
	if got := merlon.Unknown.And(merlon.False); got != merlon.False {
		t.Errorf("unknown and false: got %v, want false", got)
	}
	if got := merlon.Unknown.Or(merlon.True); got != merlon.True {
		t.Errorf("unknown or true: got %v, want true", got)
	}
}

func TestAddresses(t *testing.T) {
	for address, want := range map[string]string{
		`module.net["a"].aws_security_group.web[0]`: "module.net.aws_security_group.web",
		`aws_x.y["a.b[\"c\"]"]`:                     "aws_x.y",
		"aws_x.y":                                   "aws_x.y",
	} {
		if got := merlon.StripKeys(address); got != want {
			t.Errorf("StripKeys(%s): got %s, want %s", address, got, want)
		}
	}
	list := []string{"aws_x.y[10]", "aws_x.y[9]", "aws_x.b", "aws_x.y"}
	slices.SortFunc(list, merlon.CompareAddresses)
	if want := []string{"aws_x.b", "aws_x.y", "aws_x.y[9]", "aws_x.y[10]"}; !slices.Equal(list, want) {
		t.Errorf("got order %v, want %v", list, want)
	}
}
