package databases

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

// MemoryDBCustomerKey reports clusters and snapshots without a key of the
// customer's own.
var MemoryDBCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-memorydb-customer-key",
	Title:    "MemoryDB data are not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // MemoryDB encrypts always; aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `With a key of one's own, the key's policy says who may restore a snapshot, and leave can be taken back.`,
	Fix:      `Set kms_key_arn.`,
	Sources:  []string{"https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html"},
	Aliases:  []string{"CKV_AWS_201", "CKV_AWS_278"},
}, "names no customer-managed key",
	demand.Row{Type: "aws_memorydb_cluster", Noun: "cluster", Path: "kms_key_arn", Want: demand.CustomerKey},
	demand.Row{Type: "aws_memorydb_snapshot", Noun: "snapshot", Path: "kms_key_arn", Want: demand.CustomerKey},
)

// MemoryDBTLS reports clusters that talk in clear.
var MemoryDBTLS = demand.Setting(merlon.Check{
	ID:       "aws-memorydb-tls",
	Title:    "MemoryDB cluster is not encrypted in transit",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering | merlon.Spoofing,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication,
	Why: `Data cross the network in clear, and without TLS the only access list that works is open-access, which lets
everybody in. TLS is on unless it is switched off, and cannot be changed later.`,
	Fix:     `Leave tls_enabled out, or set it to true.`,
	Sources: []string{"https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html"},
	Aliases: []string{"CKV_AWS_202"},
}, "is not encrypted in transit",
	demand.Row{Type: "aws_memorydb_cluster", Noun: "cluster", Path: "tls_enabled", Want: demand.OnByDefault},
)

// MemoryDBOpenACL reports clusters that let everybody in.
var MemoryDBOpenACL = demand.Setting(merlon.Check{
	ID:       "aws-memorydb-open-acl",
	Title:    "MemoryDB cluster lets clients in without a password",
	Severity: merlon.Medium,
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication | merlon.Authorization,
	Why: `The access list open-access has one user, who needs no password and may do everything. Whoever reaches the port
reads and changes the whole database.`,
	Fix:     `Set acl_name to an aws_memorydb_acl with users of its own.`,
	Sources: []string{"https://docs.aws.amazon.com/memorydb/latest/devguide/clusters.acls.html"},
}, "lets clients in without a password",
	demand.Row{Type: "aws_memorydb_cluster", Noun: "cluster", Path: "acl_name", Want: linkOr(demand.NoneOf("open-access"))},
)

// linkOr accepts what links to a resource of the estate, whatever its name
// turns out to be.
func linkOr(want demand.Want) demand.Want {
	return func(v merlon.Value) merlon.Truth {
		if v.IsUnknown() && len(v.Refs()) > 0 {
			return merlon.True
		}
		return want(v)
	}
}
