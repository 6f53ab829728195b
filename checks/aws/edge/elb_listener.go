package edge

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceALBPolicies = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html"
	sourceRedirect    = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html"
)

var (
	listenerTypes     = []string{"aws_lb_listener", "aws_alb_listener"}
	loadBalancerTypes = []string{"aws_lb", "aws_alb"}
)

// HTTPListener reports listeners that serve plain HTTP.
var HTTPListener = &merlon.Check{
	ID:       "aws-elb-http-listener",
	Title:    "Load balancer listener serves plain HTTP",
	Severity: merlon.High,
	Targets:  listenerTypes,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `What goes over plain HTTP, passwords and session cookies included, can be read and changed on its way.`,
	Fix: `Set protocol = "HTTPS" with a certificate. Let a listener on port 80 do nothing but redirect: default_action with
type = "redirect" and protocol = "HTTPS".`,
	Sources: []string{sourceRedirect, sourceELB},
	Aliases: []string{"CKV_AWS_2", "CKV_AWS_103", "CKV2_AWS_74", "AVD-AWS-0054", "AC_AWS_0491", "aws-elb-http-not-used"},
	Run: func(pass *merlon.Pass, listener *merlon.Resource) {
		v := listener.Attr("protocol")
		f := pass.Require(servesHTTP(listener).Not(), v, "listener %q serves plain HTTP", listener.Name)
		if f != nil && f.Result == merlon.Fail && isInternal(listener) {
			f.At(merlon.Medium)
		}
	},
}

// servesHTTP says whether the listener takes plain HTTP and does more than
// send clients to HTTPS.
func servesHTTP(listener *merlon.Resource) merlon.Truth {
	return speaksHTTP(listener).And(redirects(listener).Not())
}

// speaksHTTP says whether the listener's protocol is HTTP, which it is by
// default on application load balancers. The listeners of a gateway load
// balancer have neither protocol nor port.
func speaksHTTP(listener *merlon.Resource) merlon.Truth {
	v := listener.Attr("protocol")
	if v.IsSet() {
		return v.Is("HTTP")
	}
	if listener.Attr("ssl_policy").IsSet() || listener.Attr("certificate_arn").IsSet() {
		return merlon.False // only TLS has those
	}
	if listener.Attr("port").IsNull() {
		balancers := listener.Attr("load_balancer_arn").Targets(loadBalancerTypes...)
		speaks := merlon.Unknown
		for _, lb := range balancers {
			speaks = isApplication(lb.Whole())
		}
		return speaks
	}
	return merlon.True
}

// redirects says whether the listener's default action sends clients to
// HTTPS. Without a protocol a redirect stays with the one it came by.
func redirects(listener *merlon.Resource) merlon.Truth {
	actions := listener.Attr("default_action")
	found := merlon.False
	if actions.MayHaveMore() {
		found = merlon.Unknown
	}
	for action := range actions.Elements() {
		found = found.Or(action.Attr("type").Is("redirect").And(action.Attr("redirect", "protocol").Is("HTTPS")))
	}
	return found
}

// isInternal reports whether the listener's load balancer is known to have no
// public address.
func isInternal(listener *merlon.Resource) bool {
	for _, lb := range listener.Attr("load_balancer_arn").Targets(loadBalancerTypes...) {
		if lb.Attr("internal").Truth() == merlon.True {
			return true
		}
	}
	return false
}

// HTTPRedirect reports load balancers with a listener that serves plain HTTP.
var HTTPRedirect = &merlon.Check{
	ID:       "aws-elb-http-redirect",
	Title:    "Load balancer does not redirect HTTP to HTTPS",
	Severity: merlon.Medium,
	OptIn:    true, // the listener's own check reports the same
	Targets:  loadBalancerTypes,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `Whoever types the address without https:// stays on plain HTTP.`,
	Fix:      `Give the listener on port 80 a default_action of type "redirect" with port = "443" and protocol = "HTTPS".`,
	Sources:  []string{sourceRedirect, sourceELB},
	Aliases:  []string{"CKV2_AWS_20"},
	Run: func(pass *merlon.Pass, lb *merlon.Resource) {
		serves := merlon.False
		var guilty []*merlon.Resource
		for _, typ := range listenerTypes {
			found := pass.Companions(lb, typ, "load_balancer_arn")
			for _, listener := range found.List {
				t := servesHTTP(listener)
				serves = serves.Or(t)
				if t != merlon.False {
					guilty = append(guilty, listener)
				}
			}
			for _, listener := range found.Maybe {
				serves = serves.Or(servesHTTP(listener).And(merlon.Unknown))
			}
		}
		if f := pass.Require(serves.Not(), lb, "load balancer %q does not redirect HTTP to HTTPS", lb.Name); f != nil {
			f.About(guilty...)
		}
	},
}

