package edge

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceELB         = "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html"
	sourceALBSettings = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html"
	sourceClassic     = "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html"
)

// isApplication restricts a row to application load balancers, the default.
var isApplication = demand.At("load_balancer_type", demand.OneOfByDefault("application"))

// notGateway restricts a row to load balancers that are not gateways, which
// stand in front of appliances and have neither listeners of their own nor logs.
var notGateway = demand.At("load_balancer_type", demand.NoneOf("gateway"))

// lbRows are a row for each of the two names of a load balancer's type.
func lbRows(row demand.Row) []demand.Row {
	row.Noun = "load balancer"
	row.Type = "aws_lb"
	other := row
	other.Type = "aws_alb"
	return []demand.Row{row, other}
}

// DropInvalidHeaders reports load balancers that pass malformed headers on.
var DropInvalidHeaders = demand.Setting(merlon.Check{
	ID:       "aws-elb-drop-invalid-headers",
	Title:    "Load balancer passes invalid HTTP headers on",
	Severity: merlon.Low,
	STRIDE:   merlon.Tampering,
	CIA:      merlon.Integrity,
	Why: `Header names that HTTP does not allow are what request smuggling is made of: the load balancer and the server behind it
read the same bytes as different requests.`,
	Fix:     `Set drop_invalid_header_fields = true.`,
	Sources: []string{sourceALBSettings, sourceELB},
	Aliases: []string{"CKV_AWS_131", "AVD-AWS-0052", "aws-elb-drop-invalid-headers"},
}, "passes invalid headers on", lbRows(demand.Row{Path: "drop_invalid_header_fields", Want: demand.On, When: isApplication})...)

// PublicLoadBalancer reports load balancers with public addresses.
var PublicLoadBalancer = demand.Setting(merlon.Check{
	ID:       "aws-elb-public",
	Title:    "Load balancer is open to the internet",
	Severity: merlon.Medium,
	OptIn:    true, // most load balancers are there to face the internet
	STRIDE:   merlon.InformationDisclosure | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Availability,
	Why:      `Without internal = true a load balancer gets public addresses, and everything behind it is on the internet.`,
	Fix:      `Set internal = true unless the service is meant for the internet.`,
	Sources:  []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html"},
	Aliases:  []string{"AVD-AWS-0053", "aws-elb-alb-not-public"},
}, "faces the internet", append(lbRows(demand.Row{Path: "internal", Want: demand.On, When: notGateway}),
	demand.Row{Type: "aws_elb", Noun: "load balancer", Path: "internal", Want: demand.On})...)

