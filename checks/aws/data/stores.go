package data

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
)

// A store is a resource type that holds data, and where it names the key that
// encrypts them.
type store struct {
	typ  string
	name string
	// key is the dotted path of the key.
	key string
	// on is the dotted path of a switch or mode without which the key has no
	// effect, and off what it says then; empty where there is none.
	on  string
	off []string
	// def is what the switch says where it is not set.
	def merlon.Truth
}

// stores are the data stores of AWS, by type.
var stores = []store{
	{typ: "aws_s3_bucket", name: "bucket"}, // see bucketKeys
	{typ: "aws_db_instance", name: "database", key: "kms_key_id", on: "storage_encrypted"},
	{typ: "aws_rds_cluster", name: "database cluster", key: "kms_key_id", on: "storage_encrypted"},
	{typ: "aws_docdb_cluster", name: "DocumentDB cluster", key: "kms_key_id", on: "storage_encrypted"},
	{typ: "aws_neptune_cluster", name: "Neptune cluster", key: "kms_key_arn", on: "storage_encrypted"},
	{typ: "aws_ebs_volume", name: "volume", key: "kms_key_id", on: "encrypted"},
	{typ: "aws_efs_file_system", name: "file system", key: "kms_key_id", on: "encrypted"},
	{typ: "aws_fsx_lustre_file_system", name: "file system", key: "kms_key_id"},
	{typ: "aws_fsx_ontap_file_system", name: "file system", key: "kms_key_id"},
	{typ: "aws_fsx_openzfs_file_system", name: "file system", key: "kms_key_id"},
	{typ: "aws_fsx_windows_file_system", name: "file system", key: "kms_key_id"},
	{typ: "aws_dynamodb_table", name: "table", key: "server_side_encryption.kms_key_arn", on: "server_side_encryption.enabled"},
	{typ: "aws_keyspaces_table", name: "table", key: "encryption_specification.kms_key_identifier"},
	{typ: "aws_timestreamwrite_database", name: "time series database", key: "kms_key_id"},
	{typ: "aws_sqs_queue", name: "queue", key: "kms_master_key_id"},
	{typ: "aws_sns_topic", name: "topic", key: "kms_master_key_id"},
	{typ: "aws_kinesis_stream", name: "stream", key: "kms_key_id", on: "encryption_type", off: []string{"NONE"}},
	{typ: "aws_kinesis_video_stream", name: "video stream", key: "kms_key_id"},
	{
		typ: "aws_kinesis_firehose_delivery_stream", name: "delivery stream", key: "server_side_encryption.key_arn",
		on: "server_side_encryption.key_type", off: []string{"AWS_OWNED_CMK"},
	},
	{typ: "aws_msk_cluster", name: "Kafka cluster", key: "encryption_info.encryption_at_rest_kms_key_arn"},
	{typ: "aws_mq_broker", name: "broker", key: "encryption_options.kms_key_id"},
	{typ: "aws_secretsmanager_secret", name: "secret", key: "kms_key_id"},
	{typ: "aws_ssm_parameter", name: "parameter", key: "key_id", on: "type", off: []string{"String", "StringList"}},
	{typ: "aws_cloudwatch_log_group", name: "log group", key: "kms_key_id"},
	{
		typ: "aws_ecr_repository", name: "image repository", key: "encryption_configuration.kms_key",
		on: "encryption_configuration.encryption_type", off: []string{"AES256"},
	},
	{typ: "aws_redshift_cluster", name: "warehouse", key: "kms_key_id", on: "encrypted", def: merlon.True},
	{typ: "aws_redshiftserverless_namespace", name: "warehouse", key: "kms_key_id"},
	{typ: "aws_elasticache_replication_group", name: "cache", key: "kms_key_id", on: "at_rest_encryption_enabled"},
	{typ: "aws_elasticache_serverless_cache", name: "cache", key: "kms_key_id"},
	{typ: "aws_memorydb_cluster", name: "in-memory database", key: "kms_key_arn"},
	{typ: "aws_opensearch_domain", name: "search domain", key: "encrypt_at_rest.kms_key_id", on: "encrypt_at_rest.enabled"},
	{typ: "aws_elasticsearch_domain", name: "search domain", key: "encrypt_at_rest.kms_key_id", on: "encrypt_at_rest.enabled"},
	{typ: "aws_backup_vault", name: "backup vault", key: "kms_key_arn"},
	{typ: "aws_cloudtrail_event_data_store", name: "event data store", key: "kms_key_id"},
	{typ: "aws_sagemaker_notebook_instance", name: "notebook", key: "kms_key_id"},
	{typ: "aws_workspaces_workspace", name: "workspace", key: "volume_encryption_key", on: "user_volume_encryption_enabled"},
}

