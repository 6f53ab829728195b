package network

import (
	"slices"
	"testing"

	"merlon"
)

func TestPublicSubnet(t *testing.T) {
	// Each case adds to a VPC with one subnet, a gateway and a NAT gateway.
	type world struct{ vpc, subnet, gateway, nat *merlon.Resource }
	out := func(gateway any) []attrs { return []attrs{{"cidr_block": "0.0.0.0/0", "gateway_id": gateway}} }
	for _, c := range []struct {
		name string
		more func(*testing.T, world) []*merlon.Resource
		want merlon.Truth
	}{
		{"no tables", func(*testing.T, world) []*merlon.Resource { return nil }, merlon.False},
		{"a table of its own", func(t *testing.T, w world) []*merlon.Resource {
			table := resource(t, "aws_route_table", "a", attrs{"route": out(w.gateway)})
			return []*merlon.Resource{table, resource(t, "aws_route_table_association", "a", attrs{"subnet_id": w.subnet, "route_table_id": table})}
		}, merlon.True},
		{"a table nobody uses", func(t *testing.T, w world) []*merlon.Resource {
			return []*merlon.Resource{resource(t, "aws_route_table", "a", attrs{"route": out(w.gateway)})}
		}, merlon.False},
		{"a route of its own", func(t *testing.T, w world) []*merlon.Resource {
			table := resource(t, "aws_route_table", "a", attrs{})
			return []*merlon.Resource{
				table, resource(t, "aws_route_table_association", "a", attrs{"subnet_id": w.subnet, "route_table_id": table}),
				resource(t, "aws_route", "a", attrs{"route_table_id": table, "destination_ipv6_cidr_block": "::/0", "gateway_id": w.gateway}),
			}
		}, merlon.True},
		{"by NAT", func(t *testing.T, w world) []*merlon.Resource {
			table := resource(t, "aws_route_table", "a", attrs{"route": []attrs{{"cidr_block": "0.0.0.0/0", "nat_gateway_id": w.nat}}})
			return []*merlon.Resource{table, resource(t, "aws_route_table_association", "a", attrs{"subnet_id": w.subnet, "route_table_id": table})}
		}, merlon.False},
		{"to a private network", func(t *testing.T, w world) []*merlon.Resource {
			table := resource(t, "aws_route_table", "a", attrs{"route": []attrs{{"cidr_block": "10.9.0.0/16", "gateway_id": "igw-1"}}})
			return []*merlon.Resource{table, resource(t, "aws_route_table_association", "a", attrs{"subnet_id": w.subnet, "route_table_id": table})}
		}, merlon.False},
		{"by an unknown gateway", func(t *testing.T, w world) []*merlon.Resource {
			table := resource(t, "aws_route_table", "a", attrs{"route": out(unknown)})
			return []*merlon.Resource{table, resource(t, "aws_route_table_association", "a", attrs{"subnet_id": w.subnet, "route_table_id": table})}
		}, merlon.Unknown},
		{"the managed main table", func(t *testing.T, w world) []*merlon.Resource {
			return []*merlon.Resource{resource(t, "aws_default_route_table", "a", attrs{"default_route_table_id": w.vpc, "route": out(w.gateway)})}
		}, merlon.True},
		{"a route added to the main table", func(t *testing.T, w world) []*merlon.Resource {
			return []*merlon.Resource{resource(t, "aws_route", "a", attrs{"route_table_id": w.vpc, "destination_cidr_block": "0.0.0.0/0", "gateway_id": w.gateway})}
		}, merlon.True},
		{"another table made the main one", func(t *testing.T, w world) []*merlon.Resource {
			table := resource(t, "aws_route_table", "a", attrs{"route": out(w.gateway)})
			return []*merlon.Resource{table, resource(t, "aws_main_route_table_association", "a", attrs{"vpc_id": w.vpc, "route_table_id": table})}
		}, merlon.True},
	} {
		t.Run(c.name, func(t *testing.T) {
			vpc := resource(t, "aws_vpc", "main", attrs{"cidr_block": "10.0.0.0/16"})
			w := world{
				vpc: vpc, subnet: resource(t, "aws_subnet", "s", attrs{"vpc_id": vpc}),
				gateway: resource(t, "aws_internet_gateway", "g", attrs{}), nat: resource(t, "aws_nat_gateway", "n", attrs{}),
			}
			e := estate(append(c.more(t, w), w.vpc, w.subnet, w.gateway, w.nat)...)
			if got := PublicSubnet(e, w.subnet); got != c.want {
				t.Errorf("PublicSubnet = %s, want %s", got, c.want)
			}
		})
	}
	stranger := resource(t, "aws_subnet", "s", attrs{"vpc_id": "vpc-1"})
	if got := PublicSubnet(estate(stranger), stranger); got != merlon.Unknown {
		t.Errorf("PublicSubnet in a VPC that is not here = %s, want unknown", got)
	}
}