// AccessLogging reports load balancers that do not log requests.
var AccessLogging = &merlon.Check{
	ID:       "aws-elb-access-logging",
	Title:    "Load balancer writes no access logs",
	Severity: merlon.Medium,
	Targets:  []string{"aws_lb", "aws_alb", "aws_elb"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Without access logs nobody can tell after an attack who sent what, and what the answer was.`,
	Fix:      `Add an access_logs block with a bucket and enabled = true.`,
	Sources: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html", sourceELB,
	},
	Aliases: []string{"CKV_AWS_91", "CKV_AWS_92", "AC_AWS_0470"},
	Run: func(pass *merlon.Pass, lb *merlon.Resource) {
		v, may := lb.Attr("access_logs", "enabled"), merlon.True
		logs := v.Truth()
		if lb.Type == "aws_elb" {
			// In a classic load balancer's block enabled is true by default.
			logs = demand.Given(lb.Attr("access_logs")).And(v.Or(merlon.True))
		} else if may = notGateway(lb.Whole()); may == merlon.True && logs != merlon.True {
			may = hasRequests(pass, lb)
		}
		pass.Require(logs.Or(may.Not()), v, "load balancer %q writes no access logs", lb.Name)
	},
}

// hasRequests says whether the load balancer sees requests that it could log. A
// network load balancer logs those of TLS listeners only; one whose listeners
// are not in the code may have some.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html
func hasRequests(pass *merlon.Pass, lb *merlon.Resource) merlon.Truth {
	if lb.Attr("load_balancer_type").Is("network") != merlon.True {
		return merlon.True
	}
	listeners, sees := 0, merlon.False
	for _, typ := range listenerTypes {
		found := pass.Companions(lb, typ, "load_balancer_arn")
		listeners += len(found.List) + len(found.Maybe)
		for _, listener := range found.List {
			sees = sees.Or(listener.Attr("protocol").Is("TLS"))
		}
		for _, listener := range found.Maybe {
			sees = sees.Or(listener.Attr("protocol").Is("TLS").And(merlon.Unknown))
		}
	}
	if listeners == 0 {
		return merlon.True
	}
	return sees
}

// CrossZone reports load balancers that serve each zone by itself.
var CrossZone = demand.Setting(merlon.Check{
	ID:       "aws-elb-cross-zone",
	Title:    "Load balancer does not balance across zones",
	Severity: merlon.Low,
	OptIn:    true, // traffic between zones is billed, and zonal isolation is a design of its own
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `Each zone gets the same share of the traffic, however many targets it has left: the last target of a zone is overrun first.`,
	Fix:      `Set enable_cross_zone_load_balancing = true; on aws_elb leave cross_zone_load_balancing on.`,
	Sources: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html", sourceELB,
	},
	Aliases: []string{"CKV_AWS_138", "CKV_AWS_152"},
}, "does not balance across zones", append(
	// On application load balancers it is always on.
	lbRows(demand.Row{Path: "enable_cross_zone_load_balancing", Want: demand.On, When: func(v merlon.Value) merlon.Truth { return isApplication(v).Not() }}),
	demand.Row{Type: "aws_elb", Noun: "load balancer", Path: "cross_zone_load_balancing", Want: demand.OnByDefault})...)

// DeletionProtection reports load balancers that one call deletes.
var DeletionProtection = demand.Setting(merlon.Check{
	ID:       "aws-elb-deletion-protection",
	Title:    "Load balancer has no deletion protection",
	Severity: merlon.Low,
	OptIn:    true, // no data is lost, and it gets in the way of short-lived environments
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `One mistaken or hostile call takes the service off the net; the new load balancer has another name and other addresses.`,
	Fix:      `Set enable_deletion_protection = true.`,
	Sources:  []string{sourceALBSettings, sourceELB},
	Aliases:  []string{"CKV_AWS_150"},
}, "has no deletion protection", lbRows(demand.Row{Path: "enable_deletion_protection", Want: demand.On})...)

// DesyncMode reports load balancers that only watch request smuggling.
var DesyncMode = demand.Setting(merlon.Check{
	ID:       "aws-elb-desync-mode",
	Title:    "Load balancer lets ambiguous requests through",
	Severity: merlon.Medium,
	STRIDE:   merlon.Tampering | merlon.Spoofing,
	CIA:      merlon.Integrity,
	Why: `In the mode "monitor" requests that servers may read in different ways are counted and passed on: an attacker smuggles
a second request past the checks on the first, or into another user's connection. The default is "defensive".`,
	Fix: `Remove desync_mitigation_mode, or set it to "defensive" or "strictest".`,
	Sources: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#desync-mitigation-mode", sourceELB,
	},
	Aliases: []string{"CKV_AWS_328"},
}, "lets ambiguous requests through", append(
	lbRows(demand.Row{Path: "desync_mitigation_mode", Want: demand.NoneOf("monitor"), When: isApplication}),
	demand.Row{Type: "aws_elb", Noun: "load balancer", Path: "desync_mitigation_mode", Want: demand.NoneOf("monitor")})...)

// TargetHealthCheck reports target groups without a health check of their own.
var TargetHealthCheck = demand.Setting(merlon.Check{
	ID:       "aws-elb-target-health-check",
	Title:    "HTTP target group defines no health check",
	Severity: merlon.Low,
	OptIn:    true, // AWS checks the path / by default
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `The default check asks for / and takes any 200 for health, or finds none where the service answers elsewhere.`,
	Fix:      `Add a health_check block with the path of the service's own check.`,
	Sources:  []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"},
	Aliases:  []string{"CKV_AWS_261"},
}, "defines no health check", targetGroupRows(demand.Row{Path: "health_check", When: demand.At("protocol", demand.OneOf("HTTP", "HTTPS")),
	Want: func(v merlon.Value) merlon.Truth {
		return demand.Given(v.Attr("path")).And(v.Attr("enabled").Or(merlon.True))
	}})...)

func targetGroupRows(row demand.Row) []demand.Row {
	row.Noun = "target group"
	row.Type = "aws_lb_target_group"
	other := row
	other.Type = "aws_alb_target_group"
	return []demand.Row{row, other}
}

// ClassicHTTP reports classic load balancers that answer in clear text.
var ClassicHTTP = &merlon.Check{
	ID:       "aws-elb-classic-http-listener",
	Title:    "Classic load balancer answers over plain HTTP",
	Severity: merlon.High,
	Targets:  []string{"aws_elb"},
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `What goes over plain HTTP, passwords and session cookies included, can be read and changed on its way. A classic load balancer cannot redirect.`,
	Fix:      `Set lb_protocol = "https" and ssl_certificate_id, or move to an application load balancer, which redirects to HTTPS.`,
	Sources:  []string{sourceClassic, sourceELB},
	Aliases:  []string{"AC_AWS_0120"},
	Run: func(pass *merlon.Pass, lb *merlon.Resource) {
		for listener := range lb.Elements("listener") {
			v := listener.Attr("lb_protocol")
			f := pass.Require(v.Is("http").Not(), v, "load balancer %q answers over plain HTTP", lb.Name)
			if f != nil && f.Result == merlon.Fail && lb.Attr("internal").Truth() == merlon.True {
				f.At(merlon.Medium)
			}
		}
		if v := lb.Attr("listener"); v.MayHaveMore() && v.Len() == 0 {
			pass.Undecidedf(v, "what load balancer %q listens to is not known before apply", lb.Name)
		}
	},
}

