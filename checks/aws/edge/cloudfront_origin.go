package edge

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceOrigins  = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html"
	sourceS3Origin = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html"
)

// OriginHTTPS reports origins that CloudFront fetches from over plain HTTP.
var OriginHTTPS = &merlon.Check{
	ID:       "aws-cloudfront-origin-https",
	Title:    "CloudFront fetches from its origin over plain HTTP",
	Severity: merlon.Medium,
	Targets:  distributions,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why: `Behind the edge the request goes on over the internet. Whoever reads or changes it there does so for every viewer, and
the change stays in the cache.`,
	Fix:     `Set origin_protocol_policy = "https-only" in custom_origin_config.`,
	Sources: []string{sourceOrigins, sourceCloudFront},
	Aliases: []string{"CKV2_AWS_72"},
	Run: func(pass *merlon.Pass, d *merlon.Resource) {
		if d.Attr("enabled").Truth() == merlon.False && d.Attr("enabled").IsSet() {
			return // it serves nobody
		}
		for origin := range d.Elements("origin") {
			v := origin.Attr("custom_origin_config", "origin_protocol_policy")
			if v.IsNull() || isWebsite(origin) == merlon.True {
				continue
			}
			// match-viewer is as good as the viewers' side is.
			plain := v.Is("http-only").Or(v.Is("match-viewer").And(viewersInClear(d, origin)))
			pass.Require(plain.Not(), v, "distribution %q fetches from its origin over plain HTTP", d.Name)
		}
	},
}

// viewersInClear says whether a behavior that leads to the origin lets
// viewers use plain HTTP.
func viewersInClear(d *merlon.Resource, origin merlon.Value) merlon.Truth {
	id, known := origin.Attr("origin_id").Text()
	clear := merlon.False
	for _, name := range []string{"default_cache_behavior", "ordered_cache_behavior"} {
		for behavior := range d.Elements(name) {
			leads := merlon.Unknown
			if target, ok := behavior.Attr("target_origin_id").Text(); ok && known {
				leads = merlon.TruthOf(target == id)
			}
			allows := behavior.Attr("viewer_protocol_policy").Is("allow-all")
			if allows == merlon.True && leads == merlon.Unknown {
				leads = merlon.True // which behavior it is does not matter much
			}
			clear = clear.Or(allows.And(leads))
		}
	}
	return clear
}

// isWebsite says whether the origin is a website endpoint of S3, which speaks
// plain HTTP only and knows no signed requests.
func isWebsite(origin merlon.Value) merlon.Truth {
	v := origin.Attr("domain_name")
	for _, ref := range v.Refs() {
		if ref.Attribute == "website_endpoint" || ref.Attribute == "website_domain" {
			return merlon.True
		}
	}
	text, ok := v.Document()
	if !ok {
		return merlon.Unknown
	}
	return merlon.TruthOf(strings.Contains(text, "s3-website"))
}

// OriginSSL3 reports origins that CloudFront would speak SSL 3 with.
var OriginSSL3 = originProtocols(merlon.Check{
	ID:       "aws-cloudfront-origin-tls",
	Title:    "CloudFront accepts SSL 3 from its origin",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `SSL 3 is broken: what is spoken over it can be read.`,
	Fix:      `Set origin_ssl_protocols = ["TLSv1.2"] in custom_origin_config.`,
	Sources:  []string{sourceOrigins, sourceCloudFront},
	Aliases:  []string{"CKV2_AWS_54"},
}, "accepts SSL 3 from its origin", "SSLv3")

// OriginOldTLS reports origins that CloudFront would speak old TLS with.
var OriginOldTLS = originProtocols(merlon.Check{
	ID:       "aws-cloudfront-origin-old-tls",
	Title:    "CloudFront accepts TLS 1.0 or 1.1 from its origin",
	Severity: merlon.Low,
	OptIn:    true, // CloudFront picks the newest version that the origin knows
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `TLS 1.0 and 1.1 rest on broken parts and are banned by every standard.`,
	Fix:      `Set origin_ssl_protocols = ["TLSv1.2"] in custom_origin_config.`,
	Sources:  []string{sourceOrigins},
}, "accepts TLS older than 1.2 from its origin", "TLSv1", "TLSv1.1")

func originProtocols(c merlon.Check, says string, bad ...string) *merlon.Check {
	return demand.Setting(c, says, demand.Row{
		Type: "aws_cloudfront_distribution", Noun: "distribution", Each: "origin.custom_origin_config", Path: "origin_ssl_protocols",
		Want: demand.Excludes(bad...),
	})
}

// S3OriginAccess reports S3 origins that CloudFront has no identity towards.
var S3OriginAccess = &merlon.Check{
	ID:       "aws-cloudfront-s3-origin-access",
	Title:    "CloudFront fetches from an S3 bucket without an identity",
	Severity: merlon.Medium,
	Targets:  distributions,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Where CloudFront does not sign its requests, the bucket has to be open to everybody: viewers go around the distribution,
its web ACL and its logs.`,
	Fix:     `Make an aws_cloudfront_origin_access_control, set origin_access_control_id, and let the bucket policy allow the distribution only.`,
	Sources: []string{sourceS3Origin, sourceCloudFront},
	Aliases: []string{"CKV2_AWS_46"},
	Run: func(pass *merlon.Pass, d *merlon.Resource) {
		for origin := range d.Elements("origin") {
			bucket := isBucket(origin)
			if bucket == merlon.False {
				continue
			}
			v := origin.Attr("origin_access_control_id")
			signs := demand.Given(v).And(neverSigns(v).Not()).Or(
				demand.Given(origin.Attr("s3_origin_config", "origin_access_identity")))
			pass.Require(signs.Or(bucket.Not()), v, "distribution %q fetches from an S3 bucket without an identity", d.Name)
		}
	},
}

// neverSigns says whether an origin access control is switched off.
func neverSigns(v merlon.Value) merlon.Truth {
	never := merlon.False
	for _, control := range v.Targets("aws_cloudfront_origin_access_control") {
		never = never.Or(control.Attr("signing_behavior").Is("never"))
	}
	return never
}

// isBucket says whether the origin is a bucket's REST endpoint. A name that is
// not known is none unless the origin is set up as one.
func isBucket(origin merlon.Value) merlon.Truth {
	if isWebsite(origin) == merlon.True {
		return merlon.False
	}
	if origin.Attr("s3_origin_config").IsSet() {
		return merlon.True
	}
	v := origin.Attr("domain_name")
	for _, ref := range v.Refs() {
		if ref.Target.Type == "aws_s3_bucket" && (ref.Attribute == "bucket_regional_domain_name" || ref.Attribute == "bucket_domain_name") {
			return merlon.True
		}
	}
	text, ok := v.Document()
	if !ok {
		return merlon.False
	}
	ofAWS := strings.HasSuffix(text, ".amazonaws.com") || strings.HasSuffix(text, ".amazonaws.com.cn")
	return merlon.TruthOf(ofAWS && (strings.Contains(text, ".s3.") || strings.Contains(text, ".s3-")))
}
