package network

import (
	"cmp"
	"net/netip"
	"slices"

	"merlon"
)

// ACLTypes are the resource types that are network ACLs.
var ACLTypes = []string{"aws_network_acl", "aws_default_network_acl"}

// An ACLRule is one entry of a network ACL. Entries are tried by ascending
// number, and the first that matches decides.
type ACLRule struct {
	Direction Direction
	Resource  *merlon.Resource
	At        merlon.Value

	// While unknown, Protocol and Ports are the widest that they can be.
	Number   int
	Allow    bool
	Protocol Protocol
	Ports    Ports
	Source   netip.Prefix // invalid where it is not known, or not one
	SourceAt merlon.Value
	// Unknown is what any of the above hangs on; nil where all is known.
	Unknown []merlon.Value
}

// ACLRules are the entries that a resource writes down, in order of number.
func ACLRules(r *merlon.Resource) []ACLRule {
	var rules []ACLRule
	switch {
	case slices.Contains(ACLTypes, r.Type):
		for _, direction := range []Direction{Ingress, Egress} {
			all := r.Attr(string(direction))
			if all.IsUnknown() {
				rules = append(rules, ACLRule{
					Direction: direction, Resource: r, At: all, SourceAt: all,
					Protocol: AnyProtocol, Ports: AllPorts, Unknown: []merlon.Value{all},
				})
			}
			for block := range all.Elements() {
				rules = append(rules, readACL(direction, block, "rule_no", "action"))
			}
		}
	case r.Type == "aws_network_acl_rule":
		direction := Ingress
		if r.Attr("egress").Truth() == merlon.True {
			direction = Egress
		}
		rule := readACL(direction, r.Whole(), "rule_number", "rule_action")
		if v := r.Attr("egress"); v.IsUnknown() {
			rule.Unknown = append(rule.Unknown, v)
		}
		rules = append(rules, rule)
	}
	sortACL(rules)
	return rules
}

func sortACL(rules []ACLRule) {
	slices.SortStableFunc(rules, func(a, b ACLRule) int { return cmp.Compare(a.Number, b.Number) })
}

// ACLRulesOf are all entries of an ACL, its own and those of rule resources,
// in order of number.
func ACLRulesOf(estate *merlon.Estate, acl *merlon.Resource) []ACLRule {
	rules := ACLRules(acl)
	for _, r := range estate.Companions(acl, "aws_network_acl_rule", "network_acl_id").List {
		rules = append(rules, ACLRules(r)...)
	}
	sortACL(rules)
	return rules
}

// ACLOf is the ACL that a resource with entries is, or gives entries to.
func ACLOf(r *merlon.Resource) *merlon.Resource {
	if slices.Contains(ACLTypes, r.Type) {
		return r
	}
	for _, acl := range r.Attr("network_acl_id").Targets(ACLTypes...) {
		return acl
	}
	return nil
}

func readACL(direction Direction, at merlon.Value, number, action string) ACLRule {
	rule := ACLRule{Direction: direction, Resource: at.Resource(), At: at, SourceAt: at, Protocol: AnyProtocol, Ports: AllPorts}
	unknown := func(v merlon.Value) bool {
		if v.IsUnknown() {
			rule.Unknown = append(rule.Unknown, v)
			return true
		}
		return false
	}
	if v := at.Attr(number); !unknown(v) {
		rule.Number, _ = v.Int()
	}
	if v := at.Attr(action); !unknown(v) {
		rule.Allow = v.Is("allow") == merlon.True
	}
	if v := at.Attr("protocol"); !unknown(v) {
		if text, ok := v.Text(); ok {
			rule.Protocol, _ = ParseProtocol(text)
		}
	}
	if rule.Protocol == TCP || rule.Protocol == UDP {
		from, to := at.Attr("from_port"), at.Attr("to_port")
		if unknownFrom, unknownTo := unknown(from), unknown(to); !unknownFrom && !unknownTo {
			first, okFirst := from.Int()
			last, okLast := to.Int()
			if okFirst && okLast && (first > 0 || last > 0) {
				rule.Ports = Ports{first, last}
			}
		}
	}
	for _, name := range []string{"cidr_block", "ipv6_cidr_block"} {
		v := at.Attr(name)
		if v.IsUnknown() && !isInside(v) {
			rule.Unknown, rule.SourceAt = append(rule.Unknown, v), v
		}
		if text, ok := v.Text(); ok && text != "" {
			rule.SourceAt = v
			if prefix, err := ParsePrefix(text); err == nil {
				rule.Source = prefix
			}
		}
	}
	return rule
}

// An Opening is an entry through which an ACL lets the internet in.
type Opening struct {
	Rule ACLRule
	// Sure is Unknown where an unknown entry, or an unknown part of this one,
	// may decide otherwise.
	Sure merlon.Truth
}

// Openings are the entries that let traffic from as good as everyone through
// to a port, after lower-numbered entries had their say. The rules must be in
// order of number.
func Openings(rules []ACLRule, direction Direction, protocol Protocol, port int) []Opening {
	var openings []Opening
	var denied Set
	sure := merlon.True
	for _, rule := range rules {
		if rule.Direction != direction || !rule.Protocol.Covers(protocol) || !rule.Ports.Contains(port) {
			continue
		}
		if len(rule.Unknown) > 0 {
			if mayOpen(rule) {
				openings = append(openings, Opening{rule, merlon.Unknown})
			}
			sure = merlon.Unknown
			continue
		}
		source := SetOf(rule.Source)
		if !rule.Allow {
			denied = denied.Union(source)
			continue
		}
		if source.Minus(denied).IsWorld() {
			openings = append(openings, Opening{rule, sure})
		}
	}
	return openings
}

// mayOpen reports whether an entry that is not wholly known may be an allowing
// one from everyone.
func mayOpen(rule ACLRule) bool {
	if v := rule.At.Attr("action"); v.Is("deny") == merlon.True {
		return false
	}
	if v := rule.At.Attr("rule_action"); v.Is("deny") == merlon.True {
		return false
	}
	return !rule.Source.IsValid() || SetOf(rule.Source).IsWorld()
}
