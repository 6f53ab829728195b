package serverless

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceAPI       = "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"
	sourceAPILogs   = "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"
	sourceAPICache  = "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html"
	sourceAPITLS    = "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html"
	sourceRestCalls = "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html"
)

func restAPI(path string, want demand.Want) demand.Row {
	return demand.Row{Type: "aws_api_gateway_rest_api", Noun: "API", Path: path, Want: want}
}

func stage(path string, want demand.Want) demand.Row {
	return demand.Row{Type: "aws_api_gateway_stage", Noun: "stage", Path: path, Want: want}
}

func methodSettings(path string, want demand.Want) demand.Row {
	return demand.Row{Type: "aws_api_gateway_method_settings", Noun: "method settings", Path: path, Want: want}
}

// ExecutionLogging reports stages that do not log what API Gateway does.
var ExecutionLogging = &merlon.Check{
	ID:       "aws-apigateway-execution-logging",
	Title:    "API Gateway stage has no execution logging",
	Severity: merlon.Low,
	OptIn:    true, // access logs tell who called; these tell what API Gateway made of it, at a price
	Targets:  []string{"aws_api_gateway_stage"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Without execution logs nobody can tell why a request was refused or what went wrong behind the API.`,
	Fix:      `Add an aws_api_gateway_method_settings for the stage with method_path = "*/*" and logging_level = "ERROR" in settings.`,
	Sources:  []string{sourceAPILogs, sourceAPI},
	Aliases:  []string{"CKV2_AWS_4"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		settings, more := settingsOf(pass, r)
		logs := more
		for _, s := range settings {
			logs = logs.Or(s.Attr("settings", "logging_level").Is("ERROR", "INFO"))
		}
		if f := pass.Require(logs, r, "stage %q has no execution logging", r.Name); f != nil {
			f.About(settings...)
		}
	},
}

// settingsOf are the method settings of a stage, which name it by its name and
// its API, and whether there may be more.
func settingsOf(pass *merlon.Pass, r *merlon.Resource) (settings []*merlon.Resource, more merlon.Truth) {
	const typ = "aws_api_gateway_method_settings"
	settings = pass.Companions(r, typ, "stage_name").List
	name, known := r.Attr("stage_name").Text()
	for _, api := range r.Attr("rest_api_id").Targets("aws_api_gateway_rest_api") {
		for _, s := range pass.Companions(api, typ, "rest_api_id").List {
			v := s.Attr("stage_name")
			if len(v.Targets("aws_api_gateway_stage")) > 0 {
				continue // that stage is meant
			}
			other, ok := v.Text()
			switch {
			case ok && known && other == name:
				settings = append(settings, s)
			case v.IsUnknown() || ok && !known:
				more = merlon.Unknown
			}
		}
	}
	return settings, more
}

// DetailedMetrics reports method settings without metrics.
var DetailedMetrics = &merlon.Check{
	ID:       "aws-apigateway-detailed-metrics",
	Title:    "API Gateway methods publish no metrics of their own",
	Severity: merlon.Info,
	OptIn:    true, // metrics by stage are always there; those by method are billed
	Targets:  []string{"aws_api_gateway_method_settings"},
	STRIDE:   merlon.Repudiation | merlon.DenialOfService,
	CIA:      merlon.Availability,
	AAA:      merlon.Accounting,
	Why:      `Metrics by method show which one is attacked or fails.`,
	Fix:      `Set metrics_enabled = true in settings.`,
	Sources:  []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html"},
	Aliases:  []string{"AC_AWS_0007", "CKV2_AWS_4"},
	Run: func(pass *merlon.Pass, settings *merlon.Resource) {
		v := settings.Attr("settings", "metrics_enabled")
		if f := pass.Require(v.Truth(), v, "method settings %q publish no metrics", settings.Name); f != nil {
			f.About(settings.Attr("stage_name").Targets("aws_api_gateway_stage")...)
		}
	},
}

// DataTrace reports stages that log requests and answers in full.
var DataTrace = demand.Setting(merlon.Check{
	ID:       "aws-apigateway-data-trace",
	Title:    "API Gateway logs requests and answers in full",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Passwords, tokens and personal data of the requests end up in a log group, where more people can read them, and for longer.`,
	Fix:      `Remove data_trace_enabled = true; AWS advises against it for production.`,
	Sources:  []string{sourceAPILogs},
	Aliases:  []string{"CKV_AWS_276"},
}, "log requests and answers in full", methodSettings("settings.data_trace_enabled", demand.Off),
	demand.Row{Type: "aws_apigatewayv2_stage", Noun: "stage", Path: "default_route_settings.data_trace_enabled", Want: demand.Off, Says: "logs requests and answers in full"},
	demand.Row{Type: "aws_apigatewayv2_stage", Noun: "stage", Each: "route_settings", Path: "data_trace_enabled", Want: demand.Off, Says: "logs requests and answers in full"})

