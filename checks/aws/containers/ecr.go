package containers

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const sourceECR = "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html"

// ECRScanOnPush reports repositories whose images nobody scans.
var ECRScanOnPush = &merlon.Check{
	ID:       "aws-ecr-scan-on-push",
	Title:    "ECR repository does not scan images",
	Severity: merlon.Medium,
	Targets:  []string{"aws_ecr_repository"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `Images with known flaws go into production unnoticed: nobody learns that a package in them has to be replaced.`,
	Fix: `Set image_scanning_configuration { scan_on_push = true }, or scan the whole registry with an
aws_ecr_registry_scanning_configuration.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html", sourceECR},
	Aliases: []string{"CKV_AWS_163", "AVD-AWS-0030", "AC_AWS_0083", "aws-ecr-enable-image-scans"},
	Run: func(pass *merlon.Pass, repo *merlon.Resource) {
		v := repo.Attr("image_scanning_configuration", "scan_on_push")
		if f := pass.Require(v.Truth().Or(registryScans(pass, repo)), v, "repository %q does not scan images", repo.Name); f != nil {
			for registry := range demand.InPlaceOf(pass, repo, "aws_ecr_registry_scanning_configuration") {
				f.About(registry)
			}
		}
	},
}

// registryScans says whether a rule of the registry scans the repository,
// which then needs no setting of its own.
func registryScans(pass *merlon.Pass, repo *merlon.Resource) merlon.Truth {
	scans := merlon.False
	name := repo.Attr("name")
	for registry := range demand.InPlaceOf(pass, repo, "aws_ecr_registry_scanning_configuration") {
		for rule := range registry.Elements("rule") {
			scanned := rule.Attr("scan_frequency").Is("SCAN_ON_PUSH", "CONTINUOUS_SCAN")
			for filter := range rule.All("repository_filter", "filter") {
				scans = scans.Or(scanned.And(matches(filter, name)))
			}
		}
		if registry.Attr("rule").MayHaveMore() {
			scans = scans.Or(merlon.Unknown)
		}
	}
	return scans
}

// ECRImmutableTags reports repositories in which a tag can be moved.
var ECRImmutableTags = demand.Setting(merlon.Check{
	ID:       "aws-ecr-immutable-tags",
	Title:    "ECR image tags can be overwritten",
	Severity: merlon.Medium,
	OptIn:    true, // many teams deploy by moving a tag, or by digest
	STRIDE:   merlon.Tampering | merlon.Repudiation,
	CIA:      merlon.Integrity,
	Why: `Whoever may push can put another image behind the tag that is deployed, and nobody can tell afterwards what a
version was.`,
	Fix:     `Set image_tag_mutability = "IMMUTABLE" and give each build a tag of its own.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html", sourceECR},
	Aliases: []string{"CKV_AWS_51", "AVD-AWS-0031", "AC_AWS_0447", "aws-ecr-enforce-immutable-repository"},
}, "lets tags be overwritten",
	demand.Row{
		Type: "aws_ecr_repository", Noun: "repository", Path: "image_tag_mutability",
		Want: demand.OneOf("IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"),
	},
)

// ECRPublicPolicy reports repositories that are open to everybody.
var ECRPublicPolicy = demand.Policy(merlon.Check{
	ID:       "aws-ecr-public-policy",
	Title:    "ECR policy lets everybody in",
	Severity: merlon.Critical,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `Any AWS account can pull the images, with the code and the secrets in them, and with a write action push others
that are then deployed.`,
	Fix:     `Name the accounts or roles, or demand aws:PrincipalOrgID in a condition.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html"},
	Aliases: []string{"CKV_AWS_32", "AVD-AWS-0032", "AC_AWS_0084", "aws-ecr-no-public-access"},
}, "lets everybody in", demand.Public,
	demand.PolicyRow{Type: "aws_ecr_repository_policy", Noun: "repository policy", Path: "policy"},
	demand.PolicyRow{Type: "aws_ecr_registry_policy", Noun: "registry policy", Path: "policy"},
)

// ECRKeyService reports repositories that no KMS key encrypts.
var ECRKeyService = demand.Setting(merlon.Check{
	ID:       "aws-ecr-kms-encryption",
	Title:    "ECR repository is not encrypted with KMS",
	Severity: merlon.Low,
	OptIn:    true, // ECR encrypts every repository with keys of its own (AES256)
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Accounting,
	Why:      `With keys of S3's own nobody sees in CloudTrail who had images decrypted, and no key policy stands in the way.`,
	Fix:      `Set encryption_configuration { encryption_type = "KMS" } when the repository is made: it cannot be changed later.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html"},
	Aliases:  []string{"CKV_AWS_136", "AC_AWS_0461"},
}, "is not encrypted with KMS",
	demand.Row{
		Type: "aws_ecr_repository", Noun: "repository", Path: "encryption_configuration.encryption_type",
		Want: demand.OneOf("KMS", "KMS_DSSE"),
	},
)

// ECRCustomerKey reports repositories without a key of the customer's own.
var ECRCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-ecr-customer-key",
	Title:    "ECR repository has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks it of repositories with confidential data
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `A key of one's own has a policy that says who may decrypt the images, and can be disabled.`,
	Fix:      `Set encryption_type = "KMS" and kms_key in encryption_configuration when the repository is made.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html", sourceECR},
	Aliases:  []string{"AVD-AWS-0033", "aws-ecr-repository-customer-key"},
}, "has no key of yours",
	demand.Row{
		Type: "aws_ecr_repository", Noun: "repository", Path: "encryption_configuration.kms_key", Want: demand.CustomerKey,
		When: demand.At("encryption_configuration.encryption_type", demand.OneOf("KMS", "KMS_DSSE")),
	},
	demand.Row{
		Type: "aws_ecr_repository", Noun: "repository", Path: "encryption_configuration.encryption_type",
		Want: demand.OneOf("KMS", "KMS_DSSE"),
	},
)

// ECRPolicyAttached reports repositories without a policy of their own.
var ECRPolicyAttached = demand.Companion(merlon.Check{
	ID:       "aws-ecr-policy",
	Title:    "ECR repository has no policy",
	Severity: merlon.Low,
	OptIn:    true, // without one IAM policies of the account decide, which is enough for most
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `Without a policy of its own, everybody in the account whose IAM policy says ecr:* may read and replace the images.`,
	Fix:      `Add an aws_ecr_repository_policy that names who may pull and who may push.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html"},
	Aliases:  []string{"AC_AWS_0462"},
}, "has no policy of its own",
	demand.CompanionRow{
		Type: "aws_ecr_repository", Noun: "repository",
		Links: []demand.Link{{Type: "aws_ecr_repository_policy", Path: "repository"}},
	},
)
