// Package ec2 holds the checks of Amazon EC2 and its network: security groups
// and network ACLs, VPCs and subnets, instances and how they are launched, EBS
// volumes.
//
// The checks about open security groups are made so that one rule gives one
// finding: see class.go.
package ec2

import (
	"embed"
	"slices"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var examples embed.FS

// Family is the checks of this package.
var Family = merlon.Family{Name: "ec2", Checks: checks(), Examples: examples}

func checks() []*merlon.Check {
	return slices.Concat(
		openChecks(),
		amongOthersChecks(),
		serviceChecks(),
		[]*merlon.Check{
			SGOpenUnlistedPort,
			SGIngressOutsideVPC,
			SGSensitivePortPublicRange,
			SGSensitivePortPrivateRange,
			SGWebPortPublicRange,
			SGWebPortPrivateRange,
			SGOpenEgress,
			SGEgressToInternet,
			SGDescription,
			SGRuleDescription,
			SGMeaningfulDescription,
			SGDefaultRestrictsAll,
			VPCDefaultSGUnmanaged,
			SGAttached,
			NACLOpenAdminPorts,
		},
		naclPortChecks(),
		[]*merlon.Check{
			NACLAllPorts,
			NACLAllPortsEgress,
			NACLAttached,
			VPCDefaultVPC,
			VPCFlowLogs,
			VPCEndpointServiceAcceptance,
			VPCPeeringRoutes,
			SubnetPublicIP,
			InstancePublicIP,
			LaunchConfigPublicIP,
			IMDSv2Instance,
			IMDSv2LaunchConfig,
			MetadataHopLimit,
			UserDataSecrets,
			InstanceBlockDeviceEncryption,
			SnapshotSharingAllowed,
			LaunchConfigEncryption,
			EBSVolumeEncryption,
			EBSAttachedVolumeEncryption,
			EBSVolumeCMK,
			EBSDefaultEncryption,
			EBSSnapshotEncryption,
			EBSBackupPlan,
			EBSOptimized,
			DetailedMonitoring,
			InstanceProfile,
			InstanceAdministrator,
			InstanceServiceWildcard,
			InstanceInVPC,
			InstanceOpenGroup,
			AMIEncryption,
			AMICopyEncryption,
			AMICopyCMK,
			AMIPublic,
			AMILaunchPermission,
			AMIOwners,
			AMIOwnersExactName,
			EIPAttached,
			NATGateway,
			TransitGatewayAutoAccept,
		},
	)
}

// securityHub is the page of a control of AWS Security Hub.
func securityHub(control string) string {
	return "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-" + control
}

const sgRulesPage = "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"
