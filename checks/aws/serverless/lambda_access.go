package serverless

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceLambdaPolicy = "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html"
	sourceLambdaURL    = "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"
)

// LambdaSource reports permissions for a service on behalf of anybody.
var LambdaSource = &merlon.Check{
	ID:       "aws-lambda-permission-source",
	Title:    "Lambda permission for a service does not say on whose behalf",
	Severity: merlon.High,
	Targets:  []string{"aws_lambda_permission"},
	STRIDE:   merlon.Spoofing | merlon.ElevationOfPrivilege,
	CIA:      merlon.Integrity | merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `The service calls for all of its customers: anybody who makes a bucket, topic or API of his own in any account can have
it call the function.`,
	Fix:     `Set source_arn to the ARN of the bucket, rule, topic or API, or source_account; for Alexa the skill's id in event_source_token.`,
	Sources: []string{sourceLambdaPolicy, "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html", sourceLambda},
	Aliases: []string{"CKV_AWS_364", "AVD-AWS-0067", "aws-lambda-restrict-source-arn"},
	Run: func(pass *merlon.Pass, permission *merlon.Resource) {
		v, named := permission.Attr("principal"), namesSource(permission)
		if v.IsNull() || named == merlon.True {
			return
		}
		service := merlon.Unknown
		text, known := v.Text()
		if known {
			service = merlon.TruthOf(isService(text))
		} else {
			text = "a principal that is not known"
		}
		pass.Require(named.Or(service.Not()), v, "permission %q lets %s call on anybody's behalf", permission.Name, text)
	},
}

// isService reports whether a principal is a service of AWS, or of Alexa, which
// has names of its own.
func isService(principal string) bool {
	for _, suffix := range []string{".amazonaws.com", ".amazonaws.com.cn", ".amazon.com"} {
		if strings.HasSuffix(principal, suffix) {
			return true
		}
	}
	return false
}

// namesSource says whether a permission is for one source, account,
// organisation or Alexa skill.
func namesSource(permission *merlon.Resource) merlon.Truth {
	source := permission.Attr("source_arn")
	// What belongs to a resource of the estate is no star.
	return demand.Given(source).And(merlon.TruthOf(source.Is("*") != merlon.True)).Or(
		demand.Given(permission.Attr("source_account")), demand.Given(permission.Attr("principal_org_id")),
		demand.Given(permission.Attr("event_source_token")))
}

// LambdaPublic reports permissions for everybody.
var LambdaPublic = &merlon.Check{
	ID:       "aws-lambda-public",
	Title:    "Lambda function can be called by everyone",
	Severity: merlon.Critical,
	Targets:  []string{"aws_lambda_permission"},
	STRIDE:   merlon.Spoofing | merlon.ElevationOfPrivilege | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `A permission for the principal * lets every AWS account call the function, or the whole internet by its URL.`,
	Fix:      `Name the service or account in principal, with source_arn; for an organisation set principal_org_id.`,
	Sources:  []string{"https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html", sourceLambda},
	Aliases:  []string{"CKV_AWS_301"},
	Run: func(pass *merlon.Pass, permission *merlon.Resource) {
		v := permission.Attr("principal")
		everyone := v.Is("*")
		if everyone == merlon.False {
			return
		}
		inside := demand.Given(permission.Attr("principal_org_id"))
		f := pass.Require(everyone.Not().Or(inside), v, "permission %q lets everyone call the function", permission.Name)
		switch {
		case f == nil:
		case namesSource(permission) == merlon.True:
			f.At(merlon.Low) // calls have to come by way of the source
		case permission.Attr("function_url_auth_type").Is("NONE") == merlon.True:
			f.At(merlon.High) // as the function URL itself, which does not work without
		}
	},
}

// LambdaPolicy reports functions that nothing is permitted to call. Terrascan's
// own rule asks less: that the code attaches a policy to any role at all.
var LambdaPolicy = demand.Companion(merlon.Check{
	ID:       "aws-lambda-policy-attached",
	Title:    "Nothing in the code is permitted to call the Lambda function",
	Severity: merlon.Info,
	OptIn:    true, // queues and streams are polled by Lambda itself, and callers of the account need no permission
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `Who may call the function is not said in the code: it is unused, or the permission was given by hand.`,
	Fix:      `Add an aws_lambda_permission for the service that calls the function.`,
	Sources:  []string{sourceLambdaPolicy},
	Aliases:  []string{"AC_AWS_0484"},
}, "has no permission for a caller", demand.CompanionRow{
	Type: "aws_lambda_function", Noun: "function", Links: []demand.Link{{Type: "aws_lambda_permission", Path: "function_name"}},
})

