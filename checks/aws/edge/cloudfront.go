package edge

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceCloudFront = "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"
	sourceViewerTLS  = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html"
	sourceHeaders    = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html"
)

var distributions = []string{"aws_cloudfront_distribution"}

// distribution is a row for distributions.
func distribution(path string, want demand.Want) demand.Row {
	return demand.Row{Type: "aws_cloudfront_distribution", Noun: "distribution", Path: path, Want: want}
}

// DistributionLogging reports distributions that do not log requests.
var DistributionLogging = &merlon.Check{
	ID:       "aws-cloudfront-logging",
	Title:    "CloudFront distribution writes no access logs",
	Severity: merlon.Medium,
	Targets:  distributions,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Without access logs nobody can tell after an attack who asked for what: what the edge answers from its cache never reaches the origin's logs.`,
	Fix: `Add a logging_config block with a bucket, or deliver the logs by an aws_cloudwatch_log_delivery_source of log_type
ACCESS_LOGS and an aws_cloudwatch_log_delivery.`,
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html", sourceCloudFront,
	},
	Aliases: []string{"CKV_AWS_86", "AVD-AWS-0010", "AC_AWS_0025", "aws-cloudfront-enable-logging"},
	Run: func(pass *merlon.Pass, d *merlon.Resource) {
		v := d.Attr("logging_config", "bucket")
		logs := demand.Given(v).Or(demand.Given(d.Attr("default_cache_behavior", "realtime_log_config_arn")))
		if logs != merlon.True {
			logs = logs.Or(delivered(pass, d))
		}
		pass.Require(logs, v, "distribution %q writes no access logs", d.Name)
	},
}

// delivered says whether CloudWatch delivers the access logs of a resource:
// that takes a source and a delivery that names it.
func delivered(pass *merlon.Pass, r *merlon.Resource) merlon.Truth {
	has, _ := demand.Accompanied(pass, r, demand.Link{
		Type: "aws_cloudwatch_log_delivery_source", Path: "resource_arn",
		Want: func(source merlon.Value) merlon.Truth {
			delivered, _ := demand.Accompanied(pass, source.Resource(), demand.Link{Type: "aws_cloudwatch_log_delivery", Path: "delivery_source_name"})
			return source.Attr("log_type").Is("ACCESS_LOGS").And(delivered)
		},
	})
	return has
}

var noPlainHTTP = demand.NoneOf("allow-all")

// ViewerHTTPS reports distributions that answer viewers over plain HTTP.
var ViewerHTTPS = demand.Setting(merlon.Check{
	ID:       "aws-cloudfront-viewer-https",
	Title:    "CloudFront distribution answers over plain HTTP",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `What goes over plain HTTP, passwords and session cookies included, can be read and changed on its way.`,
	Fix:      `Set viewer_protocol_policy = "redirect-to-https" or "https-only" in every cache behavior.`,
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html", sourceCloudFront,
	},
	Aliases: []string{"CKV_AWS_34", "AVD-AWS-0012", "AC_AWS_0024", "aws-cloudfront-enforce-https"},
}, "answers over plain HTTP",
	demand.Row{Type: "aws_cloudfront_distribution", Noun: "distribution", Each: "default_cache_behavior", Path: "viewer_protocol_policy", Want: noPlainHTTP},
	demand.Row{Type: "aws_cloudfront_distribution", Noun: "distribution", Each: "ordered_cache_behavior", Path: "viewer_protocol_policy", Want: noPlainHTTP})

var modernViewerTLS = demand.StartsWith("TLSv1.2_", "TLSv1.3_")

// ViewerTLS reports distributions with a certificate of their own that accept
// old TLS.
var ViewerTLS = demand.Setting(merlon.Check{
	ID:       "aws-cloudfront-tls-version",
	Title:    "CloudFront distribution accepts TLS older than 1.2",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `TLS 1.0 and 1.1 rest on broken parts and are banned by every standard. Without minimum_protocol_version both are accepted.`,
	Fix:      `Set minimum_protocol_version = "TLSv1.2_2021" or later in viewer_certificate.`,
	Sources:  []string{sourceViewerTLS, sourceCloudFront},
	Aliases:  []string{"CKV_AWS_174", "AVD-AWS-0013", "AC_AWS_0023", "aws-cloudfront-use-secure-tls-policy"},
}, "accepts TLS older than 1.2",
	demand.Row{Type: "aws_cloudfront_distribution", Noun: "distribution", Each: "viewer_certificate", Path: "minimum_protocol_version",
		Want: modernViewerTLS, When: demand.At("cloudfront_default_certificate", demand.Off)})

