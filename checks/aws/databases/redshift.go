package databases

import (
	"slices"
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceRedshiftEncryption = "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html"
	sourceRedshiftVPC        = "https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html"
	// sourceRedshiftChanges tells of the defaults that changed in January 2025.
	sourceRedshiftChanges = "https://docs.aws.amazon.com/redshift/latest/mgmt/behavior-changes.html"
)

// RedshiftEncryption reports clusters that switch encryption off.
var RedshiftEncryption = demand.Setting(merlon.Check{
	ID:       "aws-redshift-encryption",
	Title:    "Redshift cluster is not encrypted",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `The warehouse and its snapshots are readable to whoever gets hold of the storage.`,
	Fix:      `Set encrypted = true.`,
	Sources:  []string{sourceRedshiftEncryption, controls("redshift")},
	Aliases:  []string{"CKV_AWS_64", "AVD-AWS-0084", "AC_AWS_0198", "aws-redshift-encryption-customer-key"},
}, "is not encrypted",
	demand.Row{Type: "aws_redshift_cluster", Noun: "cluster", Path: "encrypted", Want: demand.OnByDefault},
)

// RedshiftEncryptionUnstated reports clusters that do not ask for encryption.
var RedshiftEncryptionUnstated = demand.Setting(merlon.Check{
	ID:       "aws-redshift-encryption-unstated",
	Title:    "Redshift cluster does not ask for encryption",
	Severity: merlon.Medium,
	OptIn:    true, // Redshift encrypts new clusters since January 2025, and the provider asks for it from version 6 on
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `Redshift encrypts new clusters by default, but the provider before version 6 asks for no encryption where the
code does not say.`,
	Fix:     `Set encrypted = true.`,
	Sources: []string{sourceRedshiftEncryption, sourceRedshiftChanges},
	Aliases: []string{"CKV_AWS_64", "AVD-AWS-0084", "AC_AWS_0198", "aws-redshift-encryption-customer-key"},
}, "does not ask for encryption",
	demand.Row{
		Type: "aws_redshift_cluster", Noun: "cluster", Path: "encrypted",
		Want: func(v merlon.Value) merlon.Truth { return merlon.TruthOf(v.IsSet()) },
		When: func(v merlon.Value) merlon.Truth { // a restored cluster is as its snapshot
			return demand.Absent(v.Attr("snapshot_identifier")).And(demand.Absent(v.Attr("snapshot_arn")))
		},
	},
)

// RedshiftCustomerKey reports what Redshift encrypts with a key of AWS's.
var RedshiftCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-redshift-customer-key",
	Title:    "Redshift data are not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `With a key of one's own, the key's policy says who may restore a snapshot, and leave can be taken back. A