// TargetProtocol reports target groups that are reached in clear text all the
// way from the client.
var TargetProtocol = &merlon.Check{
	ID:       "aws-elb-target-protocol",
	Title:    "Target group speaks plain HTTP and no TLS listener stands in front",
	Severity: merlon.Low,
	OptIn:    true, // behind the load balancer is the VPC; the listener's own check reports what is in front
	Targets:  []string{"aws_lb_target_group", "aws_alb_target_group"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Requests travel in clear text, and no listener in the code encrypts them on any part of the way.`,
	Fix:      `Set protocol = "HTTPS", or put a listener with TLS in front.`,
	Sources:  []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html"},
	Aliases:  []string{"CKV_AWS_378", "AC_AWS_0492"},
	Run: func(pass *merlon.Pass, group *merlon.Resource) {
		v := group.Attr("protocol")
		safe := v.Is("HTTP").Not()
		if safe != merlon.True {
			for _, ref := range pass.Estate.Referrers(group) {
				for _, listener := range listenersOf(ref.Resource) {
					safe = safe.Or(speaksHTTP(listener).Not())
				}
			}
		}
		pass.Require(safe, v, "target group %q speaks plain HTTP and no TLS listener stands in front", group.Name)
	},
}

// listenersOf are the listeners that a resource is, or gives rules to.
func listenersOf(r *merlon.Resource) []*merlon.Resource {
	switch r.Type {
	case "aws_lb_listener", "aws_alb_listener":
		return []*merlon.Resource{r}
	case "aws_lb_listener_rule", "aws_alb_listener_rule":
		return r.Attr("listener_arn").Targets(listenerTypes...)
	}
	return nil
}

// ListenerTLS reports listeners that still accept TLS 1.0 or 1.1.
var ListenerTLS = &merlon.Check{
	ID:       "aws-elb-tls-policy",
	Title:    "Load balancer listener accepts TLS older than 1.2",
	Severity: merlon.Medium,
	Targets:  listenerTypes,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why: `TLS 1.0 and 1.1 rest on broken parts and are banned by every standard. Without ssl_policy a listener that is made
through the API gets ELBSecurityPolicy-2016-08, which accepts both.`,
	Fix:     `Set ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", or another policy that begins with TLS 1.2.`,
	Sources: []string{sourceALBPolicies, sourceELB},
	Aliases: []string{"CKV_AWS_103", "CKV2_AWS_74", "AVD-AWS-0047", "aws-elb-use-secure-tls-policy"},
	Run: func(pass *merlon.Pass, listener *merlon.Resource) {
		protocol, v := listener.Attr("protocol"), listener.Attr("ssl_policy")
		encrypted := protocol.Is("HTTPS", "TLS")
		if protocol.IsNull() && v.IsSet() {
			encrypted = merlon.True
		}
		if encrypted == merlon.False {
			return
		}
		f := pass.Require(modernPolicy(v).Or(encrypted.Not()), v, "listener %q accepts TLS older than 1.2", listener.Name)
		if f != nil && f.Result == merlon.Fail && isInternal(listener) {
			f.At(merlon.Low)
		}
	},
}

// modernPolicy wants a security policy of AWS that begins with TLS 1.2: its
// name says the oldest version right after the family.
func modernPolicy(v merlon.Value) merlon.Truth {
	return demand.StartsWith(
		"ELBSecurityPolicy-TLS13-1-2", "ELBSecurityPolicy-TLS13-1-3",
		"ELBSecurityPolicy-TLS-1-2", "ELBSecurityPolicy-FS-1-2",
	)(v)
}

// ListenerCiphers reports listeners whose policy takes in ciphers for old
// clients.
var ListenerCiphers = demand.Setting(merlon.Check{
	ID:       "aws-elb-weak-ciphers",
	Title:    "Load balancer listener accepts ciphers for old clients",
	Severity: merlon.Low,
	OptIn:    true, // nobody is known to break these ciphers where TLS 1.2 is spoken
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `Policies with Ext in their names add ciphers without forward secrecy, or in CBC mode: whoever gets hold of the private
key later can read what was recorded before.`,
	Fix:     `Set ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09".`,
	Sources: []string{sourceALBPolicies},
	Aliases: []string{"AVD-AWS-0047", "aws-elb-use-secure-tls-policy"},
}, "accepts ciphers for old clients",
	demand.Row{Type: "aws_lb_listener", Noun: "listener", Path: "ssl_policy", Want: noExtension},
	demand.Row{Type: "aws_alb_listener", Noun: "listener", Path: "ssl_policy", Want: noExtension})

func noExtension(v merlon.Value) merlon.Truth {
	return demand.StartsWith(
		"ELBSecurityPolicy-TLS-1-2-Ext-", "ELBSecurityPolicy-TLS13-1-2-Ext1-", "ELBSecurityPolicy-TLS13-1-2-Ext2-",
	)(v).Not()
}

// classicPolicies are where the TLS policies of classic load balancers are
// written down, and the block that has their attributes.
var classicPolicies = map[string]string{
	"aws_load_balancer_policy": "policy_attribute", "aws_lb_ssl_negotiation_policy": "attribute",
}

// ClassicTLS reports policies of classic load balancers that accept old TLS.
var ClassicTLS = &merlon.Check{
	ID:       "aws-elb-classic-tls-policy",
	Title:    "Classic load balancer policy accepts TLS older than 1.2",
	Severity: merlon.Medium,
	Targets:  []string{"aws_load_balancer_policy", "aws_lb_ssl_negotiation_policy"},
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `SSL 3, TLS 1.0 and TLS 1.1 rest on broken parts and are banned by every standard.`,
	Fix:      `Switch Protocol-TLSv1.2 on and the others off, or name ELBSecurityPolicy-TLS-1-2-2017-01 as Reference-Security-Policy.`,
	Sources: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html", sourceELB,
	},
	Aliases: []string{"CKV_AWS_213", "AC_AWS_0172", "AVD-AWS-0047"},
	Run: func(pass *merlon.Pass, policy *merlon.Resource) {
		for attribute := range policy.Elements(classicPolicies[policy.Type]) {
			name, _ := attribute.Attr("name").Text()
			v := attribute.Attr("value")
			switch name {
			case "Protocol-SSLv2", "Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1":
				f := pass.Require(v.Truth().Not(), v, "policy %q accepts %s", policy.Name, strings.TrimPrefix(name, "Protocol-"))
				if f != nil && strings.HasPrefix(name, "Protocol-SSL") {
					f.At(merlon.High) // what is sent over SSL can be read
				}
			case "Reference-Security-Policy":
				pass.Require(modernPolicy(v), v, "policy %q accepts TLS older than 1.2", policy.Name)
			}
		}
	},
}

