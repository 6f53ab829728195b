package network

import (
	"slices"
	"strings"

	"merlon"
)

// routeTables are the types that are route tables.
var routeTables = []string{"aws_route_table", "aws_default_route_table"}

var vpcTypes = []string{"aws_vpc", "aws_default_vpc"}

// PublicSubnet reports whether a subnet is public: its route table, or without
// one of its own the VPC's main table, has a route to an internet gateway.
// It is Unknown where the table is not in the estate.
func PublicSubnet(estate *merlon.Estate, subnet *merlon.Resource) merlon.Truth {
	associations := estate.Companions(subnet, "aws_route_table_association", "subnet_id")
	if len(associations.List) > 0 {
		public := merlon.False
		for _, a := range associations.List {
			public = public.Or(targetTablePublic(estate, a.Attr("route_table_id")))
		}
		return public
	}
	main := merlon.Unknown
	if subnet.Type == "aws_default_subnet" {
		main = merlon.True // the default VPC's main table has the gateway
	}
	for _, vpc := range subnet.Attr("vpc_id").Targets(vpcTypes...) {
		main = mainTablePublic(estate, vpc)
	}
	if len(associations.Maybe) > 0 && main == merlon.False {
		return merlon.Unknown
	}
	return main
}

func targetTablePublic(estate *merlon.Estate, id merlon.Value) merlon.Truth {
	for _, table := range id.Targets(routeTables...) {
		return tablePublic(estate, table)
	}
	for _, vpc := range id.Targets(vpcTypes...) { // aws_vpc.x.main_route_table_id
		return mainTablePublic(estate, vpc)
	}
	return merlon.Unknown
}

// mainTablePublic reports whether a VPC's main route table reaches a gateway:
// another table may have been made the main one, the default one may be
// managed, or routes may be added to it by its id.
func mainTablePublic(estate *merlon.Estate, vpc *merlon.Resource) merlon.Truth {
	for _, a := range estate.Companions(vpc, "aws_main_route_table_association", "vpc_id").List {
		return targetTablePublic(estate, a.Attr("route_table_id"))
	}
	for _, table := range estate.Companions(vpc, "aws_default_route_table", "default_route_table_id").List {
		return tablePublic(estate, table)
	}
	if estate.Source == merlon.SourceState || estate.Source == merlon.SourceLive {
		for table := range estate.OfType(routeTables...) {
			main := vpc.Attr("main_route_table_id").String()
			if main != "" && table.Attr("id").String() == main {
				return tablePublic(estate, table)
			}
		}
	}
	public := merlon.TruthOf(vpc.Type == "aws_default_vpc")
	for _, route := range estate.Companions(vpc, "aws_route", "route_table_id").List {
		public = public.Or(routePublic(route.Whole()))
	}
	return public
}

func tablePublic(estate *merlon.Estate, table *merlon.Resource) merlon.Truth {
	public := merlon.False
	routes := table.Attr("route")
	if routes.MayHaveMore() {
		public = merlon.Unknown
	}
	for route := range routes.Elements() {
		public = public.Or(routePublic(route))
	}
	added := estate.Companions(table, "aws_route", "route_table_id")
	for _, route := range added.List {
		public = public.Or(routePublic(route.Whole()))
	}
	if len(added.Maybe) > 0 {
		for _, route := range added.Maybe {
			public = public.Or(routePublic(route.Whole()).And(merlon.Unknown))
		}
	}
	return public
}

var gatewayTypes = []string{"aws_internet_gateway", "data.aws_internet_gateway"}

// routePublic reports whether a route leads out through an internet gateway. A
// route that sends only private addresses there leads nowhere.
func routePublic(route merlon.Value) merlon.Truth {
	gateway := route.Attr("gateway_id")
	if gateway.IsNull() {
		return merlon.False
	}
	if text, ok := gateway.Text(); ok && text != "" {
		return merlon.TruthOf(strings.HasPrefix(text, "igw-")).And(routeDestination(route))
	}
	if !gateway.IsUnknown() {
		return merlon.False
	}
	if len(gateway.Targets(gatewayTypes...)) > 0 {
		return routeDestination(route)
	}
	if refs := gateway.Refs(); len(refs) > 0 && slices.ContainsFunc(refs, func(ref merlon.Ref) bool {
		return ref.Target.Type == "aws_vpn_gateway"
	}) {
		return merlon.False
	}
	return merlon.Unknown
}

func routeDestination(route merlon.Value) merlon.Truth {
	known := false
	for _, name := range []string{"cidr_block", "ipv6_cidr_block", "destination_cidr_block", "destination_ipv6_cidr_block"} {
		v := route.Attr(name)
		if v.IsUnknown() {
			return merlon.Unknown
		}
		text, ok := v.Text()
		if !ok || text == "" {
			continue
		}
		known = true
		if prefix, err := ParsePrefix(text); err == nil && !SetOf(prefix).Public().IsEmpty() {
			return merlon.True
		}
	}
	if known {
		return merlon.False
	}
	return merlon.Unknown // a prefix list
}

// OwnNetworks are the addresses inside a VPC: its CIDR blocks, the secondary
// ones, and those of VPCs that are peered with it. The second result says
// whether they are all: False where one is unknown, or where a gateway leads
// to networks that the estate does not tell of.
func OwnNetworks(estate *merlon.Estate, vpc *merlon.Resource) (Set, merlon.Truth) {
	own, complete := vpcNetworks(estate, vpc)
	type link struct{ typ, near, far string }
	for _, l := range []link{
		{"aws_vpc_peering_connection", "vpc_id", "peer_vpc_id"},
		{"aws_vpc_peering_connection", "peer_vpc_id", "vpc_id"},
	} {
		peerings := estate.Companions(vpc, l.typ, l.near)
		for _, p := range peerings.List {
			others := p.Attr(l.far).Targets(vpcTypes...)
			if len(others) == 0 {
				complete = merlon.False
			}
			for _, other := range others {
				set, all := vpcNetworks(estate, other)
				own, complete = own.Union(set), complete.And(all)
			}
		}
		complete = complete.And(merlon.TruthOf(len(peerings.Maybe) == 0))
	}
	for _, l := range []link{
		{"aws_vpn_gateway", "vpc_id", ""}, {"aws_vpn_gateway_attachment", "vpc_id", ""},
		{"aws_ec2_transit_gateway_vpc_attachment", "vpc_id", ""},
	} {
		found := estate.Companions(vpc, l.typ, l.near)
		complete = complete.And(found.Any().Not().And(merlon.True))
	}
	if complete != merlon.True {
		complete = merlon.False
	}
	return own, complete
}

func vpcNetworks(estate *merlon.Estate, vpc *merlon.Resource) (Set, merlon.Truth) {
	values := []merlon.Value{vpc.Attr("cidr_block")}
	secondary := estate.Companions(vpc, "aws_vpc_ipv4_cidr_block_association", "vpc_id")
	for _, s := range append(secondary.List, secondary.Maybe...) {
		values = append(values, s.Attr("cidr_block"))
	}
	var texts []string
	complete := merlon.True
	for _, v := range values {
		text, ok := v.Text()
		if !ok {
			complete = merlon.False
			continue
		}
		texts = append(texts, text)
	}
	set, bad := ParseSet(texts)
	return set, complete.And(merlon.TruthOf(len(bad) == 0))
}