var byType = func() map[string]store {
	m := make(map[string]store, len(stores))
	for _, s := range stores {
		m[s.typ] = s
	}
	return m
}()

func storeTypes() []string {
	var types []string
	for _, s := range stores {
		types = append(types, s.typ)
	}
	return types
}

// A keyChoice is what a store says about its key.
type keyChoice struct {
	// at is where the key is named, or missing.
	at merlon.Value
	// own says whether it is a key of the customer's.
	own merlon.Truth
	// keys are the key's resources, where they are in the estate.
	keys []*merlon.Resource
	// about are companions that the answer was read in.
	about []*merlon.Resource
}

// keyOf reads which key encrypts a store.
func keyOf(pass *merlon.Pass, r *merlon.Resource) keyChoice {
	s := byType[r.Type]
	if s.typ == "aws_s3_bucket" {
		return bucketKey(pass, r)
	}
	choice := chosen(r.Attr(strings.Split(s.key, ".")...))
	if s.on != "" {
		v := r.Attr(strings.Split(s.on, ".")...)
		if on := s.isOn(v); on != merlon.True {
			choice.at, choice.own = v, choice.own.And(on)
		}
	}
	if s.typ == "aws_ebs_volume" && choice.own == merlon.False {
		choice = defaultVolumeKey(pass, r, choice)
	}
	return choice
}

// isOn says whether the switch lets the key have its effect.
func (s store) isOn(v merlon.Value) merlon.Truth {
	switch {
	case s.off == nil:
		return v.Or(s.def)
	case v.IsNull():
		// A mode that is not set is the weakest one.
		return merlon.False
	}
	return v.Is(s.off...).Not()
}

// defaultVolumeKey is the key that encrypts new volumes of a region whose
// default encryption the estate sets up.
func defaultVolumeKey(pass *merlon.Pass, volume *merlon.Resource, choice keyChoice) keyChoice {
	if volume.Attr("kms_key_id").IsSet() {
		return choice
	}
	for byDefault := range demand.InPlaceOf(pass, volume, "aws_ebs_encryption_by_default") {
		if byDefault.Attr("enabled").Or(merlon.True) == merlon.False {
			continue
		}
		for key := range demand.InPlaceOf(pass, volume, "aws_ebs_default_kms_key") {
			choice = chosen(key.Attr("key_arn"))
			choice.about = []*merlon.Resource{byDefault, key}
		}
	}
	return choice
}

// bucketKey reads the key of a bucket from its default encryption: the old
// argument of the bucket, or the resource beside it.
func bucketKey(pass *merlon.Pass, bucket *merlon.Resource) keyChoice {
	best := keyChoice{at: bucket.Whole()}
	sse := pass.Companions(bucket, "aws_s3_bucket_server_side_encryption_configuration", "bucket")
	read := func(rules merlon.Value) {
		for rule := range rules.Elements() {
			d := rule.Attr("apply_server_side_encryption_by_default")
			if d.IsNull() {
				continue
			}
			choice := chosen(d.Attr("kms_master_key_id"))
			if kms := d.Attr("sse_algorithm").Is("aws:kms", "aws:kms:dsse"); kms != merlon.True {
				choice.at, choice.own = d.Attr("sse_algorithm"), choice.own.And(kms)
			}
			if rules.MayHaveMore() {
				choice.own = choice.own.And(merlon.Unknown)
			}
			if best.own != merlon.True {
				best = choice
			}
		}
	}
	for block := range bucket.Elements("server_side_encryption_configuration") {
		read(block.Attr("rule"))
	}
	for _, c := range sse.List {
		read(c.Attr("rule"))
		if c.Partial && !bucket.Partial {
			best.own = best.own.And(merlon.Unknown) // it may not be made
		}
		if c.Attr("rule").Len() == 0 {
			best.own = best.own.Or(merlon.Unknown) // it must have one that could not be read
		}
	}
	if len(sse.List) == 0 && len(sse.Maybe) > 0 && best.own == merlon.False {
		best.own = merlon.Unknown
	}
	best.about = sse.List
	return best
}
