// Package compute holds the checks of what launches and images instances: Auto
// Scaling, Elastic Beanstalk, Image Builder, Data Lifecycle Manager,
// WorkSpaces.
package compute

import (
	"embed"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name: "compute",
	Checks: []*merlon.Check{
		// Auto Scaling
		AutoScalingHealthCheck,
		AutoScalingTags,
		AutoScalingLaunchTemplate,
		// Elastic Beanstalk
		BeanstalkEnhancedHealth,
		BeanstalkManagedUpdates,
		BeanstalkSecrets,
		// Image Builder
		ImageBuilderEncryption,
		ImageBuilderCustomerKey,
		// Data Lifecycle Manager
		LifecycleCopyEncryption,
		LifecycleCopyCustomerKey,
		// WorkSpaces
		WorkSpacesRootVolume,
		WorkSpacesUserVolume,
	},
	Examples: testdata,
}
