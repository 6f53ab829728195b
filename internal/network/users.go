package network

import (
	"slices"
	"strings"

	"merlon"
)

// groupLinks are the attributes by which resources name their groups in state
// and live estates, where links are identities. In code [merlon.Estate.Referrers]
// finds them all.
var groupLinks = []struct{ typ, path string }{
	{"aws_instance", "vpc_security_group_ids"}, {"aws_instance", "security_groups"},
	{"aws_launch_template", "vpc_security_group_ids"}, {"aws_launch_template", "network_interfaces.security_groups"},
	{"aws_launch_configuration", "security_groups"},
	{"aws_network_interface", "security_groups"}, {"aws_network_interface_sg_attachment", "security_group_id"},
	{"aws_lb", "security_groups"}, {"aws_alb", "security_groups"}, {"aws_elb", "security_groups"},
	{"aws_db_instance", "vpc_security_group_ids"}, {"aws_rds_cluster", "vpc_security_group_ids"},
	{"aws_redshift_cluster", "vpc_security_group_ids"}, {"aws_docdb_cluster", "vpc_security_group_ids"},
	{"aws_neptune_cluster", "vpc_security_group_ids"}, {"aws_dms_replication_instance", "vpc_security_group_ids"},
	{"aws_elasticache_cluster", "security_group_ids"}, {"aws_elasticache_replication_group", "security_group_ids"},
	{"aws_lambda_function", "vpc_config.security_group_ids"}, {"aws_ecs_service", "network_configuration.security_groups"},
	{"aws_eks_cluster", "vpc_config.security_group_ids"}, {"aws_efs_mount_target", "security_groups"},
	{"aws_vpc_endpoint", "security_group_ids"}, {"aws_mq_broker", "security_groups"},
	{"aws_opensearch_domain", "vpc_options.security_group_ids"}, {"aws_elasticsearch_domain", "vpc_options.security_group_ids"},
	{"aws_msk_cluster", "broker_node_group_info.security_groups"},
}

// Users are the resources that a security group protects: those that carry it.
// Groups and rules that merely name it are none. An attachment stands for the
// network interface it attaches to, where that is in the estate.
func Users(estate *merlon.Estate, group *merlon.Resource) []*merlon.Resource {
	var users []*merlon.Resource
	add := func(r *merlon.Resource) {
		if r.Mode != merlon.Managed || slices.Contains(RuleTypes, r.Type) {
			return
		}
		if r.Type == "aws_network_interface_sg_attachment" {
			carriers := r.Attr("network_interface_id").Targets("aws_network_interface", "aws_instance")
			if len(carriers) > 0 {
				r = carriers[0]
			}
		}
		if !slices.Contains(users, r) {
			users = append(users, r)
		}
	}
	for _, ref := range estate.Referrers(group) {
		add(ref.Resource)
	}
	for _, link := range groupLinks {
		for _, r := range estate.Companions(group, link.typ, link.path).List {
			add(r)
		}
	}
	return users
}

// A Level says how near the internet can come to what a group protects.
type Level uint8

// The levels of exposure, least first.
const (
	Unused  Level = iota // nothing in the estate carries the group
	Inside               // nothing that carries it has a public address
	Unclear              // it cannot be told
	Facing               // something that carries it has a public address
)

// An Exposure is how near the internet can come to something, and why.
type Exposure struct {
	Level Level
	// By is the resource that decides; nil for Unused.
	By *merlon.Resource
	// Reason completes the sentence "it protects By, which ...".
	Reason string
}

// String tells the exposure as the end of a sentence.
func (e Exposure) String() string {
	if e.By == nil {
		return "nothing here uses the group"
	}
	return "the group protects " + e.By.Label() + ", which " + e.Reason
}

// ExposureOf is the exposure of a security group: that of its most exposed
// user. Among equals, a load balancer comes last, as it answers on its
// listeners' ports only.
func ExposureOf(estate *merlon.Estate, group *merlon.Resource) Exposure {
	switch {
	case group == nil:
		return Exposure{Level: Unclear}
	case group.Estate() == estate:
		return exposures.Of(group) // each of its rules asks
	}
	return worstOf(estate, group)
}

var exposures = merlon.Derive(func(group *merlon.Resource) Exposure { return worstOf(group.Estate(), group) })

func worstOf(estate *merlon.Estate, group *merlon.Resource) Exposure {
	worst := Exposure{}
	for _, user := range Users(estate, group) {
		e := exposureOf(estate, user)
		if worst.By == nil || e.Level > worst.Level || e.Level == worst.Level && IsLoadBalancer(worst.By) && !IsLoadBalancer(user) {
			worst = e
		}
	}
	return worst
}

