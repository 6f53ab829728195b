package edge

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

// WildcardCertificate reports certificates for all names of a domain.
var WildcardCertificate = demand.Setting(merlon.Check{
	ID:       "aws-acm-wildcard-domain",
	Title:    "Certificate is for a wildcard name",
	Severity: merlon.Low,
	OptIn:    true, // ACM's keys do not leave AWS, and one certificate for many names is easier to run
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Integrity,
	Why:      `Whoever may use the certificate can pass for every host of the domain, those included that do not exist yet.`,
	Fix:      `Name the hosts in domain_name and subject_alternative_names.`,
	Sources:  []string{"https://docs.aws.amazon.com/acm/latest/userguide/acm-bestpractices.html"},
	Aliases:  []string{"CKV2_AWS_71"},
}, "is for a wildcard name",
	demand.Row{Type: "aws_acm_certificate", Noun: "certificate", Path: "domain_name", Want: demand.Without("*")},
	demand.Row{Type: "aws_acm_certificate", Noun: "certificate", Path: "subject_alternative_names", Want: demand.Without("*")})

// CertificateCreateBeforeDestroy reports certificates that Terraform removes
// before there is another.
var CertificateCreateBeforeDestroy = demand.CreateBeforeDestroy(merlon.Check{
	ID:       "aws-acm-create-before-destroy",
	Title:    "Certificate is destroyed before its replacement exists",
	Severity: merlon.Info,
	OptIn:    true, // an apply that fails is noticed
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `A certificate in use cannot be deleted: a change that replaces it fails halfway.`,
	Fix:      `Add lifecycle { create_before_destroy = true }.`,
	Sources:  []string{"https://docs.aws.amazon.com/acm/latest/userguide/gs-acm-delete.html"},
	Aliases:  []string{"CKV_AWS_233"},
}, "is destroyed before its replacement exists", map[string]string{"aws_acm_certificate": "certificate"}, "aws_acm_certificate")

// TransparencyLogging reports certificates that are kept out of public logs.
var TransparencyLogging = demand.Setting(merlon.Check{
	ID:       "aws-acm-transparency-logging",
	Title:    "Certificate is kept out of the transparency logs",
	Severity: merlon.Low,
	STRIDE:   merlon.Repudiation | merlon.Spoofing,
	CIA:      merlon.Integrity | merlon.Availability,
	Why:      `Browsers refuse certificates that no log knows. The logs are also where a domain's owner sees certificates that he did not ask for.`,
	Fix:      `Remove certificate_transparency_logging_preference = "DISABLED"; logging is on by default.`,
	Sources:  []string{"https://docs.aws.amazon.com/acm/latest/userguide/acm-bestpractices.html"},
	Aliases:  []string{"CKV_AWS_234"},
}, "is kept out of the transparency logs", demand.Row{
	Type: "aws_acm_certificate", Noun: "certificate", Path: "options.certificate_transparency_logging_preference", Want: demand.NoneOf("DISABLED"),
})

// RootAuthorityEnabled reports root certificate authorities that are in use.
var RootAuthorityEnabled = demand.Setting(merlon.Check{
	ID:       "aws-acmpca-root-enabled",
	Title:    "Root certificate authority is enabled",
	Severity: merlon.Low,
	OptIn:    true, // it has to be on to sign its subordinates, and where there are none
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Integrity,
	AAA:      merlon.Authentication,
	Why: `A root that can issue at any time lets whoever may call it make certificates that everybody trusts, for any name. It is
needed for a new subordinate only.`,
	Fix: `Set enabled = false once the subordinates have their certificates, and issue from those.`,
	Sources: []string{
		"https://docs.aws.amazon.com/privateca/latest/userguide/ca-best-practices.html",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/pca-controls.html",
	},
}, "is enabled", demand.Row{
	Type: "aws_acmpca_certificate_authority", Noun: "root authority", Path: "enabled", Want: demand.OffByChoice,
	When: demand.At("type", demand.OneOf("ROOT")),
})
