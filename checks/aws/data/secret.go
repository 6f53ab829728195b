package data

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/internal/secret"
)

const sourceRotate = "https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html"

// SecretInCode reports credentials that are written in the code, wherever.
var SecretInCode = &merlon.Check{
	ID:       "aws-data-secret-in-code",
	Title:    "Credential is written in the code",
	Severity: merlon.High,
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `Whoever reads the repository, its history, a plan or the state has the credential. It is known by its issuer's
format, in any attribute, variable default or tfvars file; user data, functions, task definitions and provider blocks have checks
of their own.`,
	Fix: `Revoke the credential, and take it out of the history. Let the code name a secret of Secrets Manager or Parameter
Store, or take an ephemeral value.`,
	Sources: []string{sourceRotate, "https://developer.hashicorp.com/terraform/language/manage-sensitive-data"},
	Run: func(pass *merlon.Pass, _ *merlon.Resource) {
		everywhere(pass, func(_, text string) string {
			if found := secret.FindIssued(text); len(found) > 0 {
				return found[0].Rule
			}
			return ""
		}, "%s holds a credential (%s)")
	},
}

// SecretGuess reports values that look like credentials.
var SecretGuess = &merlon.Check{
	ID:       "aws-data-secret-guess",
	Title:    "Value looks like a credential",
	Severity: merlon.Low,
	OptIn:    true, // a guess by name and entropy is often wrong
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `The name says key, token or the like, and the value is as random as such a thing. No issuer's format says so, so
this may be an identifier.`,
	Fix:     `If it is a credential, revoke it and take it from Secrets Manager or Parameter Store instead.`,
	Sources: []string{sourceRotate},
	Run: func(pass *merlon.Pass, _ *merlon.Resource) {
		everywhere(pass, func(name, text string) string {
			if !random(text) || !telling(name) || len(secret.FindIssued(text)) > 0 {
				return ""
			}
			if found := secret.Guess(name + " = \"" + text + "\""); len(found) > 0 {
				return found[0].Rule
			}
			return ""
		}, "%s looks like a credential (%s)")
	},
}

// telling reports whether a name says that its value may be a credential.
func telling(name string) bool {
	name = strings.ToLower(name)
	for _, word := range []string{"key", "token", "secret", "auth", "passw", "credential", "access", "client"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// random reports whether a text is one word with digits and letters, as a
// credential is and an ARN, a path or a sentence is not.
func random(text string) bool {
	if len(text) < 16 || len(text) > 200 || strings.ContainsAny(text, " \t\n:/{}") {
		return false
	}
	return strings.ContainsAny(text, "0123456789") && strings.ContainsAny(text, "abcdefABCDEF")
}

// elsewhere are the attributes that other checks look for credentials in.
var elsewhere = map[string][]string{
	"aws_instance":                                 {"user_data", "user_data_base64"},
	"aws_spot_instance_request":                    {"user_data", "user_data_base64"},
	"aws_launch_configuration":                     {"user_data", "user_data_base64"},
	"aws_launch_template":                          {"user_data"},
	"aws_lambda_function":                          {"environment"},
	"aws_ecs_task_definition":                      {"container_definitions"},
	"aws_db_instance":                              {"password"},
	"aws_rds_cluster":                              {"master_password"},
	"aws_codebuild_project":                        {"environment"},
	"aws_elastic_beanstalk_environment":            {"setting"},
	"aws_elastic_beanstalk_configuration_template": {"setting"},

	"aws_datasync_location_object_storage":          {"secret_key"},
	"aws_datasync_location_smb":                     {"password"},
	"aws_datasync_location_fsx_windows_file_system": {"password"},
	"aws_datasync_location_azure_blob":              {"sas_configuration"},
	"aws_datasync_location_fsx_ontap_file_system":   {"protocol"},
}

// looksElsewhere reports whether another check looks for credentials in an
// attribute: in parameters only where they are plain.
func looksElsewhere(r *merlon.Resource, name string) bool {
	if r.Type == "aws_ssm_parameter" && r.Mode == merlon.Managed {
		kind := r.Attr("type")
		return (name == "value" || name == "insecure_value") && kind.IsSet() && kind.Is("SecureString") == merlon.False
	}
	return slices.Contains(elsewhere[r.Type], name)
}

// everywhere asks about each text of the estate that the code spells out. The
// question answers with the name of a rule, or with nothing.
func everywhere(pass *merlon.Pass, ask func(name, text string) string, format string) {
	if source := pass.Estate.Source; source == merlon.SourceState || source == merlon.SourceLive {
		return // they hold credentials that AWS made, and tell not where others came from
	}
	for _, r := range pass.Estate.Resources() {
		if r.Body == nil || r.Mode == merlon.Configured || !inBody(r.Body, ask) {
			continue
		}
		for i := range r.Body.Attributes {
			a := &r.Body.Attributes[i]
			name := a.Name
			// What a data source answers stands at its header: nobody wrote it.
			if looksElsewhere(r, name) || derived(r, name) || r.Mode == merlon.Data && a.Range == r.Origin.Header {
				continue
			}
			report(pass, r.Attr(name), name, ask, format)
		}
	}
}

// derived reports whether an attribute repeats what others say.
func derived(r *merlon.Resource, name string) bool {
	return name == "tags_all" || r.Mode == merlon.Data && (name == "json" || name == "minified_json" || name == "rendered")
}

// inBody is the quick question: is there anything in a block at all.
func inBody(b *merlon.Block, ask func(name, text string) string) bool {
	for i := range b.Attributes {
		a := &b.Attributes[i]
		if a.IsBlocks() {
			for _, nested := range a.Blocks {
				if inBody(nested, ask) {
					return true
				}
			}
			continue
		}
		if a.Document != "" && ask(a.Name, a.Document) != "" || inValue(a.Name, a.Value, ask) {
			return true
		}
	}
	return false
}

func inValue(name string, v cty.Value, ask func(name, text string) string) bool {
	if v == cty.NilVal || !v.IsKnown() || v.IsNull() {
		return false
	}
	ty := v.Type()
	if ty == cty.String {
		return ask(name, v.AsString()) != ""
	}
	if ty.IsPrimitiveType() || !v.CanIterateElements() {
		return false
	}
	for k, e := range v.Elements() {
		inner := name
		if ty.IsObjectType() || ty.IsMapType() {
			inner = k.AsString()
		}
		if inValue(inner, e, ask) {
			return true
		}
	}
	return false
}

// report goes down to the texts of a value and reports those that are meant.
func report(pass *merlon.Pass, v merlon.Value, name string, ask func(name, text string) string, format string) {
	if text, ok := v.Document(); ok {
		if rule := ask(name, text); rule != "" && demand.InCode(v) {
			pass.Reportf(v, format, v.Path(), rule)
		}
		return
	}
	raw := v.Cty()
	if !raw.IsKnown() || raw.IsNull() {
		return
	}
	if ty := raw.Type(); ty.IsObjectType() || ty.IsMapType() {
		for k := range raw.Elements() {
			report(pass, v.Attr(k.AsString()), k.AsString(), ask, format)
		}
		return
	}
	for e := range v.Elements() {
		report(pass, e, name, ask, format)
	}
}