// IsLoadBalancer reports whether the resource is an elastic load balancer.
func IsLoadBalancer(r *merlon.Resource) bool {
	return r.Type == "aws_lb" || r.Type == "aws_alb" || r.Type == "aws_elb"
}

// switches are the attributes that give a resource a public address, with what
// holds where they are not set.
var switches = map[string]struct {
	path   string
	absent merlon.Truth
}{
	"aws_db_instance":              {"publicly_accessible", merlon.False},
	"aws_rds_cluster_instance":     {"publicly_accessible", merlon.False},
	"aws_redshift_cluster":         {"publicly_accessible", merlon.Unknown}, // the default changed with provider 6
	"aws_dms_replication_instance": {"publicly_accessible", merlon.False},
	"aws_mq_broker":                {"publicly_accessible", merlon.False},
	"aws_ecs_service":              {"network_configuration.assign_public_ip", merlon.False},
	"aws_launch_template":          {"network_interfaces.associate_public_ip_address", merlon.Unknown},
	"aws_launch_configuration":     {"associate_public_ip_address", merlon.Unknown},
}

// insideOnly are services that give no public address to what carries a group.
var insideOnly = []string{
	"aws_dax_cluster", "aws_docdb_cluster", "aws_efs_mount_target", "aws_elasticache_cluster",
	"aws_elasticache_replication_group", "aws_elasticache_serverless_cache", "aws_lambda_function",
	"aws_memorydb_cluster", "aws_neptune_cluster", "aws_vpc_endpoint", "aws_opensearch_domain",
	"aws_elasticsearch_domain", "aws_codebuild_project", "aws_apprunner_vpc_connector",
}

func exposureOf(estate *merlon.Estate, user *merlon.Resource) Exposure {
	facing, reason := merlon.Unknown, "may have a public address"
	switch {
	case IsLoadBalancer(user):
		facing, reason = user.Attr("internal").Truth().Not(), "faces the internet"
	case user.Type == "aws_instance" || user.Type == "aws_network_interface":
		facing, reason = instancePublic(estate, user)
	case slices.Contains(insideOnly, user.Type):
		facing = merlon.False
	default:
		if s, ok := switches[user.Type]; ok {
			facing = user.Attr(strings.Split(s.path, ".")...).Or(s.absent)
			reason = "has a public address"
		}
	}
	switch facing {
	case merlon.True:
		return Exposure{Facing, user, reason}
	case merlon.False:
		return Exposure{Inside, user, "has no public address"}
	}
	return Exposure{Unclear, user, "may have a public address"}
}

// instancePublic reports whether an instance or interface has an address that
// the internet reaches: one of its own, by its subnet or an elastic one.
func instancePublic(estate *merlon.Estate, r *merlon.Resource) (merlon.Truth, string) {
	elastic := []struct{ typ, path string }{
		{"aws_eip", "instance"}, {"aws_eip_association", "instance_id"},
		{"aws_eip", "network_interface"}, {"aws_eip_association", "network_interface_id"},
	}
	for _, link := range elastic {
		if len(estate.Companions(r, link.typ, link.path).List) > 0 {
			return merlon.True, "has an elastic IP"
		}
	}
	var subnet *merlon.Resource
	for _, s := range r.Attr("subnet_id").Targets("aws_subnet", "aws_default_subnet") {
		subnet = s
	}
	reach := merlon.Unknown
	if subnet != nil {
		reach = PublicSubnet(estate, subnet)
	}
	switch own := r.Attr("associate_public_ip_address"); {
	case own.Truth() == merlon.True && reach == merlon.False:
		return merlon.False, ""
	case own.Truth() == merlon.True && reach == merlon.True:
		return merlon.True, "has a public IP in a public subnet"
	case own.Truth() == merlon.True:
		return merlon.True, "has a public IP"
	case own.IsUnknown():
		return merlon.Unknown, ""
	case own.IsSet():
		return merlon.False, ""
	case subnet == nil:
		return merlon.Unknown, ""
	case r.Type == "aws_network_interface":
		return reach.And(merlon.Unknown), ""
	}
	return reach.And(mapsPublic(subnet)), "gets a public IP from its public subnet"
}

func mapsPublic(subnet *merlon.Resource) merlon.Truth {
	return subnet.Attr("map_public_ip_on_launch").Or(merlon.TruthOf(subnet.Type == "aws_default_subnet"))
}
