package serverless

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/internal/iam"
)

const sourceAPIPolicy = "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html"

// MethodAuthorization reports methods that anybody may call.
var MethodAuthorization = &merlon.Check{
	ID:       "aws-apigateway-method-authorization",
	Title:    "API Gateway method can be called by anybody",
	Severity: merlon.Medium,
	Targets:  []string{"aws_api_gateway_method"},
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication | merlon.Authorization,
	Why: `With authorization = "NONE" API Gateway passes every request on. Preflight requests (OPTIONS) are left out, which browsers
send without credentials, and APIs whose resource policy says who may call.`,
	Fix:     `Set authorization to AWS_IAM, COGNITO_USER_POOLS or CUSTOM, or add a resource policy to the API.`,
	Sources: []string{sourceRestCalls},
	Aliases: []string{"CKV_AWS_59", "AVD-AWS-0004", "AC_AWS_0439", "aws-api-gateway-no-public-access", "aws-apigateway-no-public-access"},
	Run: func(pass *merlon.Pass, method *merlon.Resource) {
		open := isOpen(method).And(method.Attr("http_method").Is("OPTIONS").Not())
		if open == merlon.False {
			return
		}
		private := merlon.False
		for _, api := range method.Attr("rest_api_id").Targets("aws_api_gateway_rest_api") {
			policies := policiesOf(pass, api)
			open = open.And(policies.given.And(policies.public.Not()).Not())
			private = isPrivate(api)
		}
		v := method.Attr("authorization")
		f := pass.Require(open.Not(), v, "method %q can be called by anybody", method.Name)
		if f != nil && f.Result == merlon.Fail && private == merlon.True {
			f.At(merlon.Low) // anybody in the VPCs
		}
	},
}

// isOpen says whether a method asks for no authorization and no API key.
func isOpen(method *merlon.Resource) merlon.Truth {
	return method.Attr("authorization").Is("NONE").And(method.Attr("api_key_required").Truth().Not())
}

// isPrivate says whether an API is reached through VPC endpoints only.
func isPrivate(api *merlon.Resource) merlon.Truth {
	types := api.Attr("endpoint_configuration", "types")
	return demand.Includes("PRIVATE")(types).And(demand.Excludes("EDGE", "REGIONAL")(types))
}

// apiPolicies is what is known of an API's resource policies.
type apiPolicies struct {
	given, public merlon.Truth
	// readers are the policy resources beside the API.
	readers []*merlon.Resource
}

func policiesOf(pass *merlon.Pass, api *merlon.Resource) apiPolicies {
	found := pass.Companions(api, "aws_api_gateway_rest_api_policy", "rest_api_id")
	var p apiPolicies
	p.readers = found.List
	if len(found.Maybe) > 0 {
		p.given, p.public = merlon.Unknown, merlon.Unknown
	}
	for _, r := range append([]*merlon.Resource{api}, found.List...) {
		policy, known := iam.FromValue(r.Attr("policy"))
		switch {
		case policy == nil && known == merlon.Unknown:
			p.given, p.public = p.given.Or(merlon.Unknown), p.public.Or(merlon.Unknown)
		case policy != nil:
			p.given = merlon.True
			for i := range policy.Statements {
				p.public = p.public.Or(policy.Public(&policy.Statements[i]))
			}
			if policy.Open {
				p.public = p.public.Or(merlon.Unknown)
			}
		}
	}
	return p
}

