package ec2

import (
	"slices"

	"merlon"
	"merlon/checks/aws/internal/demand"
)

// EIPAttached reports addresses that nothing uses.
var EIPAttached = &merlon.Check{
	ID:       "aws-ec2-eip-attached",
	Title:    "Elastic IP is attached to nothing",
	Severity: merlon.Low,
	OptIn:    true, // costs more than it endangers, and other roots may use it
	Targets:  []string{"aws_eip"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Availability,
	Why:      `AWS charges for the address, and allow lists elsewhere that name it wait for whoever gets it next.`,
	Fix:      `Attach it by instance, network_interface, an aws_eip_association or a NAT gateway; or remove it.`,
	Sources:  []string{securityHub("12"), "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html"},
	Aliases:  []string{"CKV2_AWS_19"},
	Run: func(pass *merlon.Pass, eip *merlon.Resource) {
		attached := demand.Given(eip.Attr("instance")).Or(demand.Given(eip.Attr("network_interface")))
		for _, referrer := range pass.Estate.Referrers(eip) {
			// Load balancers, NAT gateways, servers of Transfer and whatever
			// else takes an allocation. Records and rules name the address.
			if slices.Contains([]string{"id", "allocation_id", ""}, referrer.Ref.Attribute) && referrer.Resource.Mode == merlon.Managed {
				attached = merlon.True
			}
		}
		attached = attached.Or(pass.Companions(eip, "aws_eip_association", "public_ip").Any())
		pass.Require(attached, eip, "address %q is attached to nothing", eip.Name)
	},
}

// NATGateway reports routes that lead out through an instance.
var NATGateway = &merlon.Check{
	ID:       "aws-ec2-nat-gateway",
	Title:    "Default route leads through an instance",
	Severity: merlon.Low,
	OptIn:    true, // NAT instances are cheaper, and firewalls are instances too
	Targets:  []string{"aws_route", "aws_route_table", "aws_default_route_table"},
	STRIDE:   merlon.DenialOfService | merlon.Tampering,
	CIA:      merlon.Availability,
	Why:      `All traffic of the subnets passes one machine that somebody has to patch, watch and replace when it fails.`,
	Fix:      `Route to an aws_nat_gateway by nat_gateway_id.`,
	Sources:  []string{"https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-comparison.html"},
	Aliases:  []string{"CKV2_AWS_35"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if r.Type == "aws_route" {
			checkDefaultRoute(pass, r, r.Whole(), "destination_cidr_block", "destination_ipv6_cidr_block")
			return
		}
		for route := range r.Elements("route") {
			checkDefaultRoute(pass, r, route, "cidr_block", "ipv6_cidr_block")
		}
	},
}

func checkDefaultRoute(pass *merlon.Pass, r *merlon.Resource, route merlon.Value, ipv4, ipv6 string) {
	everything := route.Attr(ipv4).Is("0.0.0.0/0").Or(route.Attr(ipv6).Is("::/0"))
	at := route.Attr("instance_id")
	through := demand.Given(at)
	if through == merlon.False {
		at = route.Attr("network_interface_id")
		through = merlon.TruthOf(len(at.Targets("aws_instance")) > 0)
		for _, card := range at.Targets("aws_network_interface") {
			through = through.Or(ofInstance(pass, card))
		}
	}
	pass.Require(everything.And(through).Not(), at, "default route of %s leads through an instance", r.Label())
}

// ofInstance says whether a network interface is the way into an instance, by
// its own word, by the instance's or by an attachment between the two.
func ofInstance(pass *merlon.Pass, card *merlon.Resource) merlon.Truth {
	attached := demand.Given(card.Attr("attachment", "instance"))
	for _, link := range [...][2]string{
		{"aws_instance", "network_interface.network_interface_id"},
		{"aws_instance", "primary_network_interface.network_interface_id"},
		{"aws_network_interface_attachment", "network_interface_id"},
	} {
		attached = attached.Or(merlon.TruthOf(len(pass.Companions(card, link[0], link[1]).List) > 0))
	}
	return attached
}

// TransitGatewayAutoAccept reports gateways that let every account in that
// they are shared with.
var TransitGatewayAutoAccept = demand.Setting(merlon.Check{
	ID:       "aws-ec2-transit-gateway-auto-accept",
	Title:    "Transit gateway accepts attachments by itself",
	Severity: merlon.Medium,
	STRIDE:   merlon.Spoofing | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Every account that the gateway is shared with joins its network to yours, and nobody looks at it first.`,
	Fix:      `Remove auto_accept_shared_attachments = "enable" and accept each attachment.`,
	Sources:  []string{securityHub("23")},
	Aliases:  []string{"CKV_AWS_331"},
}, "accepts attachments by itself", demand.Row{
	Type: "aws_ec2_transit_gateway", Noun: "transit gateway", Path: "auto_accept_shared_attachments", Want: demand.NoneOf("enable"),
})
