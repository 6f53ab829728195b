package databases

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const sourceDocumentDBEncryption = "https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html"

// DocumentDBEncryption reports clusters with unencrypted storage.
var DocumentDBEncryption = demand.Setting(merlon.Check{
	ID:       "aws-documentdb-encryption",
	Title:    "DocumentDB cluster storage is not encrypted",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `Storage, backups and snapshots of an unencrypted cluster are readable to whoever gets hold of them, and
encryption cannot be switched on later: it takes a copy of the whole cluster.`,
	Fix:     `Set storage_encrypted = true.`,
	Sources: []string{sourceDocumentDBEncryption, controls("documentdb")},
	Aliases: []string{"CKV_AWS_74", "AVD-AWS-0021", "AC_AWS_0455", "aws-documentdb-enable-storage-encryption"},
}, "is not encrypted",
	demand.Row{Type: "aws_docdb_cluster", Noun: "cluster", Path: "storage_encrypted", Want: onUnlessRestored},
)

// DocumentDBGlobalEncryption reports global clusters with unencrypted storage.
var DocumentDBGlobalEncryption = demand.Setting(merlon.Check{
	ID:       "aws-documentdb-global-encryption",
	Title:    "DocumentDB global cluster storage is not encrypted",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `The clusters of an unencrypted global cluster are unencrypted in every region, and that cannot be changed later.
A global cluster that is built from a cluster takes the setting over from it.`,
	Fix:     `Set storage_encrypted = true, or build the global cluster from an encrypted one.`,
	Sources: []string{sourceDocumentDBEncryption, "https://docs.aws.amazon.com/documentdb/latest/developerguide/global-clusters.html"},
	Aliases: []string{"CKV_AWS_292"},
}, "is not encrypted",
	demand.Row{Type: "aws_docdb_global_cluster", Noun: "global cluster", Path: "storage_encrypted", Want: onUnlessBuiltFrom},
)

// DocumentDBCustomerKey reports clusters under AWS's own key, or none.
var DocumentDBCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-documentdb-customer-key",
	Title:    "DocumentDB cluster is not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `With a key of one's own, the key's policy says who may restore a snapshot, and leave can be taken back.`,
	Fix:      `Set storage_encrypted = true and kms_key_id.`,
	Sources:  []string{sourceDocumentDBEncryption},
	Aliases:  []string{"CKV_AWS_182", "AVD-AWS-0022", "aws-documentdb-encryption-customer-key"},
}, "names no customer-managed key",
	demand.Row{Type: "aws_docdb_cluster", Noun: "cluster", Path: "kms_key_id", Want: demand.CustomerKey},
	demand.Row{Type: "aws_docdbelastic_cluster", Noun: "elastic cluster", Path: "kms_key_id", Want: demand.CustomerKey},
)

// DocumentDBLogExports reports clusters whose logs stay where they are.
var DocumentDBLogExports = demand.Setting(merlon.Check{
	ID:       "aws-documentdb-log-exports",
	Title:    "DocumentDB cluster exports no logs",
	Severity: merlon.Low,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why: `The audit log tells who logged in and what changed; the profiler's, what was slow. They are kept nowhere but in
CloudWatch Logs, and only if the cluster exports them.`,
	Fix: `Set enabled_cloudwatch_logs_exports = ["audit"], with "profiler" if wanted, and switch audit_logs on in the
cluster's parameter group.`,
	Sources: []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html", controls("documentdb")},
	Aliases: []string{"CKV_AWS_85", "AVD-AWS-0020", "AC_AWS_0456", "aws-documentdb-enable-log-export"},
}, "exports no logs",
	demand.Row{
		Type: "aws_docdb_cluster", Noun: "cluster", Path: "enabled_cloudwatch_logs_exports",
		Want: demand.AnyOf(demand.Includes("audit"), demand.Includes("profiler")),
	},
)

// DocumentDBAuditParameter reports parameter groups that leave auditing off.
var DocumentDBAuditParameter = parameterCheck(merlon.Check{
	ID:       "aws-documentdb-audit-parameter",
	Title:    "DocumentDB parameter group leaves auditing off",
	Severity: merlon.Low,
	OptIn:    true, // auditing costs, and many groups are there for another parameter
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Without the parameter the cluster writes no audit log, even if it is told to export one.`,
	Fix:      `Add the parameter audit_logs with the value enabled, ddl or all.`,
	Sources:  []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html"},
	Aliases:  []string{"CKV_AWS_104"},
}, "aws_docdb_cluster_parameter_group", "audit_logs", "leaves auditing off",
	func(_ *merlon.Resource, v merlon.Value) merlon.Truth {
		return merlon.TruthOf(v.IsNull()).Or(v.Is("disabled", "none", "")).Not()
	})

// DocumentDBTLS reports parameter groups that switch TLS off.
var DocumentDBTLS = parameterCheck(merlon.Check{
	ID:       "aws-documentdb-tls",
	Title:    "DocumentDB parameter group switches TLS off",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `Passwords and documents cross the network in clear. A cluster demands TLS unless it is told not to.`,
	Fix:      `Leave the parameter tls out, or set it to enabled or tls1.2+.`,
	Sources:  []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html"},
	Aliases:  []string{"CKV_AWS_90"},
}, "aws_docdb_cluster_parameter_group", "tls", "switches TLS off",
	func(_ *merlon.Resource, v merlon.Value) merlon.Truth { return v.Is("disabled").Not() })

// DocumentDBDeletionProtection reports clusters that one call deletes.
var DocumentDBDeletionProtection = demand.Setting(merlon.Check{
	ID:       "aws-documentdb-deletion-protection",
	Title:    "DocumentDB cluster can be deleted by one call",
	Severity: merlon.Medium,
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why: `A terraform destroy in the wrong directory, or one API call with stolen keys, deletes the database and its
automated backups. With deletion protection it takes two.`,
	Fix:     `Set deletion_protection = true.`,
	Sources: []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html", controls("documentdb")},
}, "has no deletion protection",
	demand.Row{Type: "aws_docdb_cluster", Noun: "cluster", Path: "deletion_protection", Want: demand.On},
	demand.Row{Type: "aws_docdb_global_cluster", Noun: "global cluster", Path: "deletion_protection", Want: demand.On},
)

// DocumentDBShortBackups reports clusters whose backups are kept for too few
// days.
var DocumentDBShortBackups = shortBackups(merlon.Check{
	ID:      "aws-documentdb-short-backups",
	Title:   "DocumentDB keeps backups for too few days",
	Sources: []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html", controls("documentdb")},
	Aliases: []string{"CKV_AWS_360"},
}, "aws_docdb_cluster")
