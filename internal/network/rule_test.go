package network

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"merlon"
)

// said is what a rule comes to, for comparison.
type said struct {
	Direction Direction
	Traffic   string
	Peers     []string
	Unknown   int
	More      int
}

func sayAll(rules []Rule) []said {
	var out []said
	for _, r := range rules {
		s := said{Direction: r.Direction, Traffic: r.Traffic(), Unknown: len(r.Unknown), More: len(r.MorePeers)}
		for _, p := range r.Peers {
			switch p.Kind {
			case PeerAddress:
				s.Peers = append(s.Peers, p.Prefix.String())
			case PeerPrefixList:
				s.Peers = append(s.Peers, "prefix list")
			case PeerGroup:
				s.Peers = append(s.Peers, "group")
			case PeerSelf:
				s.Peers = append(s.Peers, "self")
			}
		}
		out = append(out, s)
	}
	return out
}

func TestRules(t *testing.T) {
	open := []string{"0.0.0.0/0"}
	vpc := resource(t, "aws_vpc", "main", attrs{"cidr_block": "10.0.0.0/16"})
	inline := func(in attrs) attrs { return attrs{"ingress": []attrs{in}} }
	for _, c := range []struct {
		name, typ string
		in        attrs
		want      []said
	}{
		{"blocks", "aws_security_group", attrs{
			"ingress": []attrs{{"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": open}},
			"egress":  []attrs{{"protocol": "-1", "from_port": 0, "to_port": 0, "cidr_blocks": open, "ipv6_cidr_blocks": []string{"::/0"}}},
		}, []said{
			{Ingress, "TCP port 22", open, 0, 0},
			{Egress, "all traffic", []string{"0.0.0.0/0", "::/0"}, 0, 0},
		}},
		{"attribute as blocks", "aws_default_security_group", attrs{
			"ingress": cty.TupleVal([]cty.Value{cty.ObjectVal(map[string]cty.Value{
				"protocol": cty.StringVal("6"), "from_port": cty.StringVal("80"), "to_port": cty.NumberIntVal(81),
				"cidr_blocks": cty.ListVal([]cty.Value{cty.StringVal("0.0.0.0/0")}), "self": cty.True,
				"security_groups": cty.ListValEmpty(cty.String), "prefix_list_ids": cty.NullVal(cty.List(cty.String)),
			})}),
		}, []said{{Ingress, "TCP ports 80-81", []string{"0.0.0.0/0", "self"}, 0, 0}}},
		{"rule resource", "aws_security_group_rule", attrs{
			"type": "egress", "protocol": "udp", "from_port": 53, "to_port": 53,
			"prefix_list_ids": []string{"pl-1"}, "source_security_group_id": "sg-1",
		}, []said{{Egress, "UDP port 53", []string{"prefix list", "group"}, 0, 0}}},
		{"VPC rule for all", "aws_vpc_security_group_ingress_rule", attrs{"ip_protocol": "-1", "from_port": 1, "to_port": 2, "cidr_ipv6": "::/0"},
			[]said{{Ingress, "all traffic", []string{"::/0"}, 0, 0}}},
		{"VPC rule for a group", "aws_vpc_security_group_egress_rule", attrs{"ip_protocol": "tcp", "from_port": 443, "to_port": 443, "referenced_security_group_id": unknown},
			[]said{{Egress, "TCP port 443", []string{"group"}, 0, 0}}},
		{"ports that the provider refuses", "aws_security_group", inline(attrs{"protocol": "-1", "from_port": 20, "to_port": 200, "cidr_blocks": open}),
			[]said{{Ingress, "ports 20-200 of all protocols", open, 0, 0}}},
		{"zero means all", "aws_security_group", inline(attrs{"protocol": "tcp", "from_port": 0, "to_port": 0}),
			[]said{{Ingress, "all TCP ports", nil, 0, 0}}},
		{"minus one means all", "aws_security_group", inline(attrs{"protocol": "tcp", "from_port": -1, "to_port": -1}),
			[]said{{Ingress, "all TCP ports", nil, 0, 0}}},
		{"nothing said means all", "aws_security_group", inline(attrs{"cidr_blocks": open}),
			[]said{{Ingress, "all traffic", open, 0, 0}}},
		{"ICMP", "aws_security_group", inline(attrs{"protocol": "icmp", "from_port": 3, "to_port": 4}),
			[]said{{Ingress, "ICMP", nil, 0, 0}}},
		{"what is no address", "aws_security_group", inline(attrs{"protocol": "tcp", "from_port": 1, "to_port": 1, "cidr_blocks": []string{"nonsense", "10.0.0.0/8"}}),
			[]said{{Ingress, "TCP port 1", []string{"10.0.0.0/8"}, 0, 0}}},
		{"unknown parts", "aws_security_group", inline(attrs{"protocol": "tcp", "from_port": unknown, "to_port": 22, "cidr_blocks": unknown}),
			[]said{{Ingress, "unknown ports", nil, 1, 1}}},
		{"unknown beside known", "aws_security_group", inline(attrs{"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": cty.TupleVal([]cty.Value{cty.StringVal("0.0.0.0/0"), unknown})}),
			[]said{{Ingress, "TCP port 22", open, 0, 1}}},
		{"unknown, and from inside", "aws_security_group", inline(attrs{"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": []*merlon.Resource{vpc}}),
			[]said{{Ingress, "TCP port 22", nil, 0, 0}}},
		{"unknown rules", "aws_security_group", attrs{"ingress": cty.DynamicVal},
			[]said{{Ingress, "unknown ports", nil, 1, 1}}},
		{"unknown direction", "aws_security_group_rule", attrs{"type": unknown, "protocol": "-1"},
			[]said{{Ingress, "unknown ports", nil, 1, 0}}},
		{"another type", "aws_instance", attrs{}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := resource(t, c.typ, "x", c.in)
			estate(r, vpc)
			if diff := cmp.Diff(sayAll(Rules(r)), c.want); diff != "" {
				t.Errorf("Rules (-got +want):\n%s", diff)
			}
		})
	}
}

