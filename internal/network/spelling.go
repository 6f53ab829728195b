package network

import (
	"slices"

	"merlon"
)

// GroupTypes are the resource types that are security groups.
var GroupTypes = []string{"aws_security_group", "aws_default_security_group"}

// RuleTypes are the resource types that hold security group rules.
var RuleTypes = []string{
	"aws_security_group", "aws_default_security_group", "aws_security_group_rule",
	"aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule",
}

// A spelling is how one resource type names the parts of a rule.
type spelling struct {
	protocol    string
	addresses   []string
	prefixLists string
	groups      string
	self        string
	// portless is set where the API ignores the ports of a rule for all
	// protocols. Elsewhere the provider refuses such ports, and they are read
	// as what the author meant.
	portless bool
}

var (
	inlineSpelling = spelling{
		protocol: "protocol", addresses: []string{"cidr_blocks", "ipv6_cidr_blocks"},
		prefixLists: "prefix_list_ids", groups: "security_groups", self: "self",
	}
	ruleSpelling = spelling{
		protocol: "protocol", addresses: []string{"cidr_blocks", "ipv6_cidr_blocks"},
		prefixLists: "prefix_list_ids", groups: "source_security_group_id", self: "self",
	}
	vpcSpelling = spelling{
		protocol: "ip_protocol", addresses: []string{"cidr_ipv4", "cidr_ipv6"},
		prefixLists: "prefix_list_id", groups: "referenced_security_group_id", portless: true,
	}
)

// Rules are the rules that a resource writes down: the blocks of a group, or
// the one that a rule resource is. Other resources have none. They are read
// once and shared: they must not be changed.
func Rules(r *merlon.Resource) []Rule { return slices.Clip(rules.Of(r)) }

var rules = merlon.Derive(readRules)

func readRules(r *merlon.Resource) []Rule {
	switch r.Type {
	case "aws_security_group", "aws_default_security_group":
		return append(inlineRules(r, Ingress), inlineRules(r, Egress)...)
	case "aws_security_group_rule":
		return ruleResource(r)
	case "aws_vpc_security_group_ingress_rule":
		return []Rule{vpcSpelling.read(Ingress, r.Whole())}
	case "aws_vpc_security_group_egress_rule":
		return []Rule{vpcSpelling.read(Egress, r.Whole())}
	}
	return nil
}

func inlineRules(r *merlon.Resource, direction Direction) []Rule {
	all := r.Attr(string(direction))
	if all.IsUnknown() {
		return []Rule{{
			Direction: direction, Resource: r, At: all, Protocol: AnyProtocol, Ports: AllPorts,
			Unknown: []merlon.Value{all}, MorePeers: []merlon.Value{all},
			Description: all.Attr("description"),
		}}
	}
	var rules []Rule
	for block := range all.Elements() {
		rules = append(rules, inlineSpelling.read(direction, block))
	}
	return rules
}

func ruleResource(r *merlon.Resource) []Rule {
	kind := r.Attr("type")
	rule := ruleSpelling.read(Ingress, r.Whole())
	switch {
	case kind.Is("egress") == merlon.True:
		rule.Direction = Egress
	case kind.IsUnknown():
		rule.Unknown = append(rule.Unknown, kind)
	}
	return []Rule{rule}
}

// RulesOf are all rules of a group: its own, and those that other resources
// give it.
func RulesOf(estate *merlon.Estate, group *merlon.Resource) []Rule {
	rules := Rules(group)
	for _, typ := range RuleTypes[2:] {
		for _, r := range estate.Companions(group, typ, "security_group_id").List {
			rules = append(rules, Rules(r)...)
		}
	}
	return rules
}

// GroupOf is the group that a resource with rules is, or gives rules to: nil
// where it is not in the estate.
func GroupOf(r *merlon.Resource) *merlon.Resource {
	if slices.Contains(GroupTypes, r.Type) {
		return r
	}
	for _, group := range r.Attr("security_group_id").Targets(GroupTypes...) {
		return group
	}
	// A VPC tells the id of its default group.
	for _, vpc := range r.Attr("security_group_id").Targets("aws_vpc", "aws_default_vpc") {
		return r.Estate().Companions(vpc, "aws_default_security_group", "vpc_id").First()
	}
	return nil
}

