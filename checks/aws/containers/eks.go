package containers

import (
	"strconv"
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/internal/network"
)

const (
	sourceEKS         = "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html"
	sourceEKSEndpoint = "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"
	sourceEKSLogs     = "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"
	sourceEKSVersions = "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html"
)

// EKSAuditLog reports clusters without an audit log.
var EKSAuditLog = demand.Setting(merlon.Check{
	ID:       "aws-eks-audit-log",
	Title:    "EKS cluster writes no audit log",
	Severity: merlon.Medium,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why: `The audit log is the only record of who did what in the cluster. Without it an intrusion can be neither noticed nor
reconstructed: EKS writes none unless it is told to.`,
	Fix:     `Add "audit" and "authenticator" to enabled_cluster_log_types.`,
	Sources: []string{sourceEKSLogs, sourceEKS},
}, "writes no audit log",
	demand.Row{Type: "aws_eks_cluster", Noun: "cluster", Path: "enabled_cluster_log_types", Want: demand.Includes("audit")},
)

// EKSControlPlaneLogs reports clusters that do not write all logs.
var EKSControlPlaneLogs = demand.Setting(merlon.Check{
	ID:       "aws-eks-control-plane-logging",
	Title:    "EKS control plane does not write all of its logs",
	Severity: merlon.Low,
	OptIn:    true, // aws-eks-audit-log asks for what matters: the rest is costly and seldom read
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `What the API server, the scheduler and the controllers did cannot be looked up later.`,
	Fix:      `Set enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"].`,
	Sources:  []string{sourceEKSLogs},
	Aliases:  []string{"CKV_AWS_37", "AVD-AWS-0038", "AC_AWS_0465", "aws-eks-enable-control-plane-logging"},
}, "does not write all control plane logs",
	demand.Row{
		Type: "aws_eks_cluster", Noun: "cluster", Path: "enabled_cluster_log_types",
		Want: demand.Includes("api", "audit", "authenticator", "controllerManager", "scheduler"),
	},
)

// EKSSecretsEncryption reports clusters whose secrets no key of the customer's
// encrypts.
var EKSSecretsEncryption = &merlon.Check{
	ID:       "aws-eks-secrets-encryption",
	Title:    "EKS secrets are not encrypted with a customer-managed key",
	Severity: merlon.Low,
	// Since version 1.28 EKS encrypts everything in the cluster's database with
	// a KMS key of its own, and older versions are out of support.
	// https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html
	OptIn:   true,
	Targets: []string{"aws_eks_cluster"},
	STRIDE:  merlon.InformationDisclosure,
	CIA:     merlon.Confidentiality,
	Why:     `A key of one's own says who may decrypt the secrets, shows each use in CloudTrail, and can be disabled.`,
	Fix:     `Add encryption_config { resources = ["secrets"] provider { key_arn = ... } }.`,
	Sources: []string{
		"https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
		"https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html", sourceEKS,
	},
	Aliases: []string{"CKV_AWS_58", "AVD-AWS-0039", "aws-eks-encrypt-secrets"},
	Run: func(pass *merlon.Pass, cluster *merlon.Resource) {
		blocks := cluster.Attr("encryption_config")
		at := blocks
		encrypted := demand.Some(blocks, func(block merlon.Value) merlon.Truth {
			resources, key := block.Attr("resources"), block.Attr("provider", "key_arn")
			secrets := demand.Includes("secrets")(resources)
			if at = resources; secrets == merlon.True {
				at = key
			}
			return secrets.And(demand.Given(key))
		})
		pass.Require(encrypted, at, "secrets of cluster %q are not encrypted with a key of yours", cluster.Name)
	},
}

// EKSPublicEndpoint reports clusters whose API has a public endpoint.
var EKSPublicEndpoint = demand.Setting(merlon.Check{
	ID:       "aws-eks-public-endpoint",
	Title:    "EKS cluster API has a public endpoint",
	Severity: merlon.Medium,
	OptIn:    true, // a public endpoint for a few addresses is a sound choice: see aws-eks-public-endpoint-cidr
	STRIDE:   merlon.ElevationOfPrivilege | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Availability,
	AAA:      merlon.Authentication,
	Why:      `The API can be reached over the internet, so a leaked credential or a flaw in it is enough to get at the cluster.`,
	Fix:      `Set endpoint_public_access = false and endpoint_private_access = true, and go through the VPC.`,
	Sources:  []string{sourceEKSEndpoint, sourceEKS},
	Aliases:  []string{"CKV_AWS_39", "AVD-AWS-0040", "aws-eks-no-public-cluster-access"},
}, "has a public endpoint",
	demand.Row{Type: "aws_eks_cluster", Noun: "cluster", Path: "vpc_config.endpoint_public_access", Want: demand.OffByChoice},
)

