// Package delivery holds the checks of how changes reach AWS: CloudFormation,
// CodeBuild, CodeCommit, CodePipeline, CodeArtifact, CodeGuru.
package delivery

import (
	"embed"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name: "delivery",
	Checks: []*merlon.Check{
		// CloudFormation
		StackNotifications,
		StackPolicy,
		StackTemplate,
		StackSetRetain,
		// CodeBuild
		BuildArtifactEncryption,
		BuildCustomerKey,
		BuildLogEncryption,
		BuildLogging,
		BuildLoggingStated,
		BuildPrivileged,
		BuildSecrets,
		BuildSourceCredentials,
		// CodeCommit, CodePipeline, CodeArtifact, CodeGuru
		TwoApprovals,
		ApprovalRule,
		PipelineCustomerKey,
		ArtifactDomainCustomerKey,
		ReviewerCustomerKey,
	},
	Examples: testdata,
}