snapshot copy grant says which key encrypts the copies in another region.`,
	Fix:     `Set kms_key_id, and for a cluster encrypted = true.`,
	Sources: []string{sourceRedshiftEncryption, controls("redshiftserverless")},
	Aliases: []string{"CKV_AWS_142", "CKV_AWS_281", "CKV_AWS_282", "AVD-AWS-0084", "aws-redshift-encryption-customer-key"},
}, "names no customer-managed key",
	demand.Row{Type: "aws_redshift_cluster", Noun: "cluster", Path: "kms_key_id", Want: demand.CustomerKey},
	demand.Row{Type: "aws_redshift_snapshot_copy_grant", Noun: "snapshot copy grant", Path: "kms_key_id", Want: demand.CustomerKey},
	demand.Row{Type: "aws_redshiftserverless_namespace", Noun: "namespace", Path: "kms_key_id", Want: demand.CustomerKey},
)

// RedshiftPubliclyAccessible reports warehouses with a public address.
var RedshiftPubliclyAccessible = demand.Setting(merlon.Check{
	ID:       "aws-redshift-publicly-accessible",
	Title:    "Redshift warehouse has a public address",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing | merlon.DenialOfService,
	CIA:      merlon.Confidentiality | merlon.Availability,
	AAA:      merlon.Authentication,
	Why:      `Only a security group stands between the internet and the warehouse, and passwords are tried all day long.`,
	Fix:      `Set publicly_accessible = false and reach the warehouse from inside its VPC.`,
	Sources:  []string{sourceRedshiftVPC, controls("redshift")},
	Aliases:  []string{"CKV_AWS_87", "AC_AWS_0199"},
}, "has a public address",
	demand.Row{Type: "aws_redshift_cluster", Noun: "cluster", Path: "publicly_accessible", Want: demand.Off},
	demand.Row{Type: "aws_redshiftserverless_workgroup", Noun: "workgroup", Path: "publicly_accessible", Want: demand.Off},
)

// RedshiftPubliclyAccessibleUnstated reports clusters that do not refuse a
// public address.
var RedshiftPubliclyAccessibleUnstated = demand.Setting(merlon.Check{
	ID:       "aws-redshift-publicly-accessible-unstated",
	Title:    "Redshift cluster does not refuse a public address",
	Severity: merlon.Medium,
	OptIn:    true, // Redshift gives new clusters none since January 2025, and the provider asks for none from version 6 on
	STRIDE:   merlon.InformationDisclosure | merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `The provider before version 6 asks for a public address where the code does not say.`,
	Fix:      `Set publicly_accessible = false.`,
	Sources:  []string{sourceRedshiftVPC, sourceRedshiftChanges},
	Aliases:  []string{"CKV_AWS_87", "AC_AWS_0199"},
}, "does not refuse a public address",
	demand.Row{
		Type: "aws_redshift_cluster", Noun: "cluster", Path: "publicly_accessible",
		Want: func(v merlon.Value) merlon.Truth { return merlon.TruthOf(v.IsSet()) },
	},
)

// RedshiftDefaultUserName reports clusters that may be public and whose admin
// has a name that attackers try first.
var RedshiftDefaultUserName = &merlon.Check{
	ID:       "aws-redshift-default-user-name",
	Title:    "Redshift cluster that may be public has an admin with a default name",
	Severity: merlon.Low,
	OptIn:    true, // a name is no secret; aws-redshift-publicly-accessible reports what makes it matter
	Targets:  []string{"aws_redshift_cluster"},
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `Who guesses passwords over the internet begins with awsuser and admin. A cluster that does not set
publicly_accessible to false is public with the provider before version 6.`,
	Fix:     `Set publicly_accessible = false, and choose another master_username.`,
	Sources: []string{sourceRedshiftVPC, controls("redshift")},
	Aliases: []string{"CKV_AWS_391"},
	Run: func(pass *merlon.Pass, cluster *merlon.Resource) {
		v := cluster.Attr("master_username")
		private := cluster.Attr("publicly_accessible").Or(merlon.True).Not()
		name, ok := v.Text()
		common := slices.ContainsFunc(pass.Settings.DefaultUserNames, func(s string) bool { return strings.EqualFold(s, name) })
		if !ok || !common {
			return
		}
		pass.Require(private, v, "admin of cluster %q, which may be public, has the default name %q", cluster.Name, name)
	},
}

// RedshiftLogging reports clusters that keep no audit logs.
var RedshiftLogging = demand.Companion(merlon.Check{
	ID:       "aws-redshift-logging",
	Title:    "Redshift cluster keeps no audit logs",
	Severity: merlon.Medium,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why: `Without the connection, user and activity logs nobody can tell who logged in to the warehouse, and what they
read. The cluster's own log tables keep days only.`,
	Fix:     `Add an aws_redshift_logging for the cluster; before version 6 of the provider, logging with enable = true.`,
	Sources: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html", controls("redshift")},
	Aliases: []string{"CKV_AWS_71", "AC_AWS_0200"},
}, "keeps no audit logs",
	demand.CompanionRow{
		Type: "aws_redshift_cluster", Noun: "cluster", Own: "logging.enable", OwnWant: demand.On,
		Links: []demand.Link{{Type: "aws_redshift_logging", Path: "cluster_identifier"}},
	},
)

// RedshiftTLS reports parameter groups that let clients talk in clear.
var RedshiftTLS = parameterCheck(merlon.Check{
	ID:       "aws-redshift-tls",
	Title:    "Redshift parameter group does not demand TLS",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why: `A client that is set up wrongly sends passwords and results in clear. Groups of the family redshift-2.0 demand
TLS unless told otherwise, those of redshift-1.0 do not.`,
	Fix:     `Add the parameter require_ssl with the value true.`,
	Sources: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html", controls("redshift")},
	Aliases: []string{"CKV_AWS_105"},
}, "aws_redshift_parameter_group", "require_ssl", "does not demand TLS",
	func(group *merlon.Resource, v merlon.Value) merlon.Truth {
		if v.IsNull() {
			return group.Attr("family").Is("redshift-2.0")
		}
		return v.Truth()
	})

