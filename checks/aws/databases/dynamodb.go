package databases

import (
	"merlon"
	"merlon/checks/aws/internal/backup"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/once"
)

const (
	sourceDynamoDBEncryption = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html"
	sourceDynamoDBRecovery   = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html"

	scalingTarget = "aws_appautoscaling_target"
	scalingPolicy = "aws_appautoscaling_policy"
)

// DynamoDBEncryption reports tables under a key that AWS owns.
var DynamoDBEncryption = demand.Setting(merlon.Check{
	ID:       "aws-dynamodb-encryption",
	Title:    "DynamoDB table is encrypted with a key that AWS owns",
	Severity: merlon.Info,
	OptIn:    true, // DynamoDB encrypts every table: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Accounting,
	Why: `Every table is encrypted, but the use of a key that AWS owns leaves no trace in the account. That of a key in
the account does, in CloudTrail.`,
	Fix:     `Add server_side_encryption with enabled = true.`,
	Sources: []string{sourceDynamoDBEncryption},
	Aliases: []string{"AC_AWS_0457"},
}, "is encrypted with a key that AWS owns",
	demand.Row{Type: "aws_dynamodb_table", Noun: "table", Path: "server_side_encryption.enabled", Want: demand.On},
)

// DynamoDBCustomerKey reports tables and replicas without a key of the
// customer's own.
var DynamoDBCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-dynamodb-customer-key",
	Title:    "DynamoDB table is not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `With a key of one's own, the key's policy says who may read, whatever the table's and IAM say, and leave can be
taken back. A replica has a key in its own region.`,
	Fix:     `Set server_side_encryption.enabled = true and kms_key_arn; for a replica, kms_key_arn.`,
	Sources: []string{sourceDynamoDBEncryption},
	Aliases: []string{"CKV_AWS_119", "CKV_AWS_271", "AVD-AWS-0025", "aws-dynamodb-table-customer-key"},
}, "names no customer-managed key",
	demand.Row{
		Type: "aws_dynamodb_table", Noun: "table", Path: "server_side_encryption.kms_key_arn",
		// The key has no effect while the switch is off.
		Want: func(v merlon.Value) merlon.Truth {
			return demand.CustomerKey(v).And(v.Resource().Attr("server_side_encryption", "enabled").Truth())
		},
	},
	demand.Row{Type: "aws_dynamodb_table_replica", Noun: "replica", Path: "kms_key_arn", Want: demand.CustomerKey},
)

// DynamoDBPointInTimeRecovery reports tables that cannot be turned back.
var DynamoDBPointInTimeRecovery = demand.Setting(merlon.Check{
	ID:       "aws-dynamodb-point-in-time-recovery",
	Title:    "DynamoDB table has no point-in-time recovery",
	Severity: merlon.Medium,
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	Why: `After a faulty release, or an attacker's delete, the table can be restored as it was at any second of the last
35 days, but only if recovery was on before. For a global table it is asked of its tables.`,
	Fix:     `Add point_in_time_recovery with enabled = true.`,
	Sources: []string{sourceDynamoDBRecovery, controls("dynamodb")},
	Aliases: []string{"CKV_AWS_28", "CKV_AWS_165", "AVD-AWS-0024", "AC_AWS_0458", "aws-dynamodb-enable-recovery"},
}, "has no point-in-time recovery",
	demand.Row{Type: "aws_dynamodb_table", Noun: "table", Path: "point_in_time_recovery.enabled", Want: demand.On},
)

// DynamoDBAutoScaling reports tables with a fixed capacity.
var DynamoDBAutoScaling = &merlon.Check{
	ID:       "aws-dynamodb-auto-scaling",
	Title:    "DynamoDB table has a fixed capacity",
	Severity: merlon.Low,
	OptIn:    true, // a fixed capacity is also a bound on the bill
	Targets:  []string{"aws_dynamodb_table"},
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `Beyond the capacity that was bought requests are refused, whoever sends them: a burst is an outage.`,
	Fix: `Set billing_mode = "PAY_PER_REQUEST", or add an aws_appautoscaling_target and an aws_appautoscaling_policy for
