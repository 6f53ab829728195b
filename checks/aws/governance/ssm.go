package governance

import (
	"slices"
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/document"
	"merlon/internal/secret"
)

const (
	sourceParameters = "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html"
	sourceSessions   = "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html"
	sourceSSM        = "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html"
)

// ParameterSecret reports secrets in parameters that are not encrypted.
var ParameterSecret = &merlon.Check{
	ID:       "aws-ssm-parameter-plaintext-secret",
	Title:    "Secret in a plain parameter",
	Severity: merlon.High,
	Targets:  []string{"aws_ssm_parameter"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `A parameter of type String is stored in clear, and whoever may list parameters for their settings reads the secret with them.`,
	Fix:      `Set type = "SecureString", and write the value with value_wo or by other means than code.`,
	Sources:  []string{sourceParameters},
	Aliases:  []string{"CKV2_AWS_34"},
	Run: func(pass *merlon.Pass, parameter *merlon.Resource) {
		kind := parameter.Attr("type")
		if kind.Is("SecureString") != merlon.False || kind.IsNull() {
			return
		}
		for _, name := range []string{"value", "insecure_value"} {
			v := parameter.Attr(name)
			for _, ref := range v.Refs() {
				if demand.CarriesSecret(ref) {
					pass.Reportf(v, "plain parameter %q holds %s of %s", parameter.Name, ref.Attribute, ref.Target.Label())
					return
				}
			}
			named := namesSecret(parameter.Attr("name").String())
			text, ok := v.Text()
			if !ok {
				// What comes from another resource is its ARN or name, or a
				// secret that was looked for above.
				if named && v.IsUnknown() && len(v.Refs()) == 0 {
					pass.Undecidedf(v, "plain parameter %q has the name of a secret", parameter.Name)
				}
				continue
			}
			var rules []string
			for _, m := range secret.Find(text) {
				if m.Confidence >= secret.Medium && !slices.Contains(rules, m.Rule) {
					rules = append(rules, m.Rule)
				}
			}
			slices.Sort(rules)
			switch {
			case len(rules) > 0:
				pass.Reportf(v, "plain parameter %q holds a secret (%s)", parameter.Name, strings.Join(rules, ", "))
			case named && mayBeSecret(text):
				pass.Reportf(v, "plain parameter %q has the name of a secret", parameter.Name)
			}
		}
	},
}

// namesSecret reports whether the last part of a parameter's name is what
// people call a secret.
func namesSecret(name string) bool {
	name = strings.ToLower(name[strings.LastIndexByte(name, '/')+1:])
	name = strings.NewReplacer("-", "", "_", "", ".", "").Replace(name)
	for _, end := range []string{"password", "passwd", "passphrase", "privatekey", "secretkey", "apikey", "clientsecret", "secretaccesskey"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// mayBeSecret reports whether a text that is kept under the name of a secret
// may be one: not an ARN or address that says where it is, and not a switch.
func mayBeSecret(text string) bool {
	for _, start := range []string{"arn:", "http://", "https://"} {
		if strings.HasPrefix(text, start) {
			return false
		}
	}
	return text != "" && !slices.Contains([]string{"true", "false", "yes", "no", "enabled", "disabled"}, strings.ToLower(text))
}

// ParameterSecureString reports parameters that are not encrypted, whatever is
// in them.
var ParameterSecureString = demand.Setting(merlon.Check{
	ID:       "aws-ssm-parameter-secure-string",
	Title:    "Parameter is no SecureString",
	Severity: merlon.Low,
	OptIn:    true, // most parameters are settings, which need no encryption
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Whoever may read parameters reads it, without asking a key.`,
	Fix:      `Set type = "SecureString".`,
	Sources:  []string{sourceParameters},
	Aliases:  []string{"CKV2_AWS_34"},
}, "is no SecureString", demand.Row{
	Type: "aws_ssm_parameter", Noun: "parameter", Path: "type", Want: demand.OneOf("SecureString"),
})

// ParameterCustomerKey reports encrypted parameters without a key of the
// customer's own.
var ParameterCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-ssm-parameter-customer-key",
	Title:    "SecureString has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks it of confidential data
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Everybody in the account whom IAM lets read the parameter may use AWS's key. One's own key has a say too.`,
	Fix:      `Set key_id to an aws_kms_key.`,
	Sources:  []string{sourceParameters},
	Aliases:  []string{"CKV_AWS_337"},
}, "has no customer-managed key", demand.Row{
	Type: "aws_ssm_parameter", Noun: "parameter", Path: "key_id", Want: demand.CustomerKey,
	When: demand.At("type", demand.OneOf("SecureString")),
})

// DocumentPublic reports documents that every account may run.
var DocumentPublic = &merlon.Check{
	ID:       "aws-ssm-document-public",
	Title:    "SSM document is shared with everyone",
	Severity: merlon.High,
	Targets:  []string{"aws_ssm_document"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Every AWS account reads how you administer your machines: commands, names, and whatever secrets stand in them.`,
	Fix:      `Name the accounts in account_ids of permissions, or remove it. Block public sharing in the settings of Systems Manager.`,
	Sources:  []string{"https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html", sourceSSM + "#ssm-4"},
	Aliases:  []string{"CKV_AWS_303"},
	Run: func(pass *merlon.Pass, d *merlon.Resource) {
		v := d.Attr("permissions", "account_ids")
		if v.IsUnknown() {
			pass.Undecided(v)
			return
		}
		texts, _ := v.Strings() // the provider wants one text with commas
		for _, text := range texts {
			for id := range strings.SplitSeq(text, ",") {
				if strings.EqualFold(strings.TrimSpace(id), "all") {
					pass.Reportf(v, "document %q is shared with everyone", d.Name)
					return
				}
			}
		}
	},
}

// session reads the inputs of a session document, and says whether it is one
// whose data can be encrypted and logged. A shell has to have inputs; a document
// of commands may, and port forwarding and single commands know none of these.
//
// https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
func session(d *merlon.Resource) (inputs document.Node, is merlon.Truth) {
	is = d.Attr("document_type").Is("Session")
	if is == merlon.False {
		return inputs, is
	}
	content := document.YAML(d.Attr("content"))
	inputs, kind := content.Get("inputs"), content.Get("sessionType")
	is = is.And(kind.Is("Port", "NonInteractiveCommands").Not())
	if !inputs.IsSet() {
		is = is.And(kind.Is("InteractiveCommands").Not())
	}
	return inputs, is
}

// SessionEncryption reports sessions that no key of the customer encrypts.
var SessionEncryption = &merlon.Check{
	ID:       "aws-ssm-session-encryption",
	Title:    "Session Manager data are not encrypted with a KMS key",
	Severity: merlon.Low,
	OptIn:    true, // sessions run over TLS anyhow
	Targets:  []string{"aws_ssm_document"},
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `With a key, both ends of a session prove that they may use it, and what is typed is encrypted on its way through AWS a second time.`,
	Fix:      `Set kmsKeyId in inputs of the document.`,
	Sources:  []string{"https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html"},
	Aliases:  []string{"CKV_AWS_112"},
	Run: func(pass *merlon.Pass, d *merlon.Resource) {
		inputs, is := session(d)
		if is != merlon.False {
			key := inputs.Get("kmsKeyId")
			pass.Require(given(key).Or(is.Not()), d.Attr("content"), "sessions of %q are not encrypted with a KMS key", d.Name)
		}
	},
}

// given asks for something other than an empty text. What is a part of
// Terraform's own resources is something.
func given(n document.Node) merlon.Truth {
	if n.IsUnknown() && n.Text() != "" {
		return merlon.True
	}
	return n.Given()
}

// SessionLogging reports sessions that leave no log.
var SessionLogging = &merlon.Check{
	ID:       "aws-ssm-session-logging",
	Title:    "Session Manager logs sessions to nowhere",
	Severity: merlon.Medium,
	Targets:  []string{"aws_ssm_document"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `CloudTrail tells who opened a shell, not what was done in it.`,
	Fix:      `Set cloudWatchLogGroupName or s3BucketName in inputs of the document.`,
	Sources:  []string{sourceSessions},
	Aliases:  []string{"CKV_AWS_113"},
	Run: func(pass *merlon.Pass, d *merlon.Resource) {
		inputs, is := session(d)
		if is != merlon.False {
			logs := given(inputs.Get("s3BucketName")).Or(given(inputs.Get("cloudWatchLogGroupName")))
			pass.Require(logs.Or(is.Not()), d.Attr("content"), "sessions of %q are logged to nowhere", d.Name)
		}
	},
}

// SessionLogEncryption reports session logs that may go to unencrypted places.
var SessionLogEncryption = &merlon.Check{
	ID:       "aws-ssm-session-log-encryption",
	Title:    "Session Manager logs sessions without asking for encryption",
	Severity: merlon.Low,
	OptIn:    true, // buckets and log groups encrypt what they store by default
	Targets:  []string{"aws_ssm_document"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `What is typed and shown in a shell, passwords too, goes to a bucket or log group, whether or not that has a key.`,
	Fix:      `Set s3EncryptionEnabled or cloudWatchEncryptionEnabled to true beside the bucket or log group.`,
	Sources:  []string{sourceSessions},
	Aliases:  []string{"CKV_AWS_113"},
	Run: func(pass *merlon.Pass, d *merlon.Resource) {
		inputs, is := session(d)
		if is == merlon.False {
			return
		}
		bucket, group := given(inputs.Get("s3BucketName")), given(inputs.Get("cloudWatchLogGroupName"))
		encrypted := bucket.And(inputs.Get("s3EncryptionEnabled").Truth()).Or(group.And(inputs.Get("cloudWatchEncryptionEnabled").Truth()))
		pass.Require(encrypted.Or(is.Not(), bucket.Or(group).Not()), d.Attr("content"), "sessions of %q are logged without asking for encryption", d.Name)
	},
}

// SecretsOverHTTP reports requests of Terraform that carry secrets where they
// are written down or read on the way.
var SecretsOverHTTP = &merlon.Check{
	ID:       "aws-ssm-secrets-over-http",
	Title:    "Terraform sends a secret by HTTP request",
	Severity: merlon.High,
	Targets:  []string{"data.http"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `Addresses are written to the logs of servers and proxies, and requests without TLS are read by everyone on the way. A
request like this is also how code that somebody slipped in gets secrets out.`,
	Fix: `Remove the request; where the receiver is trusted, use https and put the secret into a header.`,
	Sources: []string{
		"https://sprocketfox.io/xssfox/2022/02/09/terraformsupply/",
		"https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
	},
	Aliases: []string{"CKV2_AWS_36", "AVD-AWS-0134", "aws-ssm-avoid-leaks-via-http"},
	Run: func(pass *merlon.Pass, request *merlon.Resource) {
		url := request.Attr("url")
		if ref, ok := secretIn(url); ok {
			pass.Reportf(url, "address of request %q carries %s of %s", request.Name, ref.Attribute, ref.Target.Label()).About(ref.Target)
			return
		}
		address, _ := url.Document()
		if !strings.HasPrefix(strings.ToLower(address), "http://") {
			return
		}
		for _, name := range []string{"request_headers", "request_body"} {
			v := request.Attr(name)
			if ref, ok := secretIn(v); ok {
				pass.Reportf(v, "request %q carries %s of %s in clear", request.Name, ref.Attribute, ref.Target.Label()).About(ref.Target)
			}
		}
	},
}

func secretIn(v merlon.Value) (merlon.Ref, bool) {
	for _, ref := range v.Refs() {
		// What is read from Parameter Store is decrypted, and of unknown type.
		read := ref.Target.Mode == merlon.Data && ref.Target.Type == "aws_ssm_parameter" && ref.Attribute == "value"
		plain := ref.Target.Attr("type").Is("String", "StringList") == merlon.True || ref.Target.Attr("with_decryption").Or(merlon.True) == merlon.False
		if demand.CarriesSecret(ref) || read && !plain {
			return ref, true
		}
	}
	return merlon.Ref{}, false
}