// brokenCiphers are parts of the names of ciphers that are broken, in the
// spelling of OpenSSL: no authentication, no encryption, export strength, MD5,
// RC2, RC4, and DES in both lengths.
var brokenCiphers = []string{"ADH-", "AECDH-", "NULL", "EXP-", "MD5", "RC2-", "RC4", "DES-"}

// ClassicCiphers reports policies of classic load balancers with broken ciphers.
var ClassicCiphers = &merlon.Check{
	ID:       "aws-elb-classic-weak-ciphers",
	Title:    "Classic load balancer policy accepts broken ciphers",
	Severity: merlon.Medium,
	Targets:  []string{"aws_load_balancer_policy", "aws_lb_ssl_negotiation_policy"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `A client that is talked into a broken cipher has its connection read.`,
	Fix:      `Switch the cipher off, or name ELBSecurityPolicy-TLS-1-2-2017-01 as Reference-Security-Policy.`,
	Sources:  []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-ssl-security-policy.html"},
	Aliases:  []string{"AC_AWS_0171"},
	Run: func(pass *merlon.Pass, policy *merlon.Resource) {
		for attribute := range policy.Elements(classicPolicies[policy.Type]) {
			name, _ := attribute.Attr("name").Text()
			for _, part := range brokenCiphers {
				if strings.Contains(name, part) {
					v := attribute.Attr("value")
					pass.Require(v.Truth().Not(), v, "policy %q accepts the cipher %s", policy.Name, name)
					break
				}
			}
		}
	},
}