the table.`,
	Sources: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html", controls("dynamodb")},
	Aliases: []string{"CKV2_AWS_16"},
	Run: func(pass *merlon.Pass, table *merlon.Resource) {
		mode := table.Attr("billing_mode")
		onDemand := mode.Is("PAY_PER_REQUEST") // PROVISIONED unless it says
		if onDemand == merlon.True {
			return
		}
		pass.Require(onDemand.Or(scales(pass, table)), mode, "table %q has a fixed capacity", table.Name)
	},
}

// scales says whether a policy scales the table: a target is only what may be
// scaled, and does nothing by itself.
func scales(pass *merlon.Pass, table *merlon.Resource) merlon.Truth {
	found := pass.Companions(table, scalingTarget, "resource_id")
	targets := found.List
	holds := merlon.TruthOf(len(found.Maybe) > 0).And(merlon.Unknown)
	if name, ok := table.Attr("name").Text(); ok && len(targets) == 0 {
		targets = scaling.In(pass.Estate)[scalingKey{scalingTarget, table.Origin.Root, "table/" + name}]
	}
	for _, t := range targets {
		has := pass.Companions(table, scalingPolicy, "resource_id").Any().Or(pass.Companions(t, scalingPolicy, "resource_id").Any())
		if t.Partial && !table.Partial {
			has = has.And(merlon.Unknown)
		}
		if id, ok := t.Attr("resource_id").Text(); ok && has == merlon.False {
			has = merlon.TruthOf(len(scaling.In(pass.Estate)[scalingKey{scalingPolicy, table.Origin.Root, id}]) > 0)
		}
		holds = holds.Or(has)
	}
	return holds
}

// scalingKey is how targets and policies name what they scale.
type scalingKey struct{ typ, root, id string }

// scaling are targets and policies that name a resource in full, "table/orders",
// and link to none.
var scaling = once.ForEstate(func(estate *merlon.Estate) map[scalingKey][]*merlon.Resource {
	index := make(map[scalingKey][]*merlon.Resource)
	for r := range estate.OfType(scalingTarget, scalingPolicy) {
		if v := r.Attr("resource_id"); len(v.Refs()) == 0 {
			key := scalingKey{r.Type, r.Origin.Root, v.String()}
			index[key] = append(index[key], r)
		}
	}
	return index
}, scalingTarget, scalingPolicy)

// DAXEncryption reports DAX clusters whose nodes write in clear.
var DAXEncryption = demand.Setting(merlon.Check{
	ID:       "aws-dax-encryption",
	Title:    "DAX cluster is not encrypted at rest",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `The nodes of the cache keep data of the table on disk, in clear unless encryption is on. It can be switched on
for new clusters only.`,
	Fix:     `Add server_side_encryption with enabled = true.`,
	Sources: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html", controls("dynamodb")},
	Aliases: []string{"CKV_AWS_47", "AVD-AWS-0023", "AC_AWS_0375", "aws-dynamodb-enable-at-rest-encryption"},
}, "is not encrypted at rest",
	demand.Row{Type: "aws_dax_cluster", Noun: "cluster", Path: "server_side_encryption.enabled", Want: demand.On},
)

// DAXTLS reports DAX clusters that talk in clear.
var DAXTLS = demand.Setting(merlon.Check{
	ID:       "aws-dax-tls",
	Title:    "DAX cluster is not encrypted in transit",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `Between the application and the cache items cross the network in clear. TLS can be chosen for new clusters only.`,
	Fix:      `Set cluster_endpoint_encryption_type = "TLS".`,
	Sources:  []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html", controls("dynamodb")},
	Aliases:  []string{"CKV_AWS_239"},
}, "is not encrypted in transit",
	demand.Row{Type: "aws_dax_cluster", Noun: "cluster", Path: "cluster_endpoint_encryption_type", Want: demand.OneOf("TLS")},
)

// DynamoDBDeletionProtection reports tables that one call deletes.
var DynamoDBDeletionProtection = demand.Setting(merlon.Check{
	ID:       "aws-dynamodb-deletion-protection",
	Title:    "DynamoDB table can be deleted by one call",
	Severity: merlon.Medium,
	OptIn:    true, // many tables hold what can be made again: locks, sessions, caches
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why: `A terraform destroy in the wrong directory, or one API call with stolen keys, deletes the table and its
replicas. With deletion protection it takes two.`,
	Fix:     `Set deletion_protection_enabled = true.`,
	Sources: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html", controls("dynamodb")},
}, "can be deleted by one call",
	demand.Row{Type: "aws_dynamodb_table", Noun: "table", Path: "deletion_protection_enabled", Want: demand.On},
	demand.Row{Type: "aws_dynamodb_table_replica", Noun: "replica", Path: "deletion_protection_enabled", Want: demand.On},
)

// DynamoDBBackupPlan reports tables that no backup plan covers.
var DynamoDBBackupPlan = &merlon.Check{
	ID:       "aws-dynamodb-backup-plan",
	Title:    "No AWS Backup plan covers the DynamoDB table",
	Severity: merlon.Low,
	OptIn:    true, // point-in-time recovery may be enough, and plans are often made elsewhere
	Targets:  []string{"aws_dynamodb_table"},
	STRIDE:   merlon.Tampering | merlon.DenialOfService,
	CIA:      merlon.Integrity | merlon.Availability,
	Why: `AWS Backup keeps copies for as long as the plan says, in a vault of its own, in another account if wanted:
out of reach of whoever takes the table's account over.`,
	Fix:     `Name the table, or a tag of it, in an aws_backup_selection.`,
	Sources: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_HowItWorksAWS.html", controls("dynamodb")},
	Run: func(pass *merlon.Pass, table *merlon.Resource) {
		pass.Require(backup.Covered(table, "dynamodb", "table/"), table, "no backup plan covers table %q", table.Name)
	},
}
