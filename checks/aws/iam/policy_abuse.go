package iam

import (
	"slices"
	"strings"

	"merlon"
	"merlon/internal/iam"
)

// PolicyPrivilegeEscalation reports policies whose holder can become somebody
// with more permissions.
var PolicyPrivilegeEscalation = &merlon.Check{
	ID:       "aws-iam-policy-privilege-escalation",
	Title:    "IAM policy lets its holder gain more permissions",
	Severity: merlon.High,
	Targets:  identityTargets,
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `Some actions, alone or together, turn into any permission there is: attaching a
policy to oneself, making a key for somebody else, passing a strong role to a function
and running it. Their holder is an administrator in all but name.`,
	Fix: `Limit these actions to named users, roles and policies, forbid them beyond a permissions
boundary (iam:PermissionsBoundary), and limit iam:PassRole to the roles that the service
needs.`,
	Sources: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
		"https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/",
	},
	Aliases: []string{"CKV_AWS_110", "CKV_AWS_286", "AC_AWS_0473"},
	Run: inPolicies(func(p *iam.Policy) ([]problem, merlon.Truth) {
		ways, maybe := p.Escalations()
		if len(ways) == 0 {
			return nil, maybe
		}
		what := "lets its holder " + ways[0].Name + " (" + strings.Join(ways[0].Actions, ", ") + ")"
		if len(ways) > 1 {
			what += ", and more"
		}
		return []problem{{statement: wholePolicy, what: what}}, maybe
	}),
}

// returnsCredentials are the actions whose answer is a credential: a key, a
// token, a password. Those that merely fetch an image (ecr) are left out.
var returnsCredentials = map[string]bool{
	"airflow:CreateCliToken": true, "airflow:CreateWebLoginToken": true,
	"appsync:CreateApiKey": true, "chime:CreateApiKey": true, "cloud9:CreateEnvironmentToken": true,
	"codeartifact:GetAuthorizationToken": true, "codepipeline:PollForJobs": true,
	"cognito-identity:GetCredentialsForIdentity": true, "cognito-identity:GetOpenIdToken": true,
	"cognito-identity:GetOpenIdTokenForDeveloperIdentity": true,
	"connect:GetFederationToken":                          true, "connect:GetFederationTokens": true,
	"ec2:GetPasswordData": true,
	"emr-containers:GetManagedEndpointSessionCredentials": true,
	"gamelift:GetComputeAuthToken":                        true, "gamelift:GetInstanceAccess": true, "gamelift:RequestUploadCredentials": true,
	"grafana:CreateWorkspaceApiKey": true,
	"iam:CreateAccessKey":           true, "iam:CreateLoginProfile": true, "iam:CreateServiceSpecificCredential": true,
	"iam:ResetServiceSpecificCredential": true, "iam:UpdateAccessKey": true, "iam:UpdateLoginProfile": true,
	"lightsail:CreateBucketAccessKey": true, "lightsail:DownloadDefaultKeyPair": true,
	"lightsail:GetInstanceAccessDetails": true, "lightsail:GetRelationalDatabaseMasterUserPassword": true,
	"mediapackage:RotateChannelCredentials": true, "mediapackage:RotateIngestEndpointCredentials": true,
	"rds-db:connect":                        true,
	"redshift-serverless:GetCredentials":    true,
	"redshift:GetClusterCredentials":        true,
	"redshift:GetClusterCredentialsWithIAM": true,
	"sso:GetRoleCredentials":                true,
	"sts:AssumeRole":                        true,
	"sts:AssumeRoleWithSAML":                true,
	"sts:AssumeRoleWithWebIdentity":         true,
	"sts:GetFederationToken":                true,
}

// PolicyCredentialsExposure reports policies that hand out credentials.
var PolicyCredentialsExposure = &merlon.Check{
	ID:       "aws-iam-policy-credentials-exposure",
	Title:    "IAM policy hands out credentials of any user, role or database",
	Severity: merlon.Medium,
	OptIn:    true,
	Targets:  identityTargets,
	STRIDE:   merlon.Spoofing | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication | merlon.Authorization,
	Why: `Some actions answer with a credential: a key, a token, a password. Allowed on every
resource they let the holder act as somebody else, and stay after their own access is
taken away.`,
	Fix:     `Name the users, roles, clusters or databases that the actions may be used on.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"},
	Aliases: []string{"CKV_AWS_107", "CKV_AWS_287"},
	Run: inPolicies(tooWide("on every resource, which hands out credentials", func(a iam.Action) bool {
		return returnsCredentials[a.String()]
	})),
}

// readsData are the actions that read what is most worth reading.
var readsData = []string{
	"s3:GetObject", "s3:GetObjectVersion",
	"secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue",
	"ssm:GetParameter", "ssm:GetParameterHistory", "ssm:GetParameters", "ssm:GetParametersByPath",
}

// PolicyDataExfiltration reports policies that read all objects, secrets or
// parameters.
var PolicyDataExfiltration = &merlon.Check{
	ID:       "aws-iam-policy-data-exfiltration",
	Title:    "IAM policy reads every object, secret or parameter",
	Severity: merlon.Medium,
	Targets:  identityTargets,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Reading from every bucket, every secret or every parameter of the account is what a
thief wants most: one stolen session takes the data and passwords of all applications.`,
	Fix:     `Name the buckets and prefixes, secrets and parameter paths that the holder reads.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"},
	Aliases: []string{"CKV_AWS_108", "CKV_AWS_288"},
	Run: inPolicies(tooWide("on every resource, which gives data away", func(a iam.Action) bool {
		return slices.Contains(readsData, a.String())
	})),
}

// PolicyPermissionsManagement reports policies that change who may do what.
var PolicyPermissionsManagement = &merlon.Check{
	ID:       "aws-iam-policy-permissions-management",
	Title:    "IAM policy changes permissions of any resource",
	Severity: merlon.Medium,
	OptIn:    true,
	Targets:  identityTargets,
	STRIDE:   merlon.ElevationOfPrivilege | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `Actions that manage permissions (bucket policies, key policies, grants, shares, IAM
itself) decide who else gets in. On every resource they can open anything to anybody.`,
	Fix: `Name the resources whose permissions the holder manages, or leave these actions to the
role that deploys.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html"},
	Aliases: []string{"CKV_AWS_109", "CKV_AWS_289"},
	Run: inPolicies(tooWide("on every resource, which changes permissions", func(a iam.Action) bool {
		return a.Level == iam.PermissionsManagement
	})),
}

// PolicyWriteAccess reports policies that write to every resource.
var PolicyWriteAccess = &merlon.Check{
	ID:       "aws-iam-policy-write-access",
	Title:    "IAM policy writes to every resource",
	Severity: merlon.Low,
	OptIn:    true,
	Targets:  identityTargets,
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `A holder who creates, changes and deletes resources without limit harms the resources
of every other application of the account too, by mistake or on purpose.`,
	Fix:     `Name the resources, by ARN or by a condition on their tags.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html"},
	Aliases: []string{"CKV_AWS_111", "CKV_AWS_290"},
	Run: inPolicies(tooWide("on every resource, which writes", func(a iam.Action) bool {
		return a.Level == iam.Write
	})),
}