// CacheEncryption reports caches in clear text.
var CacheEncryption = demand.Setting(merlon.Check{
	ID:       "aws-apigateway-cache-encryption",
	Title:    "API Gateway cache is not encrypted",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Answers of the API, personal ones among them, lie in the cache in clear text.`,
	Fix:      `Set cache_data_encrypted = true in settings.`,
	Sources:  []string{sourceAPICache, sourceAPI},
	Aliases:  []string{"CKV_AWS_308", "AVD-AWS-0002", "aws-api-gateway-enable-cache-encryption", "aws-apigateway-enable-cache-encryption"},
}, "cache answers in clear text", demand.Row{
	Type: "aws_api_gateway_method_settings", Noun: "method settings", Each: "settings", Path: "cache_data_encrypted", Want: demand.On,
	When: demand.At("caching_enabled", demand.On),
})

// StageCache reports stages without a cache.
var StageCache = demand.Setting(merlon.Check{
	ID:       "aws-apigateway-stage-cache",
	Title:    "API Gateway stage has no cache",
	Severity: merlon.Info,
	OptIn:    true, // a cache is billed by the hour, and answers for one user must not be cached
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `Every request goes to the backend.`,
	Fix:      `Set cache_cluster_enabled = true and cache_cluster_size.`,
	Sources:  []string{sourceAPICache},
	Aliases:  []string{"CKV_AWS_120"},
}, "has no cache", stage("cache_cluster_enabled", demand.On))

// MethodCache reports method settings without caching.
var MethodCache = demand.Setting(merlon.Check{
	ID:       "aws-apigateway-method-cache",
	Title:    "API Gateway methods do not cache answers",
	Severity: merlon.Info,
	OptIn:    true, // a cache is billed by the hour, and answers for one user must not be cached
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `Every request goes to the backend.`,
	Fix:      `Set caching_enabled = true in settings.`,
	Sources:  []string{sourceAPICache},
	Aliases:  []string{"CKV_AWS_225", "AVD-AWS-0190", "aws-api-gateway-enable-cache", "aws-apigateway-enable-cache"},
}, "do not cache answers", methodSettings("settings.caching_enabled", demand.On))

// StageTracing reports stages without X-Ray.
var StageTracing = demand.Setting(merlon.Check{
	ID:       "aws-apigateway-tracing",
	Title:    "API Gateway stage has no X-Ray tracing",
	Severity: merlon.Info,
	OptIn:    true, // traces are for finding faults
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Traces show which services a request went through, and where it was slow or failed.`,
	Fix:      `Set xray_tracing_enabled = true.`,
	Sources:  []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html", sourceAPI},
	Aliases:  []string{"CKV_AWS_73", "AVD-AWS-0003", "AC_AWS_0015", "aws-api-gateway-enable-tracing", "aws-apigateway-enable-tracing"},
}, "has no X-Ray tracing", stage("xray_tracing_enabled", demand.On))

var modernAPITLS = demand.StartsWith("TLS_1_2", "SecurityPolicy_TLS12_", "SecurityPolicy_TLS13_")

// APITLS reports domain names of APIs that accept old TLS.
var APITLS = demand.Setting(merlon.Check{
	ID:       "aws-apigateway-tls-policy",
	Title:    "API Gateway domain name accepts TLS older than 1.2",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `TLS 1.0 and 1.1 rest on broken parts and are banned by every standard. Without security_policy nothing in the code rules them out.`,
	Fix:      `Set security_policy = "TLS_1_2", or a SecurityPolicy_TLS13 policy.`,
	Sources:  []string{sourceAPITLS, "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html"},
	Aliases:  []string{"CKV_AWS_206", "AVD-AWS-0005", "aws-api-gateway-use-secure-tls-policy", "aws-apigateway-use-secure-tls-policy"},
}, "accepts TLS older than 1.2",
	demand.Row{Type: "aws_api_gateway_domain_name", Noun: "domain name", Path: "security_policy", Want: modernAPITLS,
		// A private domain name takes nothing older.
		When: demand.At("endpoint_configuration.types", demand.Excludes("PRIVATE"))},
	demand.Row{Type: "aws_apigatewayv2_domain_name", Noun: "domain name", Path: "domain_name_configuration.security_policy", Want: modernAPITLS})