func TestOwnNetworks(t *testing.T) {
	vpc := resource(t, "aws_vpc", "main", attrs{"cidr_block": "10.0.0.0/16"})
	peer := resource(t, "aws_vpc", "peer", attrs{"cidr_block": "10.9.0.0/16"})
	secondary := resource(t, "aws_vpc_ipv4_cidr_block_association", "s", attrs{"vpc_id": vpc, "cidr_block": "100.64.0.0/16"})
	peering := resource(t, "aws_vpc_peering_connection", "p", attrs{"vpc_id": peer, "peer_vpc_id": vpc})
	own, complete := OwnNetworks(estate(vpc, peer, secondary, peering), vpc)
	if want := mustSet("10.0.0.0/16", "10.9.0.0/16", "100.64.0.0/16"); !own.Contains(want) || !want.Contains(own) {
		t.Errorf("OwnNetworks = %v, want %v", own.Prefixes(), want.Prefixes())
	}
	if complete != merlon.True {
		t.Errorf("complete = %s, want true", complete)
	}
	alone := resource(t, "aws_vpc", "alone", attrs{"cidr_block": "10.0.0.0/16"})
	gateway := resource(t, "aws_vpn_gateway", "g", attrs{"vpc_id": alone})
	if _, complete := OwnNetworks(estate(alone, gateway), alone); complete != merlon.False {
		t.Errorf("complete = %s behind a VPN, want false", complete)
	}
}

func TestUsersAndExposure(t *testing.T) {
	vpc := resource(t, "aws_vpc", "main", attrs{"cidr_block": "10.0.0.0/16"})
	gateway := resource(t, "aws_internet_gateway", "g", attrs{})
	main := resource(t, "aws_default_route_table", "m", attrs{
		"default_route_table_id": vpc, "route": []attrs{{"cidr_block": "0.0.0.0/0", "gateway_id": gateway}},
	})
	public := resource(t, "aws_subnet", "public", attrs{"vpc_id": vpc, "map_public_ip_on_launch": true})
	empty := resource(t, "aws_route_table", "e", attrs{})
	private := resource(t, "aws_subnet", "private", attrs{"vpc_id": vpc, "map_public_ip_on_launch": true})
	association := resource(t, "aws_route_table_association", "p", attrs{"subnet_id": private, "route_table_id": empty})
	rest := []*merlon.Resource{vpc, gateway, main, public, private, empty, association}

	for _, c := range []struct {
		name, typ string
		in        attrs
		more      func(*testing.T, *merlon.Resource) *merlon.Resource
		want      Level
	}{
		{"a rule is no user", "aws_security_group_rule", attrs{}, nil, Unused},
		{"own public IP", "aws_instance", attrs{"associate_public_ip_address": true}, nil, Facing},
		{"none", "aws_instance", attrs{"associate_public_ip_address": false, "subnet_id": public}, nil, Inside},
		{"from its subnet", "aws_instance", attrs{"subnet_id": public}, nil, Facing},
		{"in a private subnet", "aws_instance", attrs{"subnet_id": private, "associate_public_ip_address": true}, nil, Inside},
		{"subnet unknown", "aws_instance", attrs{}, nil, Unclear},
		{"elastic IP", "aws_instance", attrs{"subnet_id": private}, func(t *testing.T, r *merlon.Resource) *merlon.Resource {
			return resource(t, "aws_eip", "e", attrs{"instance": r})
		}, Facing},
		{"load balancer", "aws_lb", attrs{}, nil, Facing},
		{"internal load balancer", "aws_lb", attrs{"internal": true}, nil, Inside},
		{"database", "aws_db_instance", attrs{}, nil, Inside},
		{"public database", "aws_db_instance", attrs{"publicly_accessible": true}, nil, Facing},
		{"function", "aws_lambda_function", attrs{}, nil, Inside},
		{"task", "aws_ecs_service", attrs{"network_configuration": []attrs{{"assign_public_ip": true}}}, nil, Facing},
		{"something else", "aws_workspaces_directory", attrs{}, nil, Unclear},
	} {
		t.Run(c.name, func(t *testing.T) {
			group := resource(t, "aws_security_group", "g", attrs{})
			c.in["security_groups"] = []*merlon.Resource{group}
			user := resource(t, c.typ, "u", c.in)
			all := append(slices.Clone(rest), group, user)
			if c.more != nil {
				all = append(all, c.more(t, user))
			}
			got := ExposureOf(estate(all...), group)
			if got.Level != c.want {
				t.Errorf("exposure %d (%s), want %d", got.Level, got, c.want)
			}
		})
	}
}
