// Package s3 holds the checks of Amazon S3.
//
// A bucket's settings stand in up to a dozen resources beside it, or in old
// arguments of the bucket itself; both count. Since 2023 AWS encrypts new
// buckets, blocks public access to them and switches their ACLs off, so the
// recommended checks look at what code opens again, and demands that AWS meets
// by itself are opt-in.
package s3

import (
	"embed"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of S3 with their examples.
var Family = merlon.Family{
	Name: "s3",
	Checks: []*merlon.Check{
		BlockPublicACLs,
		BlockPublicPolicy,
		IgnorePublicACLs,
		RestrictPublicBuckets,
		PublicAccessBlock,
		PublicAccessBlockComplete,
		AccessPointPublicAccess,
		AccountPublicAccessBlock,
		MultiRegionPublicAccess,
		PublicReadACL,
		PublicWriteACL,
		PublicACLPermissions,
		AuthenticatedUsersACL,
		ACLEnabled,
		PublicPolicy,
		PolicyLockout,
		NoPolicy,
		SecureTransport,
		PublicPlainHTTP,
		UnknownEncryption,
		Encryption,
		KMSEncryption,
		CustomerKey,
		ObjectCustomerKey,
		Logging,
		ObjectWriteLogging,
		ObjectReadLogging,
		Versioning,
		MFADelete,
		ObjectLock,
		Replication,
		Lifecycle,
		AbortIncompleteUploads,
		EventNotifications,
		Website,
		DottedName,
	},
	Examples: testdata,
}