// ClassicEndToEnd reports classic listeners that do not encrypt both sides.
var ClassicEndToEnd = demand.Setting(merlon.Check{
	ID:       "aws-elb-classic-end-to-end-tls",
	Title:    "Classic load balancer does not use TLS on both sides",
	Severity: merlon.Low,
	OptIn:    true, // behind the load balancer is the VPC; listeners in clear text are reported by a check of their own
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Traffic is in clear text in front of the load balancer or behind it.`,
	Fix:      `Set lb_protocol and instance_protocol to https or ssl, and ssl_certificate_id.`,
	Sources:  []string{sourceClassic},
	Aliases:  []string{"CKV_AWS_376"},
}, "does not use TLS on both sides", demand.Row{Type: "aws_elb", Noun: "load balancer", Each: "listener",
	Want: func(listener merlon.Value) merlon.Truth {
		return demand.OneOf("https", "ssl")(listener.Attr("instance_protocol")).And(demand.Given(listener.Attr("ssl_certificate_id")))
	}})

// ClassicCertificate reports classic listeners without a certificate.
var ClassicCertificate = demand.Setting(merlon.Check{
	ID:       "aws-elb-classic-certificate",
	Title:    "Classic load balancer listener has no certificate",
	Severity: merlon.Low,
	OptIn:    true, // TLS may end behind a TCP listener; plain HTTP is reported by a check of its own
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	Why:      `Without a certificate clients cannot tell the load balancer from somebody who answers in its place.`,
	Fix:      `Set ssl_certificate_id to the ARN of an aws_acm_certificate, which AWS renews by itself.`,
	Sources:  []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-server-cert.html", sourceELB},
	Aliases:  []string{"CKV_AWS_127"},
}, "has a listener without a certificate",
	demand.Row{Type: "aws_elb", Noun: "load balancer", Each: "listener", Path: "ssl_certificate_id", Want: demand.Given})

// LoadBalancerMultiAZ reports load balancers in one subnet.
var LoadBalancerMultiAZ = &merlon.Check{
	ID:       "aws-elb-multi-az",
	Title:    "Load balancer stands in one availability zone",
	Severity: merlon.Low,
	OptIn:    true, // a network load balancer for machines of one zone needs no more; others AWS refuses
	Targets:  []string{"aws_lb", "aws_alb"},
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `When the zone fails, nobody reaches what stands behind the load balancer, even if it runs on elsewhere.`,
	Fix:      `Name subnets of two zones or more.`,
	Sources: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/network/availability-zones.html", sourceELB,
	},
	Run: func(pass *merlon.Pass, lb *merlon.Resource) {
		subnets, mappings := lb.Attr("subnets"), lb.Attr("subnet_mapping")
		if subnets.IsNull() && mappings.IsNull() && !mappings.MayHaveMore() {
			return
		}
		pass.Require(demand.Several(subnets).Or(demand.Several(mappings)), lb, "load balancer %q stands in one subnet", lb.Name)
	},
}

// ClassicMultiAZ reports classic load balancers in one zone.
var ClassicMultiAZ = &merlon.Check{
	ID:       "aws-elb-classic-multi-az",
	Title:    "Classic load balancer stands in one availability zone",
	Severity: merlon.Low,
	OptIn:    true, // one for machines of one zone needs no more
	Targets:  []string{"aws_elb"},
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `When the zone fails, nobody reaches what stands behind the load balancer, even if it runs on elsewhere.`,
	Fix:      `Name two or more in subnets, or in availability_zones.`,
	Sources: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-az.html", sourceELB,
	},
	Run: func(pass *merlon.Pass, lb *merlon.Resource) {
		for _, name := range []string{"subnets", "availability_zones"} {
			if v := lb.Attr(name); !v.IsNull() {
				pass.Require(demand.Several(v), v, "load balancer %q stands in one availability zone", lb.Name)
			}
		}
	},
}

// HealthCheckHTTPS reports target groups whose health is asked for in clear.
var HealthCheckHTTPS = demand.Setting(merlon.Check{
	ID:       "aws-elb-health-check-https",
	Title:    "Target group's health check is not encrypted",
	Severity: merlon.Low,
	OptIn:    true, // a health check carries no data, and machines behind a load balancer often have no certificate
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Somebody on the way can see the check and answer it in the target's place.`,
	Fix:      `Set health_check.protocol = "HTTPS", and let the targets answer over TLS.`,
	Sources: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html", sourceELB,
	},
}, "checks health without encryption", targetGroupRows(demand.Row{
	Path: "health_check.protocol", Want: demand.OneOf("HTTPS"),
	When: demand.Both(demand.At("target_type", demand.NoneOf("lambda", "alb")), demand.At("protocol", demand.NoneOf("GENEVE"))),
})...)
