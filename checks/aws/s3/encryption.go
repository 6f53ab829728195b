package s3

import (
	"strings"

	"merlon"
)

const (
	sourceEncryption = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html"
	sourceSSEKMS     = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html"
)

const sseType = "aws_s3_bucket_server_side_encryption_configuration"

// defaults yields the apply_server_side_encryption_by_default blocks of a
// bucket, its own and its companions', each with the block list it is in.
type defaultEncryption struct {
	rule  merlon.Value // the block, or null where a rule has none
	maybe bool         // the rule may not be made
}

func defaultsOf(pass *merlon.Pass, bucket *merlon.Resource) (found []defaultEncryption, beside merlon.Companions) {
	add := func(parent merlon.Value, rules merlon.Value) {
		for rule := range rules.Elements() {
			found = append(found, defaultEncryption{
				rule:  rule.Attr("apply_server_side_encryption_by_default"),
				maybe: parent.MayHaveMore() || rules.MayHaveMore(),
			})
		}
	}
	if inline := bucket.Attr("server_side_encryption_configuration"); inline.IsSet() {
		for block := range inline.Elements() {
			add(inline, block.Attr("rule"))
		}
	}
	beside = companions(pass, bucket, sseType, "bucket")
	for _, c := range beside.List {
		add(c.Attr("rule"), c.Attr("rule"))
	}
	return found, beside
}

// mayBeMore says whether there may be default encryption that defaultsOf did
// not find: a configuration that may belong to the bucket, or one whose rule,
// which the provider demands, could not be read.
func mayBeMore(beside merlon.Companions) bool {
	for _, c := range beside.List {
		if c.Attr("rule").Len() == 0 {
			return true
		}
	}
	return len(beside.List) == 0 && len(beside.Maybe) > 0
}

// algorithm is the value that names the algorithm.
func (d defaultEncryption) algorithm() merlon.Value { return d.rule.Attr("sse_algorithm") }

// kms says whether the rule encrypts with KMS.
func (d defaultEncryption) kms() merlon.Truth { return d.algorithm().Is("aws:kms", "aws:kms:dsse") }

// key says whether the rule names a key of the customer's.
func (d defaultEncryption) key() merlon.Truth {
	v := d.rule.Attr("kms_master_key_id")
	if v.IsNull() {
		return merlon.False
	}
	text, ok := v.Text()
	if !ok {
		if len(v.Targets("aws_kms_key", "aws_kms_alias", "aws_kms_external_key", "aws_kms_replica_key")) > 0 {
			return merlon.True
		}
		return merlon.Unknown
	}
	return merlon.TruthOf(text != "" && !strings.Contains(text, "alias/aws/"))
}

// UnknownEncryption reports encryption settings that S3 does not know.
var UnknownEncryption = &merlon.Check{
	ID:       "aws-s3-unknown-encryption",
	Title:    "S3 bucket's encryption is set to something that S3 does not know",
	Severity: merlon.Medium,
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `S3 knows AES256, aws:kms and aws:kms:dsse. With any other word, or none, apply fails and the bucket keeps
the encryption it had, which is not the one that somebody wanted.`,
	Fix:     `Set sse_algorithm to aws:kms with a key, to AES256, or remove the configuration.`,
	Sources: []string{sourceEncryption},
	Aliases: []string{"CKV_AWS_19"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		found, beside := defaultsOf(pass, bucket)
		for _, d := range found {
			if d.rule.IsNull() {
				continue // a rule that blocks encryption types or sets bucket keys only
			}
			v := d.algorithm()
			if f := pass.Require(v.Is("AES256", "aws:kms", "aws:kms:dsse"), v,
				"bucket %q has an encryption algorithm that S3 does not know", bucket.Name); f != nil {
				f.About(beside.List...)
			}
		}
	},
}

// Encryption reports buckets that leave their encryption to AWS.
var Encryption = &merlon.Check{
	ID:       "aws-s3-encryption",
	Title:    "S3 bucket does not say how it is encrypted",
	Severity: merlon.Low,
	OptIn:    true, // S3 encrypts every new object since January 2023
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `S3 encrypts every object with keys of its own since January 2023, so nothing is stored in clear. For teams
that want the choice written down.`,
	Fix:     `Add an aws_s3_bucket_server_side_encryption_configuration.`,
	Sources: []string{sourceEncryption},
	Aliases: []string{"AVD-AWS-0088", "aws-s3-enable-bucket-encryption"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		found, beside := defaultsOf(pass, bucket)
		holds := merlon.False
		for _, d := range found {
			stated := merlon.TruthOf(d.algorithm().IsSet())
			if d.maybe {
				stated = stated.And(merlon.Unknown)
			}
			holds = holds.Or(stated)
		}
		if mayBeMore(beside) {
			holds = holds.Or(merlon.Unknown)
		}
		if f := pass.Require(holds, bucket, "bucket %q does not say how it is encrypted", bucket.Name); f != nil {
			f.About(beside.List...)
		}
	},
}

// KMSEncryption reports buckets that KMS does not encrypt.
var KMSEncryption = &merlon.Check{
	ID:       "aws-s3-kms-encryption",
	Title:    "S3 bucket is not encrypted with KMS",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks for it where the data need it
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why: `With KMS, reading an object needs leave from the key as well as from the bucket, and each use of the key is
logged. With S3's own keys, leave from the bucket is enough.`,
	Fix:     `Set sse_algorithm to aws:kms.`,
	Sources: []string{sourceSSEKMS},
	Aliases: []string{"CKV_AWS_145", "AC_AWS_0207"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		requireKey(pass, bucket, defaultEncryption.kms, "bucket %q is not encrypted with KMS")
	},
}

// CustomerKey reports buckets without a key that the customer manages.
var CustomerKey = &merlon.Check{
	ID:       "aws-s3-customer-key",
	Title:    "S3 bucket is not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks for it where the data need it
	Targets:  []string{"aws_s3_bucket"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why: `A key of one's own has a policy of one's own: who may decrypt is decided apart from who may read the bucket,
and can be taken back at once.`,
	Fix:     `Set sse_algorithm to aws:kms and kms_master_key_id to a key of yours.`,
	Sources: []string{sourceSSEKMS},
	Aliases: []string{"AVD-AWS-0132", "aws-s3-encryption-customer-key"},
	Run: func(pass *merlon.Pass, bucket *merlon.Resource) {
		requireKey(pass, bucket, func(d defaultEncryption) merlon.Truth { return d.kms().And(d.key()) },
			"bucket %q is not encrypted with a customer-managed key")
	},
}

// requireKey asks for a rule of which the condition holds, unless the bucket
// takes log deliveries that cannot use KMS.
func requireKey(pass *merlon.Pass, bucket *merlon.Resource, want func(defaultEncryption) merlon.Truth, format string) {
	found, beside := defaultsOf(pass, bucket)
	holds := merlon.False
	var at merlon.Place = bucket
	for _, d := range found {
		t := want(d)
		if d.maybe {
			t = t.And(merlon.Unknown)
		}
		holds = holds.Or(t)
		if d.algorithm().IsSet() {
			at = d.algorithm()
		}
	}
	if mayBeMore(beside) {
		holds = holds.Or(merlon.Unknown)
	}
	if holds == merlon.True || !TakesCustomerKey(pass, bucket) {
		return
	}
	pass.Require(holds, at, format, bucket.Name).About(beside.List...)
}
