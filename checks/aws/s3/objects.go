package s3

import "merlon"

// ObjectCustomerKey reports objects without a customer-managed key.
var ObjectCustomerKey = &merlon.Check{
	ID:       "aws-s3-object-customer-key",
	Title:    "S3 object names no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // an object is encrypted as its bucket is
	Targets:  []string{"aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `An object without a key of its own is encrypted as its bucket says, which may be S3's own key.`,
	Fix:      `Set kms_key_id on the object, or a key on the bucket.`,
	Sources:  []string{sourceSSEKMS},
	Aliases:  []string{"CKV_AWS_181", "CKV_AWS_186", "AC_AWS_0498"},
	Run: func(pass *merlon.Pass, object *merlon.Resource) {
		v := object.Attr("kms_key_id")
		holds := merlon.TruthOf(v.IsSet())
		if text, ok := v.Text(); ok && text == "" {
			holds = merlon.False
		}
		pass.Require(holds, v, "object %q names no customer-managed key", object.Name)
	},
}
