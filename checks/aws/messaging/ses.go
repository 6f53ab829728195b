package messaging

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

// MailTLS reports configuration sets that send mail in clear where the other
// side knows no TLS.
var MailTLS = demand.Setting(merlon.Check{
	ID:       "aws-ses-tls",
	Title:    "SES configuration set does not demand TLS",
	Severity: merlon.Low,
	OptIn:    true, // mail to servers without TLS is then not delivered
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why: `SES tries TLS first, and sends in clear where that fails: whoever stands between the two servers can make it
fail.`,
	Fix:     `Add delivery_options with tls_policy = "Require"; "REQUIRE" for aws_sesv2_configuration_set.`,
	Sources: []string{"https://docs.aws.amazon.com/ses/latest/dg/security-protocols.html", controls("ses")},
	Aliases: []string{"CKV_AWS_365"},
}, "does not demand TLS",
	demand.Row{Type: "aws_ses_configuration_set", Noun: "configuration set", Path: "delivery_options.tls_policy", Want: demand.OneOf("Require")},
	demand.Row{Type: "aws_sesv2_configuration_set", Noun: "configuration set", Path: "delivery_options.tls_policy", Want: demand.OneOf("REQUIRE")},
)
