package analytics

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/document"
	"merlon/internal/network"
)

const (
	sourceEMR         = "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html"
	sourceEMRCreate   = "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html"
	sourceEMRControls = "https://docs.aws.amazon.com/securityhub/latest/userguide/emr-controls.html"
)

// securityConfigurations are the documents of EMR security configurations.
var securityConfigurations = merlon.Derive(func(r *merlon.Resource) document.Node {
	return document.Of(r.Attr("configuration")).Get("EncryptionConfiguration")
})

// emrConfiguration makes a check of the encryption that an EMR security
// configuration demands.
func emrConfiguration(c merlon.Check, says string, want func(encryption document.Node) merlon.Truth) *merlon.Check {
	c.Targets = []string{"aws_emr_security_configuration"}
	c.Run = func(pass *merlon.Pass, r *merlon.Resource) {
		pass.Require(want(securityConfigurations.Of(r)), r.Attr("configuration"), "security configuration %q %s", r.Name, says)
	}
	return &c
}

// atRest steps into what is encrypted at rest, and says whether that is in
// force at all.
func atRest(encryption document.Node, name string) (document.Node, merlon.Truth) {
	return encryption.Get("AtRestEncryptionConfiguration", name), encryption.Get("EnableAtRestEncryption").Truth()
}

// EMRAtRest reports security configurations without encryption at rest.
var EMRAtRest = emrConfiguration(merlon.Check{
	ID:       "aws-emr-at-rest-encryption",
	Title:    "EMR security configuration does not encrypt at rest",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Clusters keep what they work on, and everything that they spill, unencrypted on their disks.`,
	Fix:      `Set EnableAtRestEncryption to true, with S3EncryptionConfiguration and LocalDiskEncryptionConfiguration.`,
	Sources:  []string{sourceEMR, sourceEMRControls},
	Aliases: []string{
		"AVD-AWS-0137", "CKV_AWS_349", "AVD-AWS-0139", "aws-emr-enable-at-rest-encryption", "aws-emr-enable-local-disk-encryption",
	},
}, "does not encrypt at rest", func(encryption document.Node) merlon.Truth {
	return encryption.Get("EnableAtRestEncryption").Truth()
})

// EMRInTransit reports security configurations without encryption in transit.
var EMRInTransit = emrConfiguration(merlon.Check{
	ID:       "aws-emr-transit-encryption",
	Title:    "EMR security configuration does not encrypt in transit",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `Nodes exchange intermediate results in clear, to be read and changed on the way.`,
	Fix:      `Set EnableInTransitEncryption to true, with the certificates in InTransitEncryptionConfiguration.`,
	Sources:  []string{sourceEMR, sourceEMRControls},
	Aliases:  []string{"CKV_AWS_351", "AVD-AWS-0138", "aws-emr-enable-in-transit-encryption"},
}, "does not encrypt in transit", func(encryption document.Node) merlon.Truth {
	return encryption.Get("EnableInTransitEncryption").Truth()
})

// EMRLocalDisks reports security configurations that encrypt at rest, but not
// local disks. Those that encrypt nothing are the matter of [EMRAtRest].
var EMRLocalDisks = emrConfiguration(merlon.Check{
	ID:       "aws-emr-local-disk-encryption",
	Title:    "EMR security configuration leaves local disks unencrypted",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `HDFS blocks and what jobs spill lie unencrypted on the instances' volumes.`,
	Fix:      `Add LocalDiskEncryptionConfiguration with EncryptionKeyProviderType AwsKms and a key.`,
	Sources:  []string{sourceEMR, sourceEMRCreate},
	Aliases:  []string{"CKV_AWS_349", "AVD-AWS-0139", "aws-emr-enable-local-disk-encryption"},
}, "leaves local disks unencrypted", func(encryption document.Node) merlon.Truth {
	disks, on := atRest(encryption, "LocalDiskEncryptionConfiguration")
	return on.Not().Or(disks.Get("EncryptionKeyProviderType").Given())
})

// EMRVolumes reports security configurations that leave EBS volumes, the root
// volume among them, to the account's default.
var EMRVolumes = emrConfiguration(merlon.Check{
	ID:       "aws-emr-ebs-encryption",
	Title:    "EMR security configuration does not demand EBS encryption",
	Severity: merlon.Low,
	OptIn:    true, // local disk encryption covers the data; root volumes follow the account's default
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `The root volume, with its logs and caches, stays unencrypted unless the account encrypts all volumes by default.`,
	Fix:      `Set EnableEbsEncryption to true in LocalDiskEncryptionConfiguration.`,
	Sources:  []string{sourceEMR, sourceEMRCreate},
	Aliases:  []string{"CKV_AWS_350"},
}, "does not demand EBS encryption", func(encryption document.Node) merlon.Truth {
	disks, on := atRest(encryption, "LocalDiskEncryptionConfiguration")
	return on.And(disks.Get("EnableEbsEncryption").Truth())
})