// LambdaURLAuth reports function URLs that anybody may call.
var LambdaURLAuth = demand.Setting(merlon.Check{
	ID:       "aws-lambda-url-auth",
	Title:    "Lambda function URL can be called by anybody",
	Severity: merlon.High,
	STRIDE:   merlon.Spoofing | merlon.DenialOfService | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication,
	Why:      `With authorization_type = "NONE" the whole internet runs the function, at your expense; only its own code can refuse a call.`,
	Fix:      `Set authorization_type = "AWS_IAM", or put an API or a CloudFront distribution with an origin access control in front.`,
	Sources:  []string{sourceLambdaURL},
	Aliases:  []string{"CKV_AWS_258"},
}, "can be called by anybody",
	demand.Row{Type: "aws_lambda_function_url", Noun: "function URL", Path: "authorization_type", Want: demand.NoneOf("NONE")})

// LambdaURLCORS reports function URLs that pages of every origin may call in
// every way.
var LambdaURLCORS = &merlon.Check{
	ID:       "aws-lambda-url-cors",
	Title:    "Lambda function URL lets pages of every origin call it",
	Severity: merlon.Low,
	OptIn:    true, // browsers send no credentials to every origin, and public APIs want it
	Targets:  []string{"aws_lambda_function_url"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Any page that a user visits can call the function from his browser, with every method, and read the answers.`,
	Fix:      `List the origins in allow_origins and the methods in allow_methods.`,
	Sources:  []string{"https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html"},
	Aliases:  []string{"CKV2_AWS_75"},
	Run: func(pass *merlon.Pass, url *merlon.Resource) {
		origins := url.Attr("cors", "allow_origins")
		wide := demand.Includes("*")(origins).And(
			demand.Includes("*")(url.Attr("cors", "allow_methods")).Or(url.Attr("cors", "allow_credentials").Truth()))
		if f := pass.Require(wide.Not(), origins, "function URL %q lets pages of every origin call it", url.Name); f != nil {
			f.About(url.Attr("function_name").Targets("aws_lambda_function")...)
		}
	},
}

// LambdaSecrets reports credentials in the environment of functions. It never
// shows them.
var LambdaSecrets = &merlon.Check{
	ID:       "aws-lambda-environment-secrets",
	Title:    "Lambda environment contains a secret",
	Severity: merlon.High,
	Targets:  []string{"aws_lambda_function"},
	STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `Everyone who may look at the function's settings reads its variables; they stand in code and state, and in whatever prints
the environment.`,
	Fix:     `Revoke the credential. Give the function a role, and read what it needs from Secrets Manager or Parameter Store.`,
	Sources: []string{"https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"},
	Aliases: []string{"CKV_AWS_45"},
	Run: func(pass *merlon.Pass, f *merlon.Resource) {
		variables := f.Attr("environment", "variables")
		refs := variables.Refs()
		for _, ref := range refs {
			if demand.CarriesSecret(ref) {
				pass.Reportf(variables, "environment of function %q spells out %s of %s", f.Name, ref.Attribute, ref.Target.Label()).At(merlon.Medium)
			}
		}
		if variables.IsUnknown() || variables.IsNull() {
			return // a map that is not known at all holds no literals
		}
		for name, v := range entries(variables) {
			text, ok := v.Text()
			if !ok {
				// What comes from a resource is its name or ARN, if not reported
				// above. An input may be a secret, or the ARN or path of one.
				if v.IsUnknown() && len(refs) == 0 && demand.NamesSecret(name) {
					pass.Undecidedf(v, "variable %s of function %q may be a secret", name, f.Name)
				}
				continue
			}
			if rules := demand.VariableSecrets(name, text); len(rules) > 0 {
				pass.Reportf(v, "variable %s of function %q contains a secret (%s)", name, f.Name, strings.Join(rules, ", "))
			}
		}
	},
}

// entries yields the variables of an environment in the order of their names.
func entries(variables merlon.Value) func(yield func(string, merlon.Value) bool) {
	return func(yield func(string, merlon.Value) bool) {
		all := variables.Cty()
		if !all.CanIterateElements() || !all.Type().IsMapType() && !all.Type().IsObjectType() {
			return
		}
		for it := all.ElementIterator(); it.Next(); {
			key, _ := it.Element()
			name := key.AsString()
			if !yield(name, variables.Attr(name)) {
				return
			}
		}
	}
}
