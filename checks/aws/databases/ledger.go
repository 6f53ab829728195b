package databases

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const sourceQLDB = "https://docs.aws.amazon.com/qldb/latest/developerguide/ledger-management.basics.html"

var (
	// QLDBPermissionsMode reports ledgers without fine-grained permissions.
	QLDBPermissionsMode = demand.Setting(merlon.Check{
		ID:       "aws-qldb-permissions-mode",
		Title:    "QLDB ledger allows every command to whoever may connect",
		Severity: merlon.Medium,
		OptIn:    true, // AWS shut QLDB down on 31 July 2025
		STRIDE:   merlon.ElevationOfPrivilege | merlon.Tampering,
		CIA:      merlon.Integrity,
		AAA:      merlon.Authorization,
		Why:      `In the mode ALLOW_ALL leave to send commands is leave to send any command, on any table.`,
		Fix:      `Set permissions_mode = "STANDARD".`,
		Sources:  []string{sourceQLDB},
		Aliases:  []string{"CKV_AWS_170"},
	}, "allows every command to whoever may connect",
		demand.Row{Type: "aws_qldb_ledger", Noun: "ledger", Path: "permissions_mode", Want: demand.OneOf("STANDARD")},
	)
	// QLDBDeletionProtection reports ledgers that one call deletes.
	QLDBDeletionProtection = demand.Setting(merlon.Check{
		ID:       "aws-qldb-deletion-protection",
		Title:    "QLDB ledger can be deleted by one call",
		Severity: merlon.Medium,
		OptIn:    true, // AWS shut QLDB down on 31 July 2025
		STRIDE:   merlon.DenialOfService,
		CIA:      merlon.Availability,
		Why:      `A ledger is kept because it must not go away. Deletion protection is on unless it is switched off.`,
		Fix:      `Leave deletion_protection out, or set it to true.`,
		Sources:  []string{sourceQLDB},
		Aliases:  []string{"CKV_AWS_172"},
	}, "has no deletion protection",
		demand.Row{Type: "aws_qldb_ledger", Noun: "ledger", Path: "deletion_protection", Want: demand.OnByDefault},
	)
)

// KeyspacesCustomerKey reports tables under a key that AWS owns.
var KeyspacesCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-keyspaces-customer-key",
	Title:    "Keyspaces table is not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // Keyspaces encrypts always; aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `With a key of one's own, the key's policy says who may read the table, and leave can be taken back.`,
	Fix:      `Add encryption_specification with type = "CUSTOMER_MANAGED_KMS_KEY" and kms_key_identifier.`,
	Sources:  []string{"https://docs.aws.amazon.com/keyspaces/latest/devguide/EncryptionAtRest.html"},
	Aliases:  []string{"CKV_AWS_265"},
}, "names no customer-managed key",
	demand.Row{
		Type: "aws_keyspaces_table", Noun: "table", Path: "encryption_specification.kms_key_identifier",
		// The key has no effect unless the type asks for it.
		Want: func(v merlon.Value) merlon.Truth {
			kind := v.Resource().Attr("encryption_specification", "type")
			return demand.CustomerKey(v).And(kind.Is("CUSTOMER_MANAGED_KMS_KEY"))
		},
	},
)

// TimestreamCustomerKey reports databases under AWS's own key.
var TimestreamCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-timestream-customer-key",
	Title:    "Timestream database is not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // Timestream encrypts always; aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `With a key of one's own, the key's policy says who may read the data, and leave can be taken back.`,
	Fix:      `Set kms_key_id.`,
	Sources:  []string{"https://docs.aws.amazon.com/timestream/latest/developerguide/EncryptionAtRest.html"},
	Aliases:  []string{"CKV_AWS_160"},
}, "names no customer-managed key",
	demand.Row{Type: "aws_timestreamwrite_database", Noun: "database", Path: "kms_key_id", Want: demand.CustomerKey},
)
