package edge

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

// A guarded is a resource type that a web ACL can stand in front of.
type guarded struct {
	noun string
	// own is the attribute that names the web ACL, for CloudFront; all others
	// are named by an association.
	own string
	// exposed says whether the internet reaches the resource, and whether a web
	// ACL can be attached at all.
	exposed func(pass *merlon.Pass, r *merlon.Resource) merlon.Truth
}

// guardedTypes are the types, by name.
var guardedTypes = map[string]guarded{
	"aws_lb":                      {noun: "load balancer", exposed: exposedBalancer},
	"aws_alb":                     {noun: "load balancer", exposed: exposedBalancer},
	"aws_api_gateway_stage":       {noun: "stage", exposed: exposedStage},
	"aws_appsync_graphql_api":     {noun: "API", exposed: exposedGraph},
	"aws_cloudfront_distribution": {noun: "distribution", own: "web_acl_id", exposed: exposedDistribution},
}

var guardedTargets = []string{"aws_lb", "aws_alb", "aws_api_gateway_stage", "aws_appsync_graphql_api", "aws_cloudfront_distribution"}

func exposedBalancer(_ *merlon.Pass, r *merlon.Resource) merlon.Truth {
	return isApplication(r.Whole()).And(r.Attr("internal").Truth().Not())
}

// exposedStage asks the stage's API, which is not known where it is not part
// of the code.
func exposedStage(_ *merlon.Pass, r *merlon.Resource) merlon.Truth {
	exposed := merlon.Unknown
	for _, api := range r.Attr("rest_api_id").Targets("aws_api_gateway_rest_api") {
		exposed = demand.Excludes("PRIVATE")(api.Attr("endpoint_configuration", "types"))
	}
	return exposed
}

func exposedGraph(_ *merlon.Pass, r *merlon.Resource) merlon.Truth {
	return r.Attr("visibility").Is("PRIVATE").Not()
}

func exposedDistribution(*merlon.Pass, *merlon.Resource) merlon.Truth { return merlon.True }

// aclAssociations are the resources that attach a web ACL, with the attribute
// that names the ACL; the other end is resource_arn.
var aclAssociations = []struct{ typ, path string }{
	{"aws_wafv2_web_acl_association", "web_acl_arn"},
	{"aws_wafregional_web_acl_association", "web_acl_id"},
}

// webACLs says whether a web ACL stands in front of the resource, and which
// ones of the estate do.
func webACLs(pass *merlon.Pass, r *merlon.Resource) (attached merlon.Truth, acls []*merlon.Resource) {
	if own := guardedTypes[r.Type].own; own != "" {
		v := r.Attr(own)
		return demand.Given(v), v.Targets("aws_wafv2_web_acl", "aws_waf_web_acl")
	}
	for _, a := range aclAssociations {
		has, _ := demand.Accompanied(pass, r, demand.Link{Type: a.typ, Path: "resource_arn"})
		attached = attached.Or(has)
		for _, association := range pass.Companions(r, a.typ, "resource_arn").List {
			acls = append(acls, association.Attr(a.path).Targets("aws_wafv2_web_acl", "aws_wafregional_web_acl")...)
		}
	}
	return attached, acls
}

// WAFAttached reports what faces the internet without a web ACL.
var WAFAttached = &merlon.Check{
	ID:       "aws-waf-attached",
	Title:    "Public endpoint has no web ACL",
	Severity: merlon.Medium,
	OptIn:    true, // WAF is billed, and not every endpoint serves a web application
	Targets:  guardedTargets,
	STRIDE:   merlon.Tampering | merlon.DenialOfService | merlon.InformationDisclosure,
	CIA:      merlon.Integrity | merlon.Availability,
	Why:      `Nothing stops known attacks, scanners and floods of requests before they reach the application.`,
	Fix: `Make an aws_wafv2_web_acl and an aws_wafv2_web_acl_association for the load balancer, stage or API; a distribution names
it in web_acl_id.`,
	Sources: []string{sourceWAFResources, sourceCloudFront, sourceELB},
	Aliases: []string{
		"CKV2_AWS_28", "CKV2_AWS_29", "CKV2_AWS_33", "CKV_AWS_68", "AVD-AWS-0011", "AC_AWS_0032", "aws-cloudfront-enable-waf",
	},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		kind := guardedTypes[r.Type]
		exposed := kind.exposed(pass, r)
		if exposed == merlon.False {
			return
		}
		attached, _ := webACLs(pass, r)
		var at merlon.Place = r
		if kind.own != "" {
			at = r.Attr(kind.own)
		}
		pass.Require(attached.Or(exposed.Not()), at, "%s %q has no web ACL", kind.noun, r.Name)
	},
}

// WAFAttachedLog4j reports endpoints whose web ACL does not stop Log4Shell.
// What has no web ACL is the matter of [WAFAttached].
var WAFAttachedLog4j = &merlon.Check{
	ID:       "aws-waf-attached-log4j",
	Title:    "Endpoint's web ACL does not block Log4Shell requests",
	Severity: merlon.Medium,
	OptIn:    true, // only Java services with an unpatched Log4j of 2021 need it; the web ACL's own check reports the same
	Targets:  guardedTargets,
	STRIDE:   merlon.ElevationOfPrivilege | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `A Log4j library before 2.17 runs code that a request tells it to fetch (CVE-2021-44228). The rule Log4JRCE stops such requests.`,
	Fix:      `Add a rule with the managed group AWSManagedRulesKnownBadInputsRuleSet to the web ACL.`,
	Sources:  []string{sourceKnownBad},
	Aliases:  []string{"CKV2_AWS_76", "CKV2_AWS_77", "CKV2_AWS_78", "CKV2_AWS_47"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		_, acls := webACLs(pass, r)
		for _, acl := range acls {
			if acl.Type != "aws_wafv2_web_acl" {
				continue // the classic services have no managed groups of AWS
			}
			if f := pass.Require(stopsLog4j(pass, acl), r, "web ACL of %s %q does not block Log4Shell requests", guardedTypes[r.Type].noun, r.Name); f != nil {
				f.About(acl)
			}
		}
	},
}
