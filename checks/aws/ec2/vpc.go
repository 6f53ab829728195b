package ec2

import (
	"merlon"
	"merlon/internal/network"
)

// VPCDefaultVPC reports the use of an account's default VPC.
var VPCDefaultVPC = &merlon.Check{
	ID:       "aws-ec2-vpc-default-vpc",
	Title:    "The default VPC is used",
	Severity: merlon.Medium,
	Targets:  []string{"aws_default_vpc"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `The default VPC is made for trying things out: all of its subnets are public, instances get public addresses, and
its default security group and ACL let traffic through.`,
	Fix:     `Make a VPC with private subnets for what runs here, and delete the default VPC.`,
	Sources: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html"},
	Aliases: []string{"CKV_AWS_148", "AVD-AWS-0101", "AC_AWS_0370", "aws-ec2-no-default-vpc", "aws-vpc-no-default-vpc"},
	Run: func(pass *merlon.Pass, vpc *merlon.Resource) {
		pass.Reportf(vpc, "the default VPC is adopted as %q", vpc.Name)
	},
}

// VPCFlowLogs reports VPCs without flow logs.
var VPCFlowLogs = &merlon.Check{
	ID:       "aws-ec2-vpc-flow-logs",
	Title:    "VPC has no flow logs",
	Severity: merlon.Medium,
	Targets:  []string{"aws_vpc", "aws_default_vpc"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why: `Without flow logs nobody can tell who talked to whom: neither which machines an intruder reached, nor where the data
went.`,
	Fix:     `Add an aws_flow_log for the VPC.`,
	Sources: []string{securityHub("6"), "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html"},
	Aliases: []string{"CKV2_AWS_11", "AVD-AWS-0178", "AC_AWS_0369", "aws-ec2-require-vpc-flow-logs-for-all-vpcs"},
	Run: func(pass *merlon.Pass, vpc *merlon.Resource) {
		pass.Require(pass.Companions(vpc, "aws_flow_log", "vpc_id").Any(), vpc, "VPC %q has no flow log", vpc.Name)
	},
}

// VPCEndpointServiceAcceptance reports endpoint services that anyone allowed
// to ask is let in to.
var VPCEndpointServiceAcceptance = &merlon.Check{
	ID:       "aws-ec2-vpc-endpoint-service-acceptance",
	Title:    "VPC endpoint service accepts connections by itself",
	Severity: merlon.Medium,
	Targets:  []string{"aws_vpc_endpoint_service"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Every account among the allowed principals can connect to the service, and nobody notices: a wildcard or a stale
principal is enough to let a stranger in.`,
	Fix:     `Set acceptance_required to true and accept each connection.`,
	Sources: []string{"https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html"},
	Aliases: []string{"CKV_AWS_123"},
	Run: func(pass *merlon.Pass, service *merlon.Resource) {
		v := service.Attr("acceptance_required")
		pass.Require(v.Truth(), v, "endpoint service %q accepts connections without approval", service.Name)
	},
}

// VPCPeeringRoutes reports routes that send everything to a peered VPC.
var VPCPeeringRoutes = &merlon.Check{
	ID:       "aws-ec2-vpc-peering-routes",
	Title:    "Route sends all traffic to a peered VPC",
	Severity: merlon.Medium,
	Targets:  []string{"aws_route", "aws_route_table", "aws_default_route_table"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `A peering connection is for the two networks it joins. A route for everything hands all traffic without a better
route to the other side, who may read it.`,
	Fix:     `Route the peer's own CIDR blocks to the peering connection.`,
	Sources: []string{"https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html"},
	Aliases: []string{"CKV2_AWS_44"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if r.Type == "aws_route" {
			checkPeeringRoute(pass, r.Whole())
			return
		}
		for route := range r.Elements("route") {
			checkPeeringRoute(pass, route)
		}
	},
}

func checkPeeringRoute(pass *merlon.Pass, route merlon.Value) {
	if peering := route.Attr("vpc_peering_connection_id"); peering.IsNull() || peering.String() == "" && !peering.IsUnknown() {
		return
	}
	for _, name := range []string{"cidr_block", "ipv6_cidr_block", "destination_cidr_block", "destination_ipv6_cidr_block"} {
		v := route.Attr(name)
		prefix, err := network.ParsePrefix(v.String())
		if err == nil && network.SetOf(prefix).IsWorld() {
			pass.Reportf(v, "all traffic (%s) goes to a peered VPC", prefix)
		}
	}
}