// OpenPreflight reports OPTIONS methods of APIs whose policy says that
// everybody may call.
var OpenPreflight = &merlon.Check{
	ID:       "aws-apigateway-options-authorization",
	Title:    "API Gateway OPTIONS method of an API with a public policy can be called by anybody",
	Severity: merlon.Info,
	OptIn:    true, // browsers send preflight requests without credentials: CORS does not work otherwise
	Targets:  []string{"aws_api_gateway_method"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `An OPTIONS method with a backend of its own runs that backend for everybody.`,
	Fix:      `Answer it with a MOCK integration, or ask for an API key or authorization where no browser calls.`,
	Sources:  []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html", sourceAPIPolicy},
	Aliases:  []string{"CKV2_AWS_70"},
	Run: func(pass *merlon.Pass, method *merlon.Resource) {
		open := isOpen(method).And(method.Attr("http_method").Is("OPTIONS"))
		if open == merlon.False {
			return
		}
		for _, api := range method.Attr("rest_api_id").Targets("aws_api_gateway_rest_api") {
			policies := policiesOf(pass, api)
			bad := open.And(isPrivate(api).Not(), policies.given, policies.public)
			if f := pass.Require(bad.Not(), method.Attr("authorization"), "OPTIONS method %q can be called by anybody", method.Name); f != nil {
				f.About(policies.readers...)
			}
		}
	},
}

// RouteAuthorization reports routes that anybody may call.
var RouteAuthorization = demand.Setting(merlon.Check{
	ID:       "aws-apigateway-route-authorization",
	Title:    "API Gateway route can be called by anybody",
	Severity: merlon.Medium,
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication | merlon.Authorization,
	Why: `Without an authorization_type API Gateway passes every request on. Preflight routes (OPTIONS) are left out, and those of
WebSocket APIs but $connect, where the connection is authorized.`,
	Fix:     `Set authorization_type to AWS_IAM, JWT or CUSTOM, with an authorizer_id.`,
	Sources: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html", sourceAPI},
	Aliases: []string{"CKV_AWS_309"},
}, "can be called by anybody", demand.Row{
	Type: "aws_apigatewayv2_route", Noun: "route", Path: "authorization_type", Want: demand.OneOf("AWS_IAM", "CUSTOM", "JWT"),
	When: asksForAuthorization,
})

// asksForAuthorization says whether a route is one where callers are checked.
func asksForAuthorization(route merlon.Value) merlon.Truth {
	key, known := route.Attr("route_key").Text()
	if !known {
		return merlon.Unknown
	}
	if strings.HasPrefix(strings.ToUpper(key), "OPTIONS ") {
		return merlon.False
	}
	asks := merlon.True
	for _, api := range route.Attr("api_id").Targets("aws_apigatewayv2_api") {
		asks = api.Attr("protocol_type").Is("WEBSOCKET").And(merlon.TruthOf(key != "$connect")).Not()
	}
	return asks
}

var apiPolicyRows = []demand.PolicyRow{
	{Type: "aws_api_gateway_rest_api_policy", Noun: "policy", Path: "policy"},
	{Type: "aws_api_gateway_rest_api", Noun: "API", Path: "policy"},
}

// PublicAPIPolicy reports resource policies of APIs that let everybody call.
var PublicAPIPolicy = demand.Policy(merlon.Check{
	ID:       "aws-apigateway-public-policy",
	Title:    "API Gateway resource policy lets everyone call",
	Severity: merlon.Low,
	OptIn:    true, // the policy is checked together with the methods' own authorization
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `A policy that allows the principal * without a condition restricts nobody: the methods' authorization is all there is.`,
	Fix:      `Name the accounts or roles, or add a condition on aws:SourceIp, aws:SourceVpce or aws:PrincipalOrgID.`,
	Sources:  []string{sourceAPIPolicy},
	Aliases:  []string{"AC_AWS_0440"},
}, "lets everyone call", demand.Public, apiPolicyRows...)

// WideAPIPolicy reports resource policies of APIs that allow every action.
var WideAPIPolicy = demand.Policy(merlon.Check{
	ID:       "aws-apigateway-policy-every-action",
	Title:    "API Gateway resource policy allows every action",
	Severity: merlon.Low,
	OptIn:    true, // beside calls there is only the cache to be emptied
	STRIDE:   merlon.ElevationOfPrivilege | merlon.DenialOfService,
	CIA:      merlon.Availability,
	AAA:      merlon.Authorization,
	Why:      `Callers may empty the cache too (execute-api:InvalidateCache), and whatever AWS adds.`,
	Fix:      `Allow execute-api:Invoke only.`,
	Sources:  []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html"},
	Aliases:  []string{"AC_AWS_0440"},
}, "allows every action", func(_ *iam.Policy, s *iam.Statement) merlon.Truth {
	return merlon.TruthOf(s.Effect == iam.Allow).And(s.Actions.CoversActions("execute-api:*"))
}, apiPolicyRows...)