// ViewerCiphers reports distributions with a security policy that takes in
// ciphers for old clients.
var ViewerCiphers = demand.Setting(merlon.Check{
	ID:       "aws-cloudfront-weak-ciphers",
	Title:    "CloudFront distribution accepts ciphers for old clients",
	Severity: merlon.Low,
	OptIn:    true, // nobody is known to break these ciphers where TLS 1.2 is spoken
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `TLSv1.2_2018 and TLSv1.2_2019 have ciphers in CBC mode, and the first also such without forward secrecy: whoever gets
hold of the private key later can read what was recorded before.`,
	Fix:     `Set minimum_protocol_version = "TLSv1.2_2021" or later in viewer_certificate.`,
	Sources: []string{sourceViewerTLS},
	Aliases: []string{"AVD-AWS-0013", "aws-cloudfront-use-secure-tls-policy"},
}, "accepts ciphers for old clients",
	demand.Row{Type: "aws_cloudfront_distribution", Noun: "distribution", Each: "viewer_certificate", Path: "minimum_protocol_version",
		Want: demand.NoneOf("TLSv1.2_2018", "TLSv1.2_2019"), When: demand.At("cloudfront_default_certificate", demand.Off)})

// DefaultCertificateTLS reports distributions whose TLS version CloudFront
// fixes at 1.0.
var DefaultCertificateTLS = demand.Setting(merlon.Check{
	ID:       "aws-cloudfront-default-certificate-tls",
	Title:    "CloudFront's own certificate ties the distribution to TLS 1.0",
	Severity: merlon.Low,
	OptIn:    true, // nothing can be set there; it takes a domain name of one's own to do better
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `Under its cloudfront.net name a distribution accepts TLS 1.0, whatever minimum_protocol_version says. Only a name and
certificate of one's own let the version be chosen.`,
	Fix:     `Give the distribution an alias, its certificate in acm_certificate_arn, and minimum_protocol_version = "TLSv1.2_2021".`,
	Sources: []string{sourceViewerTLS},
	Aliases: []string{"CKV_AWS_174"},
}, "uses CloudFront's certificate and accepts TLS 1.0",
	demand.Row{Type: "aws_cloudfront_distribution", Noun: "distribution", Path: "viewer_certificate", Want: func(v merlon.Value) merlon.Truth {
		return demand.Given(v).And(v.Attr("cloudfront_default_certificate").Truth().Not())
	}})

// CustomCertificate reports distributions without a certificate of their own.
var CustomCertificate = demand.Setting(merlon.Check{
	ID:       "aws-cloudfront-custom-certificate",
	Title:    "CloudFront distribution has no certificate of its own",
	Severity: merlon.Low,
	OptIn:    true, // a distribution may well be used by its cloudfront.net name
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Integrity,
	Why:      `Users cannot tell the cloudfront.net names of an organisation from anybody else's.`,
	Fix:      `Set acm_certificate_arn in viewer_certificate.`,
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-alternate-domain-names.html", sourceCloudFront,
	},
	Aliases: []string{"CKV2_AWS_42"},
}, "has no certificate of its own", distribution("viewer_certificate", func(v merlon.Value) merlon.Truth {
	return demand.Given(v.Attr("acm_certificate_arn")).Or(demand.Given(v.Attr("iam_certificate_id")))
}))

// ResponseHeadersPolicy reports distributions without a policy for headers.
var ResponseHeadersPolicy = demand.Setting(merlon.Check{
	ID:       "aws-cloudfront-response-headers-policy",
	Title:    "CloudFront distribution has no response headers policy",
	Severity: merlon.Low,
	OptIn:    true, // the origin or a function may set the headers
	STRIDE:   merlon.Tampering,
	CIA:      merlon.Integrity,
	Why:      `Headers such as Strict-Transport-Security and Content-Security-Policy tell browsers what not to do with a page.`,
	Fix:      `Set response_headers_policy_id in default_cache_behavior.`,
	Sources:  []string{sourceHeaders},
	Aliases:  []string{"CKV2_AWS_32"},
}, "has no response headers policy", distribution("default_cache_behavior.response_headers_policy_id", demand.Given))

