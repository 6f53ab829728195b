package analytics

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const sourceCloudSearch = "https://docs.aws.amazon.com/cloudsearch/latest/developerguide/API_DomainEndpointOptions.html"

// CloudSearchHTTPS reports domains that answer over plain HTTP.
var CloudSearchHTTPS = demand.Setting(merlon.Check{
	ID:       "aws-cloudsearch-https",
	Title:    "CloudSearch domain answers over plain HTTP",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `Queries and documents cross the network in clear, to be read and changed on the way.`,
	Fix:      `Set enforce_https = true in endpoint_options.`,
	Sources:  []string{sourceCloudSearch},
	Aliases:  []string{"CKV_AWS_220"},
}, "answers over plain HTTP",
	demand.Row{Type: "aws_cloudsearch_domain", Noun: "domain", Path: "endpoint_options.enforce_https", Want: demand.On},
)

// CloudSearchTLS reports domains that accept old TLS. AWS's default is TLS 1.0.
var CloudSearchTLS = demand.Setting(merlon.Check{
	ID:       "aws-cloudsearch-tls-policy",
	Title:    "CloudSearch domain accepts outdated TLS",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `TLS 1.0 and 1.1 have known flaws. The default policy, for the sake of old clients, accepts them.`,
	Fix:      `Set tls_security_policy = "Policy-Min-TLS-1-2-2019-07" in endpoint_options.`,
	Sources:  []string{sourceCloudSearch},
	Aliases:  []string{"CKV_AWS_218"},
}, "accepts outdated TLS",
	demand.Row{
		Type: "aws_cloudsearch_domain", Noun: "domain", Path: "endpoint_options.tls_security_policy",
		Want: demand.OneOf("Policy-Min-TLS-1-2-2019-07"),
	},
)

// KendraCustomerKey reports indices without a key of the customer's own.
var KendraCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-kendra-customer-key",
	Title:    "Kendra index has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // indices are always encrypted
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `A key of one's own has a policy that says who may read the index, and can be disabled.`,
	Fix:      `Set kms_key_id in server_side_encryption_configuration when the index is made.`,
	Sources:  []string{"https://docs.aws.amazon.com/kendra/latest/dg/encryption-at-rest.html"},
	Aliases:  []string{"CKV_AWS_262"},
}, "has no key of yours",
	demand.Row{
		Type: "aws_kendra_index", Noun: "index", Path: "server_side_encryption_configuration.kms_key_id", Want: demand.CustomerKey,
	},
)