// EKSPublicCIDR reports clusters whose API everybody can reach.
var EKSPublicCIDR = &merlon.Check{
	ID:       "aws-eks-public-endpoint-cidr",
	Title:    "EKS cluster API can be reached by everybody",
	Severity: merlon.High,
	Targets:  []string{"aws_eks_cluster"},
	STRIDE:   merlon.ElevationOfPrivilege | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Availability,
	AAA:      merlon.Authentication,
	Why: `The API of the cluster answers the whole internet, which is what EKS does unless it is told otherwise. A leaked
credential works from anywhere, and a flaw in the API server is open to everyone on its first day.`,
	Fix: `Set endpoint_public_access = false, or name the few addresses that need the endpoint in public_access_cidrs.`,
	Sources: []string{
		sourceEKSEndpoint, sourceEKS,
	},
	Aliases: []string{"CKV_AWS_38", "AVD-AWS-0041", "aws-eks-no-public-cluster-access-to-cidr"},
	Run:     checkEKSPublicCIDR,
}

func checkEKSPublicCIDR(pass *merlon.Pass, cluster *merlon.Resource) {
	public := cluster.Attr("vpc_config", "endpoint_public_access").Or(merlon.True)
	v := cluster.Attr("vpc_config", "public_access_cidrs")
	texts, complete := v.Strings()
	open := merlon.TruthOf(opensWorld(texts))
	switch {
	case v.IsNull() || complete && len(texts) == 0:
		open = merlon.True // AWS's default is 0.0.0.0/0
	case !complete:
		open = open.Or(merlon.Unknown)
	}
	pass.Require(public.And(open).Not(), v, "the API of cluster %q can be reached by everybody", cluster.Name)
}

// EKSNodeSSH reports node groups with SSH open to the internet.
var EKSNodeSSH = &merlon.Check{
	ID:       "aws-eks-node-group-ssh",
	Title:    "EKS node group opens SSH to the internet",
	Severity: merlon.High,
	Targets:  []string{"aws_eks_node_group"},
	STRIDE:   merlon.ElevationOfPrivilege | merlon.Spoofing,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication,
	Why:      `With a key but no source security groups, EKS makes a security group that opens port 22 of the nodes to 0.0.0.0/0.`,
	Fix:      `Name source_security_group_ids, or leave remote_access out and use Session Manager.`,
	Sources:  []string{"https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html"},
	Aliases:  []string{"CKV_AWS_100"},
	Run: func(pass *merlon.Pass, group *merlon.Resource) {
		for access := range group.Elements("remote_access") {
			key, from := access.Attr("ec2_ssh_key"), access.Attr("source_security_group_ids")
			pass.Require(demand.Given(from).Or(demand.Given(key).Not()), from, "node group %q opens SSH to the internet", group.Name)
		}
	},
}

// oldestSupported is the minor version of Kubernetes 1 that EKS still supports
// at all, in extended support: 1.30 left it on 23 July 2026.
const oldestSupported = 31

// EKSVersion reports clusters of versions that EKS no longer supports.
var EKSVersion = &merlon.Check{
	ID:       "aws-eks-version",
	Title:    "EKS runs a Kubernetes version without support",
	Severity: merlon.Medium,
	Targets:  []string{"aws_eks_cluster", "aws_eks_node_group"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	Why: `The version gets no security fixes any more, also not in extended support. EKS makes no new clusters of it, and
upgrades old ones on a day of its own choosing.`,
	Fix:     `Upgrade to a version in standard support, one minor version after the other.`,
	Sources: []string{sourceEKSVersions, sourceEKS},
	Aliases: []string{"CKV_AWS_339"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		v := r.Attr("version")
		if v.IsUnknown() && len(v.Refs()) == 0 {
			pass.Undecided(v)
			return
		}
		text, ok := v.Text()
		if !ok {
			return // the newest there is, or the cluster's
		}
		if minor, ok := kubernetesMinor(text); ok && minor < oldestSupported {
			pass.Reportf(v, "version %s of %q is not supported any more", text, r.Name)
		}
	},
}

// kubernetesMinor reads the minor version of "1.29".
func kubernetesMinor(version string) (int, bool) {
	major, rest, _ := strings.Cut(version, ".")
	minor, _, _ := strings.Cut(rest, ".")
	n, err := strconv.Atoi(minor)
	return n, err == nil && major == "1"
}

// opensWorld reports whether address blocks are, together, as good as
// everybody's.
func opensWorld(cidrs []string) bool {
	set, _ := network.ParseSet(cidrs)
	return set.IsWorld()
}