// oneYear is the least max-age that browsers' preload lists accept.
const oneYear = 31536000

// StrictTransport reports response headers policies without full HSTS.
var StrictTransport = demand.Setting(merlon.Check{
	ID:       "aws-cloudfront-hsts",
	Title:    "CloudFront response headers policy does not enforce HTTPS in browsers",
	Severity: merlon.Low,
	OptIn:    true, // preloading binds all subdomains, and the origin may send the header
	STRIDE:   merlon.Tampering | merlon.Spoofing,
	CIA:      merlon.Integrity | merlon.Confidentiality,
	Why:      `A browser that was told to use HTTPS for a year, on all subdomains, cannot be led to a copy of the site over plain HTTP.`,
	Fix: `Add a strict_transport_security block with access_control_max_age_sec = 31536000, include_subdomains, preload and
override = true.`,
	Sources: []string{sourceHeaders, "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html"},
	Aliases: []string{"CKV_AWS_259"},
}, "does not enforce HTTPS in browsers",
	demand.Row{Type: "aws_cloudfront_response_headers_policy", Noun: "policy", Path: "security_headers_config.strict_transport_security",
		Want: func(v merlon.Value) merlon.Truth {
			return demand.AtLeast(oneYear, 0)(v.Attr("access_control_max_age_sec")).And(
				v.Attr("include_subdomains").Truth(), v.Attr("preload").Truth(), v.Attr("override").Truth())
		}})

// DistributionEnabled reports distributions that are switched off.
var DistributionEnabled = demand.Setting(merlon.Check{
	ID:       "aws-cloudfront-enabled",
	Title:    "CloudFront distribution is switched off",
	Severity: merlon.Info,
	OptIn:    true, // somebody switched it off on purpose
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `A distribution that serves nobody is forgotten: its settings grow old, and one switch puts them on the internet.`,
	Fix:      `Set enabled = true, or remove the distribution.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html"},
	Aliases:  []string{"CKV_AWS_216"},
}, "is switched off", distribution("enabled", demand.On))

// DefaultRootObject reports distributions without a default root object.
var DefaultRootObject = demand.Setting(merlon.Check{
	ID:       "aws-cloudfront-default-root-object",
	Title:    "CloudFront distribution has no default root object",
	Severity: merlon.Low,
	OptIn:    true, // only a bucket that may be listed gives anything away, and APIs have no such object
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `A request for the root is passed to the origin: a bucket that may be listed answers with the list of its objects.`,
	Fix:      `Set default_root_object = "index.html".`,
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html", sourceCloudFront,
	},
	Aliases: []string{"CKV_AWS_305"},
}, "has no default root object", distribution("default_root_object", demand.Given))

// GeoRestriction reports distributions that answer the whole world.
var GeoRestriction = demand.Setting(merlon.Check{
	ID:       "aws-cloudfront-geo-restriction",
	Title:    "CloudFront distribution has no geographic restriction",
	Severity: merlon.Info,
	OptIn:    true, // most sites are for the whole world
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `A service for a few countries need not answer requests from the others, where most of its attackers may be.`,
	Fix:      `Set restriction_type = "whitelist" with the countries' codes in locations.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html"},
	Aliases:  []string{"CKV_AWS_374", "AC_AWS_0026"},
}, "has no geographic restriction", distribution("restrictions.geo_restriction.restriction_type", demand.OneOf("whitelist", "blacklist")))

// OriginFailover reports distributions that hang on one origin.
var OriginFailover = demand.Setting(merlon.Check{
	ID:       "aws-cloudfront-origin-failover",
	Title:    "CloudFront distribution has no origin failover",
	Severity: merlon.Info,
	OptIn:    true, // takes a second origin
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `When the origin is down, so is the site.`,
	Fix:      `Add an origin_group with failover_criteria and two members.`,
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html", sourceCloudFront,
	},
	Aliases: []string{"CKV_AWS_310"},
}, "has no origin failover", distribution("origin_group", func(v merlon.Value) merlon.Truth {
	fails := demand.Given(v)
	for group := range v.Elements() {
		members := group.Attr("member")
		two := merlon.TruthOf(members.Len() >= 2)
		if members.MayHaveMore() {
			two = two.Or(merlon.Unknown)
		}
		fails = fails.And(two, demand.Given(group.Attr("failover_criteria")))
	}
	return fails
}))