func (s spelling) read(direction Direction, at merlon.Value) Rule {
	rule := Rule{
		Direction: direction, Resource: at.Resource(), At: at,
		Description: at.Attr("description"),
	}
	s.readPorts(&rule)
	for _, name := range s.addresses {
		readAddresses(&rule, at.Attr(name))
	}
	if v := at.Attr(s.prefixLists); v.IsUnknown() || v.Len() > 0 {
		rule.Peers = append(rule.Peers, Peer{Kind: PeerPrefixList, At: v})
		readPrefixLists(&rule, v)
	}
	if v := at.Attr(s.groups); v.IsUnknown() || v.Len() > 0 {
		rule.Peers = append(rule.Peers, Peer{Kind: PeerGroup, At: v})
	}
	if s.self != "" {
		if v := at.Attr(s.self); v.Truth() == merlon.True {
			rule.Peers = append(rule.Peers, Peer{Kind: PeerSelf, At: v})
		}
	}
	return rule
}

// readPorts reads protocol and ports. A rule that lacks them is for all.
//
// 0-0 of TCP or UDP is one port to AWS, and nobody uses it: who writes it
// means all, as with protocol -1, and -1 to -1 is the same thought. Both are
// read as all ports.
func (s spelling) readPorts(rule *Rule) {
	rule.Protocol, rule.Ports = AnyProtocol, AllPorts
	protocol, from, to := rule.At.Attr(s.protocol), rule.At.Attr("from_port"), rule.At.Attr("to_port")
	if protocol.IsUnknown() {
		rule.Unknown = append(rule.Unknown, protocol)
	} else if text, ok := protocol.Text(); ok {
		rule.Protocol, _ = ParseProtocol(text)
	}
	if !rule.Protocol.HasPorts() || s.portless && rule.Protocol == AnyProtocol && len(rule.Unknown) == 0 {
		return
	}
	for _, v := range []merlon.Value{from, to} {
		if v.IsUnknown() {
			rule.Unknown = append(rule.Unknown, v)
		}
	}
	first, okFirst := from.Int()
	last, okLast := to.Int()
	switch {
	case !okFirst && !okLast:
		return
	case !okFirst:
		first = last
	case !okLast:
		last = first
	}
	if first <= 0 && last <= 0 {
		return
	}
	rule.Ports = Ports{first, last}
}

func readAddresses(rule *Rule, v merlon.Value) {
	if v.IsUnknown() {
		if !isInside(v) {
			rule.MorePeers = append(rule.MorePeers, v)
		}
		return
	}
	n, unknown := 0, false
	for e := range v.Elements() {
		if n++; n > maxPrefixes {
			unknown = true
			break
		}
		if text, ok := e.Text(); ok {
			// The provider refuses what is not a CIDR block: it opens nothing.
			if prefix, err := ParsePrefix(text); err == nil {
				rule.Peers = append(rule.Peers, Peer{Kind: PeerAddress, Prefix: prefix, At: v})
			}
			continue
		}
		unknown = unknown || e.IsUnknown()
	}
	if unknown && !isInside(v) {
		rule.MorePeers = append(rule.MorePeers, v)
	}
}

// readPrefixLists adds the addresses of prefix lists that let everyone in. Other
// lists are what they should be, a named choice of networks, and stay names.
func readPrefixLists(rule *Rule, v merlon.Value) {
	for _, list := range v.Targets("aws_ec2_managed_prefix_list") {
		var texts []string
		for cidr := range list.All("entry", "cidr") {
			texts = append(texts, cidr.String())
		}
		for _, entry := range list.Estate().Companions(list, "aws_ec2_managed_prefix_list_entry", "prefix_list_id").List {
			texts = append(texts, entry.Attr("cidr").String())
		}
		set, _ := ParseSet(texts)
		if !set.IsWorld() {
			continue
		}
		for _, prefix := range set.Prefixes() {
			rule.Peers = append(rule.Peers, Peer{Kind: PeerAddress, Prefix: prefix, At: v})
		}
	}
}

// insideTypes are resources whose addresses are never those of everyone, even
// while they are unknown.
var insideTypes = []string{
	"aws_vpc", "aws_default_vpc", "aws_subnet", "aws_default_subnet", "aws_vpc_ipv4_cidr_block_association",
	"aws_vpc_ipv6_cidr_block_association", "aws_vpc_ipam_pool_cidr_allocation", "aws_vpc_ipam_preview_next_cidr",
	"aws_eip", "aws_nat_gateway", "aws_instance", "aws_network_interface",
}

// isInside reports whether an unknown value comes from such resources alone.
func isInside(v merlon.Value) bool {
	refs := v.Refs()
	for _, ref := range refs {
		if !slices.Contains(insideTypes, ref.Target.Type) {
			return false
		}
	}
	return len(refs) > 0
}