func TestPrefixLists(t *testing.T) {
	everyone := resource(t, "aws_ec2_managed_prefix_list", "all", attrs{"entry": []attrs{{"cidr": "0.0.0.0/1"}}})
	half := resource(t, "aws_ec2_managed_prefix_list_entry", "half", attrs{"prefix_list_id": everyone, "cidr": "128.0.0.0/1"})
	office := resource(t, "aws_ec2_managed_prefix_list", "office", attrs{"entry": []attrs{{"cidr": "198.51.100.0/24"}}})
	group := resource(t, "aws_security_group", "g", attrs{"ingress": []attrs{
		{"protocol": "tcp", "from_port": 22, "to_port": 22, "prefix_list_ids": []*merlon.Resource{everyone}},
		{"protocol": "tcp", "from_port": 22, "to_port": 22, "prefix_list_ids": []*merlon.Resource{office}},
	}})
	estate(everyone, half, office, group)
	want := []said{
		{Ingress, "TCP port 22", []string{"prefix list", "0.0.0.0/0"}, 0, 0},
		{Ingress, "TCP port 22", []string{"prefix list"}, 0, 0},
	}
	if diff := cmp.Diff(sayAll(Rules(group)), want); diff != "" {
		t.Errorf("Rules (-got +want):\n%s", diff)
	}
}

func TestOpens(t *testing.T) {
	for _, c := range []struct {
		rule     Rule
		protocol Protocol
		port     int
		want     merlon.Truth
	}{
		{Rule{Protocol: TCP, Ports: Ports{20, 25}}, TCP, 22, merlon.True},
		{Rule{Protocol: TCP, Ports: Ports{20, 25}}, UDP, 22, merlon.False},
		{Rule{Protocol: TCP, Ports: Ports{25, 20}}, TCP, 22, merlon.False},
		{Rule{Protocol: AnyProtocol, Ports: AllPorts}, UDP, 161, merlon.True},
		{Rule{Protocol: ICMP, Ports: AllPorts}, TCP, 22, merlon.False},
		{Rule{Protocol: TCP, Ports: AllPorts, Unknown: make([]merlon.Value, 1)}, TCP, 22, merlon.Unknown},
		{Rule{Protocol: UDP, Ports: AllPorts, Unknown: make([]merlon.Value, 1)}, TCP, 22, merlon.False},
	} {
		if got := c.rule.Opens(c.protocol, c.port); got != c.want {
			t.Errorf("%s: Opens(%s, %d) = %s, want %s", c.rule.Traffic(), c.protocol, c.port, got, c.want)
		}
	}
}

func TestRulesOf(t *testing.T) {
	group := resource(t, "aws_security_group", "g", attrs{"ingress": []attrs{{"protocol": "tcp", "from_port": 1, "to_port": 1}}})
	other := resource(t, "aws_security_group", "other", attrs{})
	e := estate(group, other,
		resource(t, "aws_security_group_rule", "r", attrs{"type": "ingress", "security_group_id": group, "protocol": "tcp", "from_port": 2, "to_port": 2}),
		resource(t, "aws_vpc_security_group_egress_rule", "r", attrs{"security_group_id": group, "ip_protocol": "tcp", "from_port": 3, "to_port": 3}),
		resource(t, "aws_vpc_security_group_egress_rule", "o", attrs{"security_group_id": other, "ip_protocol": "tcp", "from_port": 4, "to_port": 4}),
	)
	var got []string
	for _, r := range RulesOf(e, group) {
		got = append(got, r.Traffic())
	}
	if diff := cmp.Diff(got, []string{"TCP port 1", "TCP port 2", "TCP port 3"}); diff != "" {
		t.Errorf("RulesOf (-got +want):\n%s", diff)
	}
	for r := range e.OfType("aws_security_group_rule") {
		if GroupOf(r) != group {
			t.Errorf("GroupOf(%s) = %v, want the group", r.Address, GroupOf(r))
		}
	}
}