// RedshiftVersionUpgrades reports clusters that refuse upgrades.
var RedshiftVersionUpgrades = demand.Setting(merlon.Check{
	ID:       "aws-redshift-version-upgrades",
	Title:    "Redshift cluster refuses version upgrades",
	Severity: merlon.Low,
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Availability,
	Why:      `Upgrades bring security fixes. A cluster that refuses them waits for somebody to remember it.`,
	Fix:      `Leave allow_version_upgrade out, or set it to true.`,
	Sources:  []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html", controls("redshift")},
	Aliases:  []string{"CKV_AWS_141"},
}, "refuses version upgrades",
	demand.Row{Type: "aws_redshift_cluster", Noun: "cluster", Path: "allow_version_upgrade", Want: demand.OnByDefault},
)

// RedshiftDefaultDatabaseName reports clusters with the database "dev".
var RedshiftDefaultDatabaseName = demand.Setting(merlon.Check{
	ID:       "aws-redshift-default-database-name",
	Title:    "Redshift cluster has the default database name",
	Severity: merlon.Info,
	OptIn:    true, // a name is no secret
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `Who guesses has to guess the database's name too, unless it is dev as everywhere.`,
	Fix:      `Set database_name.`,
	Sources:  []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html", controls("redshift")},
	Aliases:  []string{"CKV_AWS_320"},
}, "has the default database name",
	demand.Row{
		Type: "aws_redshift_cluster", Noun: "cluster", Path: "database_name",
		Want: func(v merlon.Value) merlon.Truth { return demand.Given(v).And(v.Is("dev").Not()) },
		When: demand.At("snapshot_identifier", demand.Absent), // the snapshot has the databases
	},
)

// RedshiftEnhancedRouting reports warehouses whose traffic leaves the VPC.
var RedshiftEnhancedRouting = demand.Setting(merlon.Check{
	ID:       "aws-redshift-enhanced-routing",
	Title:    "Redshift warehouse loads and unloads outside of its VPC",
	Severity: merlon.Low,
	OptIn:    true, // takes endpoints or a NAT gateway for every source
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Accounting,
	Why: `Without enhanced VPC routing COPY and UNLOAD go past security groups, endpoint policies and flow logs: data can
be unloaded into any bucket.`,
	Fix:     `Set enhanced_vpc_routing = true.`,
	Sources: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html", controls("redshift")},
	Aliases: []string{"CKV_AWS_321"},
}, "loads and unloads outside of its VPC",
	demand.Row{Type: "aws_redshift_cluster", Noun: "cluster", Path: "enhanced_vpc_routing", Want: demand.On},
	demand.Row{Type: "aws_redshiftserverless_workgroup", Noun: "workgroup", Path: "enhanced_vpc_routing", Want: demand.On},
)

// RedshiftSnapshotsOff reports clusters whose snapshots are switched off.
var RedshiftSnapshotsOff = demand.Setting(merlon.Check{
	ID:       "aws-redshift-snapshots-off",
	Title:    "Redshift automated snapshots are switched off",
	Severity: merlon.Medium,
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	Why:      `A retention of 0 switches automated snapshots off: after a mistake or an attack there is nothing to go back to.`,
	Fix:      `Leave automated_snapshot_retention_period out, or set it to the days that you need.`,
	Sources:  []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html", controls("redshift")},
	Aliases:  []string{"CKV_AWS_343"},
}, "has no automated snapshots",
	demand.Row{Type: "aws_redshift_cluster", Noun: "cluster", Path: "automated_snapshot_retention_period", Want: demand.AtLeast(1, 1)},
)

// RedshiftSubnetGroup reports clusters in the default VPC.
var RedshiftSubnetGroup = demand.Setting(merlon.Check{
	ID:       "aws-redshift-subnet-group",
	Title:    "Redshift cluster stands in no VPC of its owner's choice",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `Without a subnet group the cluster stands in the default VPC, all of whose subnets are public; long ago it
stood in no VPC at all.`,
	Fix:     `Set cluster_subnet_group_name to an aws_redshift_subnet_group of private subnets.`,
	Sources: []string{sourceRedshiftVPC},
	Aliases: []string{"CKV_AWS_154", "AVD-AWS-0127", "aws-redshift-use-vpc"},
}, "has no subnet group",
	demand.Row{Type: "aws_redshift_cluster", Noun: "cluster", Path: "cluster_subnet_group_name", Want: demand.Given},
)