// EMRKeyService reports security configurations that encrypt objects in S3
// without a KMS key.
var EMRKeyService = emrConfiguration(merlon.Check{
	ID:       "aws-emr-s3-kms",
	Title:    "EMR security configuration does not use KMS for S3",
	Severity: merlon.Low,
	OptIn:    true, // S3 encrypts with keys of its own at least
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `With keys of S3's own whoever may read the bucket reads the data, and no use of a key shows in CloudTrail.`,
	Fix:      `Set EncryptionMode to SSE-KMS (or CSE-KMS) in S3EncryptionConfiguration, with a key.`,
	Sources:  []string{sourceEMR, sourceEMRCreate},
	Aliases:  []string{"CKV_AWS_171"},
}, "does not use KMS for S3", func(encryption document.Node) merlon.Truth {
	s3, on := atRest(encryption, "S3EncryptionConfiguration")
	return on.And(s3.Get("EncryptionMode").Is("SSE-KMS", "CSE-KMS"))
})

// EMRSecurityConfiguration reports clusters without a security configuration.
var EMRSecurityConfiguration = demand.Setting(merlon.Check{
	ID:       "aws-emr-security-configuration",
	Title:    "EMR cluster has no security configuration",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `Without one nothing is encrypted between nodes or on their disks, and users are not told apart.`,
	Fix:      `Name an aws_emr_security_configuration in security_configuration.`,
	Sources:  []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-configurations.html", sourceEMRControls},
	Aliases:  []string{"CKV2_AWS_55"},
}, "has no security configuration",
	demand.Row{Type: "aws_emr_cluster", Noun: "cluster", Path: "security_configuration", Want: demand.Given},
)

// EMRKerberosRealm reports clusters with Kerberos but no realm.
var EMRKerberosRealm = demand.Setting(merlon.Check{
	ID:       "aws-emr-kerberos-realm",
	Title:    "EMR cluster with Kerberos names no realm",
	Severity: merlon.Low,
	OptIn:    true, // the provider demands the argument: only an empty one can be wrong
	STRIDE:   merlon.Spoofing,
	AAA:      merlon.Authentication,
	Why:      `Without a realm of its own the cluster cannot authenticate its users and services.`,
	Fix:      `Set realm in kerberos_attributes.`,
	Sources:  []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-kerberos.html"},
	Aliases:  []string{"CKV_AWS_114"},
}, "names no Kerberos realm",
	demand.Row{Type: "aws_emr_cluster", Noun: "cluster", Each: "kerberos_attributes", Path: "realm", Want: demand.Given},
)

// EMRBlockPublicAccess reports accounts that let clusters be open to the
// internet.
var EMRBlockPublicAccess = demand.Setting(merlon.Check{
	ID:       "aws-emr-block-public-access",
	Title:    "EMR block public access is off",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `Nothing stops a cluster from being launched with its interfaces open to the whole internet.`,
	Fix:      `Set block_public_security_group_rules = true.`,
	Sources:  []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html", sourceEMRControls},
	Aliases:  []string{"CKV_AWS_390"},
}, "lets clusters be open to the internet",
	demand.Row{
		Type: "aws_emr_block_public_access_configuration", Noun: "configuration", Path: "block_public_security_group_rules",
		Want: demand.On,
	},
)

// EMROpenGroups reports clusters that the internet can reach.
var EMROpenGroups = &merlon.Check{
	ID:       "aws-emr-open-security-group",
	Title:    "EMR cluster's security groups let the internet in",
	Severity: merlon.High,
	Targets:  []string{"aws_emr_cluster"},
	STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication,
	Why:      `Most interfaces of a cluster ask for no password: whoever reaches YARN or Livy runs code on it.`,
	Fix:      `Let the groups name the addresses or security groups that need the cluster.`,
	Sources:  []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-groups.html"},
	Aliases:  []string{"CKV2_AWS_7"},
	Run: func(pass *merlon.Pass, cluster *merlon.Resource) {
		seen := map[*merlon.Resource]bool{} // one group often serves all nodes
		for _, name := range clusterGroups {
			v := cluster.Attr("ec2_attributes", name)
			for _, group := range v.Targets(network.GroupTypes...) {
				if seen[group] {
					continue
				}
				seen[group] = true
				open := demand.LetsWorldIn(pass, group)
				if f := pass.Require(open.Not(), v, "security group %q of cluster %q lets the internet in", group.Name, cluster.Name); f != nil {
					f.About(group)
				}
			}
		}
	},
}

// clusterGroups are the attributes that name a cluster's security groups.
var clusterGroups = []string{
	"emr_managed_master_security_group", "emr_managed_slave_security_group",
	"additional_master_security_groups", "additional_slave_security_groups", "service_access_security_group",
}

// EMRGroupsStated reports clusters that take the security groups that EMR
// makes.
var EMRGroupsStated = demand.Setting(merlon.Check{
	ID:       "aws-emr-security-groups-stated",
	Title:    "EMR cluster names no security groups",
	Severity: merlon.Low,
	OptIn:    true, // the groups that EMR makes are closed to the internet
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `The cluster takes groups that EMR makes once for a VPC: all such clusters share them, and a rule that somebody once
added to them by hand opens every one.`,
	Fix:     `Set emr_managed_master_security_group and emr_managed_slave_security_group in ec2_attributes.`,
	Sources: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-man-sec-groups.html"},
	Aliases: []string{"CKV2_AWS_7"},
}, "names no security groups",
	demand.Row{
		Type: "aws_emr_cluster", Noun: "cluster", Path: "ec2_attributes",
		Want: func(v merlon.Value) merlon.Truth {
			return demand.Given(v.Attr("emr_managed_master_security_group")).And(demand.Given(v.Attr("emr_managed_slave_security_group")))
		},
	},
)
