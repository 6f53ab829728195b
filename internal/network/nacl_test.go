package network

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"merlon"
)

func TestOpenings(t *testing.T) {
	entry := func(number int, action, protocol, cidr string, ports ...int) attrs {
		a := attrs{"rule_no": number, "action": action, "protocol": protocol, "cidr_block": cidr, "from_port": 0, "to_port": 0}
		if len(ports) == 2 {
			a["from_port"], a["to_port"] = ports[0], ports[1]
		}
		return a
	}
	type opening struct {
		Number int
		Sure   merlon.Truth
	}
	world := "0.0.0.0/0"
	for _, c := range []struct {
		name    string
		ingress []attrs
		want    []opening
	}{
		{"allowed", []attrs{entry(100, "allow", "tcp", world, 22, 22)}, []opening{{100, merlon.True}}},
		{"another port", []attrs{entry(100, "allow", "tcp", world, 443, 443)}, nil},
		{"in a range, by number", []attrs{entry(100, "allow", "6", world, 5, 4000)}, []opening{{100, merlon.True}}},
		{"all protocols", []attrs{entry(100, "allow", "-1", world)}, []opening{{100, merlon.True}}},
		{"all but denied before", []attrs{entry(100, "allow", "-1", world), entry(10, "deny", "tcp", world, 22, 22)}, nil},
		{"denied too late", []attrs{entry(10, "allow", "-1", world), entry(100, "deny", "tcp", world, 22, 22)}, []opening{{10, merlon.True}}},
		{"a part denied", []attrs{entry(10, "deny", "tcp", "198.51.100.0/24", 22, 22), entry(20, "allow", "-1", world)}, []opening{{20, merlon.True}}},
		{"denied in halves", []attrs{entry(10, "deny", "-1", "0.0.0.0/1"), entry(20, "deny", "-1", "128.0.0.0/1"), entry(30, "allow", "-1", world)}, nil},
		{"from inside", []attrs{entry(10, "allow", "-1", "10.0.0.0/8")}, nil},
		{"twice", []attrs{entry(20, "allow", "tcp", world, 22, 22), entry(10, "allow", "-1", world)}, []opening{{10, merlon.True}, {20, merlon.True}}},
		{"from an unknown network", []attrs{{"rule_no": 10, "action": "allow", "protocol": "-1", "cidr_block": unknown}}, []opening{{10, merlon.Unknown}}},
		{"after an unknown deny", []attrs{
			{"rule_no": 10, "action": "deny", "protocol": "-1", "cidr_block": unknown}, entry(20, "allow", "-1", world),
		}, []opening{{20, merlon.Unknown}}},
		{"unknown on another port", []attrs{{"rule_no": 10, "action": "allow", "protocol": "tcp", "from_port": 443, "to_port": 443, "cidr_block": unknown}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			acl := resource(t, "aws_network_acl", "x", attrs{"ingress": c.ingress})
			estate(acl)
			var got []opening
			for _, o := range Openings(ACLRules(acl), Ingress, TCP, 22) {
				got = append(got, opening{o.Rule.Number, o.Sure})
			}
			if diff := cmp.Diff(got, c.want); diff != "" {
				t.Errorf("Openings (-got +want):\n%s", diff)
			}
		})
	}
}

func TestACLRulesOf(t *testing.T) {
	acl := resource(t, "aws_network_acl", "x", attrs{"ingress": []attrs{{"rule_no": 200, "action": "allow", "protocol": "-1", "cidr_block": "0.0.0.0/0"}}})
	rule := resource(t, "aws_network_acl_rule", "deny", attrs{
		"network_acl_id": acl, "rule_number": 100, "rule_action": "deny", "protocol": "-1", "cidr_block": "0.0.0.0/0",
	})
	out := resource(t, "aws_network_acl_rule", "out", attrs{
		"network_acl_id": acl, "rule_number": 50, "rule_action": "allow", "egress": true, "protocol": "-1", "cidr_block": "0.0.0.0/0",
	})
	e := estate(acl, rule, out)
	rules := ACLRulesOf(e, acl)
	var numbers []int
	for _, r := range rules {
		numbers = append(numbers, r.Number)
	}
	if diff := cmp.Diff(numbers, []int{50, 100, 200}); diff != "" {
		t.Errorf("order (-got +want):\n%s", diff)
	}
	if got := Openings(rules, Ingress, TCP, 22); len(got) != 0 {
		t.Errorf("%d openings behind a deny of everything, want none", len(got))
	}
	if got := Openings(rules, Egress, TCP, 22); len(got) != 1 {
		t.Errorf("%d ways out, want 1", len(got))
	}
	if ACLOf(rule) != acl || ACLOf(acl) != acl {
		t.Error("ACLOf does not find the ACL")
	}
}