// RedshiftClassicSecurityGroup reports security groups of EC2-Classic.
var RedshiftClassicSecurityGroup = demand.ClassicGroup(merlon.Check{
	ID:      "aws-redshift-classic-security-group",
	Title:   "Redshift security group of EC2-Classic",
	Sources: []string{sourceRedshiftVPC},
	Aliases: []string{"AVD-AWS-0085", "aws-redshift-no-classic-resources"},
}, "cluster", "aws_redshift_security_group")

// RedshiftSecurityGroupDescription reports groups that nobody described.
var RedshiftSecurityGroupDescription = demand.Setting(merlon.Check{
	ID:       "aws-redshift-security-group-description",
	Title:    "Redshift security group has no description",
	Severity: merlon.Info,
	OptIn:    true, // the resource cannot be made any more
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Nobody dares to remove a group whose purpose is not written down. Terraform's default text tells nothing.`,
	Fix:      `Set description to what the group is for.`,
	Sources:  []string{sourceRedshiftVPC},
	Aliases:  []string{"AVD-AWS-0083", "aws-redshift-add-description-to-security-group"},
}, "has no description",
	demand.Row{Type: "aws_redshift_security_group", Noun: "security group", Path: "description", Want: demand.Described},
)

// RedshiftMultiAZ reports clusters in one zone.
var RedshiftMultiAZ = demand.Setting(merlon.Check{
	ID:       "aws-redshift-multi-az",
	Title:    "Redshift cluster stands in one availability zone",
	Severity: merlon.Low,
	OptIn:    true, // doubles the price, and takes an RA3 cluster of two nodes at least
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `When the zone fails, the warehouse is gone until Redshift has moved it or somebody restores it elsewhere.`,
	Fix:      `Set multi_az = true.`,
	Sources:  []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-multi-az.html", controls("redshift")},
}, "stands in one availability zone",
	demand.Row{Type: "aws_redshift_cluster", Noun: "cluster", Path: "multi_az", Want: demand.On},
)

// RedshiftServerlessTLS reports workgroups that switch the demand for TLS off.
// New workgroups have it on since January 2025.
var RedshiftServerlessTLS = demand.Setting(merlon.Check{
	ID:       "aws-redshift-serverless-tls",
	Title:    "Redshift Serverless workgroup does not demand TLS",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `A client that is set up wrongly sends passwords and results in clear.`,
	Fix:      `Set the config_parameter require_ssl to true, or leave it out of a new workgroup.`,
	Sources:  []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html", sourceRedshiftChanges, controls("redshiftserverless")},
}, "does not demand TLS",
	demand.Row{
		Type: "aws_redshiftserverless_workgroup", Noun: "workgroup", Each: "config_parameter", Path: "parameter_value",
		Want: demand.OnByDefault, When: demand.At("parameter_key", demand.OneOf("require_ssl")),
	},
)

// RedshiftServerlessUserName reports namespaces whose admin has the name that
// attackers try first.
var RedshiftServerlessUserName = demand.Setting(merlon.Check{
	ID:       "aws-redshift-serverless-default-user-name",
	Title:    "Redshift Serverless admin has the default name",
	Severity: merlon.Low,
	OptIn:    true, // a name is no secret
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `Who guesses passwords begins with admin.`,
	Fix:      `Choose another admin_username; the namespace is made anew.`,
	Sources:  []string{"https://docs.aws.amazon.com/config/latest/developerguide/redshift-serverless-default-admin-check.html", controls("redshiftserverless")},
}, "has an admin with the default name",
	demand.Row{Type: "aws_redshiftserverless_namespace", Noun: "namespace", Path: "admin_username", Want: demand.NoneOf("admin")},
)

// RedshiftServerlessLogging reports namespaces that export no audit logs.
var RedshiftServerlessLogging = demand.Setting(merlon.Check{
	ID:       "aws-redshift-serverless-logging",
	Title:    "Redshift Serverless namespace exports no audit logs",
	Severity: merlon.Medium,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why: `Without the connection and user logs nobody can tell who logged in to the warehouse, from where, and who was
given an account. Its own log tables keep days only.`,
	Fix:     `Set log_exports = ["connectionlog", "userlog"], and add useractivitylog for the queries.`,
	Sources: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html", controls("redshiftserverless")},
}, "does not export its connection and user logs",
	demand.Row{
		Type: "aws_redshiftserverless_namespace", Noun: "namespace", Path: "log_exports",
		Want: demand.Includes("connectionlog", "userlog"),
	},
)
