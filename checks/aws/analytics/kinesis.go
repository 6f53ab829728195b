package analytics

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceKinesis  = "https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html"
	sourceFirehose = "https://docs.aws.amazon.com/firehose/latest/dev/encryption.html"
)

// KinesisEncryption reports streams that are not encrypted.
var KinesisEncryption = demand.Setting(merlon.Check{
	ID:       "aws-kinesis-stream-encryption",
	Title:    "Kinesis stream is not encrypted",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Records lie unencrypted in the stream's storage for as long as they are kept, up to a year.`,
	Fix:      `Set encryption_type = "KMS" and kms_key_id.`,
	Sources:  []string{sourceKinesis, "https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html"},
	Aliases:  []string{"CKV_AWS_43", "AVD-AWS-0064", "aws-kinesis-enable-in-transit-encryption"},
}, "is not encrypted",
	demand.Row{Type: "aws_kinesis_stream", Noun: "stream", Path: "encryption_type", Want: demand.OneOf("KMS")},
)

// KinesisCustomerKey reports streams without a key of the customer's own.
var KinesisCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-kinesis-stream-customer-key",
	Title:    "Kinesis stream has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks it of streams with confidential data
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `A key of one's own has a policy that says who may read the records, and can be disabled.`,
	Fix:      `Set encryption_type = "KMS" and kms_key_id to a key of yours.`,
	Sources:  []string{sourceKinesis},
	Aliases:  []string{"CKV_AWS_185", "AC_AWS_0157"},
}, "has no key of yours",
	demand.Row{Type: "aws_kinesis_stream", Noun: "stream", Path: "kms_key_id", Want: demand.CustomerKey},
)

// FirehoseEncryption reports delivery streams that keep records unencrypted.
var FirehoseEncryption = demand.Setting(merlon.Check{
	ID:       "aws-kinesis-firehose-encryption",
	Title:    "Firehose delivery stream is not encrypted",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Records lie unencrypted in Firehose until they are delivered, which takes up to days where a destination fails.`,
	Fix:      `Add server_side_encryption { enabled = true }.`,
	Sources:  []string{sourceFirehose, "https://docs.aws.amazon.com/securityhub/latest/userguide/datafirehose-controls.html"},
	Aliases:  []string{"CKV_AWS_240", "AC_AWS_0156"},
}, "is not encrypted",
	demand.Row{
		Type: "aws_kinesis_firehose_delivery_stream", Noun: "delivery stream", Path: "server_side_encryption.enabled",
		Want: demand.On, When: putDirectly,
	},
)

// putDirectly says whether producers write to a delivery stream themselves.
// What it reads from a stream of Kinesis or Kafka is encrypted there, and
// Firehose does not store it.
func putDirectly(stream merlon.Value) merlon.Truth {
	reads := merlon.False
	for _, name := range []string{"kinesis_source_configuration", "msk_source_configuration"} {
		reads = reads.Or(demand.Given(stream.Attr(name)))
	}
	return reads.Not()
}

// FirehoseCustomerKey reports delivery streams without a key of the customer's
// own.
var FirehoseCustomerKey = &merlon.Check{
	ID:       "aws-kinesis-firehose-customer-key",
	Title:    "Firehose delivery stream has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks it of streams with confidential data
	Targets:  []string{"aws_kinesis_firehose_delivery_stream"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `A key of one's own has a policy that says who may read the records, and can be disabled.`,
	Fix:      `Set enabled = true, key_type = "CUSTOMER_MANAGED_CMK" and key_arn in server_side_encryption.`,
	Sources:  []string{sourceFirehose},
	Aliases:  []string{"CKV_AWS_241"},
	Run: func(pass *merlon.Pass, stream *merlon.Resource) {
		block := stream.Attr("server_side_encryption")
		holds, at := merlon.True, block
		for _, part := range []struct {
			name string
			want demand.Want
		}{
			{"enabled", demand.On},
			{"key_type", demand.OneOf("CUSTOMER_MANAGED_CMK")},
			{"key_arn", demand.CustomerKey},
		} {
			v := block.Attr(part.name)
			t := part.want(v)
			if t != merlon.True && holds == merlon.True || t == merlon.False && holds == merlon.Unknown {
				at = v
			}
			holds = holds.And(t)
		}
		pass.Require(holds.Or(putDirectly(stream.Whole()).Not()), at, "delivery stream %q has no key of yours", stream.Name)
	},
}

// VideoStreamCustomerKey reports video streams without a key of the customer's
// own.
var VideoStreamCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-kinesis-video-customer-key",
	Title:    "Kinesis video stream has no customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // video streams are always encrypted; aws-data-confidential-key asks it of confidential data
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why:      `A key of one's own has a policy that says who may watch, and can be disabled.`,
	Fix:      `Set kms_key_id to a key of yours when the stream is made.`,
	Sources:  []string{"https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/how-kms.html"},
	Aliases:  []string{"CKV_AWS_177"},
}, "has no key of yours",
	demand.Row{Type: "aws_kinesis_video_stream", Noun: "video stream", Path: "kms_key_id", Want: demand.CustomerKey},
)

// KinesisRetention reports streams that keep records for less than a week.
var KinesisRetention = demand.Setting(merlon.Check{
	ID:       "aws-kinesis-stream-retention",
	Title:    "Kinesis stream keeps records for less than a week",
	Severity: merlon.Low,
	OptIn:    true, // costs money, and AWS's default of a day is enough where consumers are watched
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `What a consumer that stands still has not read by then is lost.`,
	Fix:      `Set retention_period = 168, or more.`,
	Sources: []string{
		"https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html",
	},
}, "keeps records for less than a week",
	demand.Row{Type: "aws_kinesis_stream", Noun: "stream", Path: "retention_period", Want: demand.AtLeast(168, 24)},
)