// ClientCertificate reports stages that backends cannot tell from others.
var ClientCertificate = demand.Setting(merlon.Check{
	ID:       "aws-apigateway-client-certificate",
	Title:    "API Gateway stage shows its backend no client certificate",
	Severity: merlon.Low,
	OptIn:    true, // only for HTTP backends with a public address
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Integrity,
	AAA:      merlon.Authentication,
	Why:      `A backend with a public address cannot tell calls by the API, which were authorized there, from calls that went around it.`,
	Fix:      `Make an aws_api_gateway_client_certificate, set client_certificate_id, and let the backend demand the certificate.`,
	Sources: []string{
		"https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html", sourceAPI,
	},
	Aliases: []string{"CKV2_AWS_51", "AC_AWS_0013"},
}, "shows its backend no client certificate", stage("client_certificate_id", demand.Given),
	demand.Row{Type: "aws_apigatewayv2_stage", Noun: "stage", Path: "client_certificate_id", Want: demand.Given,
		// HTTP APIs know no client certificates.
		When: func(v merlon.Value) merlon.Truth {
			webSocket := merlon.Unknown
			for _, api := range v.Attr("api_id").Targets("aws_apigatewayv2_api") {
				webSocket = api.Attr("protocol_type").Is("WEBSOCKET")
			}
			return webSocket
		}})

// RequestValidation reports methods that pass anything on.
var RequestValidation = demand.Setting(merlon.Check{
	ID:       "aws-apigateway-request-validation",
	Title:    "API Gateway method does not validate requests",
	Severity: merlon.Low,
	OptIn:    true, // the backend has to check what it gets in any case
	STRIDE:   merlon.Tampering,
	CIA:      merlon.Integrity,
	Why:      `Requests without the parameters, or with a body of another shape, reach the backend.`,
	Fix:      `Make an aws_api_gateway_request_validator and set request_validator_id.`,
	Sources:  []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html"},
	Aliases:  []string{"CKV2_AWS_53"},
}, "does not validate requests",
	demand.Row{Type: "aws_api_gateway_method", Noun: "method", Path: "request_validator_id", Want: demand.Given})

// APICreateBeforeDestroy reports APIs and deployments that Terraform removes
// before there is another.
var APICreateBeforeDestroy = demand.CreateBeforeDestroy(merlon.Check{
	ID:       "aws-apigateway-create-before-destroy",
	Title:    "API Gateway resource is destroyed before its replacement exists",
	Severity: merlon.Info,
	OptIn:    true, // an apply that fails is noticed
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `A deployment that a stage uses cannot be deleted: a change that replaces it fails halfway. An API that is replaced is gone for a while.`,
	Fix:      `Add lifecycle { create_before_destroy = true }.`,
	Sources:  []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html"},
	Aliases:  []string{"CKV_AWS_217", "CKV_AWS_237"},
}, "is destroyed before its replacement exists",
	map[string]string{"aws_api_gateway_deployment": "deployment", "aws_api_gateway_rest_api": "API"},
	"aws_api_gateway_deployment", "aws_api_gateway_rest_api")

// PrivateEndpoint reports REST APIs that are on the internet.
var PrivateEndpoint = demand.Setting(merlon.Check{
	ID:       "aws-apigateway-private-endpoint",
	Title:    "REST API is not private",
	Severity: merlon.Low,
	OptIn:    true, // most APIs are there for the internet
	STRIDE:   merlon.InformationDisclosure | merlon.DenialOfService,
	CIA:      merlon.Confidentiality,
	Why:      `A regional or edge API answers on the internet; a private one only through endpoints in VPCs.`,
	Fix:      `Set types = ["PRIVATE"] in endpoint_configuration, with a resource policy for the VPC endpoint.`,
	Sources:  []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html"},
	Aliases:  []string{"AC_AWS_0011"},
}, "is not private", restAPI("endpoint_configuration.types", demand.Includes("PRIVATE")))

// ContentEncoding reports REST APIs that do not compress.
var ContentEncoding = demand.Setting(merlon.Check{
	ID:       "aws-apigateway-content-encoding",
	Title:    "REST API does not compress answers",
	Severity: merlon.Info,
	OptIn:    true, // a matter of bandwidth
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `Large answers take longer and cost more.`,
	Fix:      `Set minimum_compression_size.`,
	Sources:  []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html"},
	Aliases:  []string{"AC_AWS_0010"},
}, "does not compress answers", restAPI("minimum_compression_size", demand.AtLeast(0, -1)))

// APICORS reports HTTP APIs that answer pages of every origin.
var APICORS = demand.Setting(merlon.Check{
	ID:       "aws-apigateway-cors-wildcard",
	Title:    "HTTP API lets pages of every origin call it",
	Severity: merlon.Low,
	OptIn:    true, // browsers send no credentials to such an API, and public APIs want it
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Any page that a user visits can call the API from his browser and read the answers, from inside his network too.`,
	Fix:      `List the origins in allow_origins.`,
	Sources:  []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html"},
	Aliases:  []string{"AC_AWS_0441"},
}, "lets pages of every origin call it",
	demand.Row{Type: "aws_apigatewayv2_api", Noun: "API", Path: "cors_configuration.allow_origins", Want: demand.Excludes("*")})
