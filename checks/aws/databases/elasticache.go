package databases

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/version"
)

const (
	sourceElastiCacheAtRest    = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html"
	sourceElastiCacheInTransit = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html"
	sourceElastiCacheBackups   = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html"
	sourceElastiCacheVPC       = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VPCs.html"
)

// onInReplica wants a switch of a replication group to be on. A secondary of a
// global datastore takes it over from the primary, which may stand elsewhere.
func onInReplica(v merlon.Value) merlon.Truth {
	if v.IsNull() && demand.Given(v.Resource().Attr("global_replication_group_id")) != merlon.False {
		return merlon.Unknown
	}
	return v.Truth()
}

// standsAlone holds for clusters that are not members of a replication group:
// a member has the group's engine, version and settings.
var standsAlone = demand.At("replication_group_id", demand.Absent)

func notMemcached(v merlon.Value) merlon.Truth { return v.Attr("engine").Is("memcached").Not() }

// ElastiCacheEncryption reports replication groups that write in clear.
var ElastiCacheEncryption = demand.Setting(merlon.Check{
	ID:       "aws-elasticache-encryption",
	Title:    "ElastiCache replication group is not encrypted at rest",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `What the cache writes to disk for syncs, swaps and backups is in clear. Redis OSS groups are encrypted only if
they ask for it, and only when they are made; Valkey groups are unless they refuse.`,
	Fix:     `Set at_rest_encryption_enabled = true.`,
	Sources: []string{sourceElastiCacheAtRest, controls("elasticache")},
	Aliases: []string{"CKV_AWS_29", "AVD-AWS-0045", "AC_AWS_0466", "aws-elasticache-enable-at-rest-encryption"},
}, "is not encrypted at rest",
	demand.Row{
		Type: "aws_elasticache_replication_group", Noun: "replication group", Path: "at_rest_encryption_enabled",
		Want: func(v merlon.Value) merlon.Truth {
			if v.IsNull() {
				return onInReplica(v).Or(v.Resource().Attr("engine").Is("valkey"))
			}
			return v.Truth()
		},
	},
)

// ElastiCacheCustomerKey reports caches without a key of the customer's own.
var ElastiCacheCustomerKey = demand.Setting(merlon.Check{
	ID:       "aws-elasticache-customer-key",
	Title:    "ElastiCache cache is not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // aws-data-confidential-key asks for keys where the data need them
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why:      `With a key of one's own, the key's policy says who may restore a backup, and leave can be taken back.`,
	Fix:      `Set at_rest_encryption_enabled = true and kms_key_id.`,
	Sources:  []string{sourceElastiCacheAtRest},
	Aliases:  []string{"CKV_AWS_191"},
}, "names no customer-managed key",
	demand.Row{Type: "aws_elasticache_replication_group", Noun: "replication group", Path: "kms_key_id", Want: demand.CustomerKey},
	demand.Row{Type: "aws_elasticache_serverless_cache", Noun: "serverless cache", Path: "kms_key_id", Want: demand.CustomerKey},
)

// ElastiCacheTransitEncryption reports replication groups that talk in clear.
var ElastiCacheTransitEncryption = demand.Setting(merlon.Check{
	ID:       "aws-elasticache-transit-encryption",
	Title:    "ElastiCache replication group is not encrypted in transit",
	Severity: merlon.High,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why: `Sessions, tokens and whatever else is cached cross the network in clear, between nodes too. Passwords for the
cache need TLS.`,
	Fix:     `Set transit_encryption_enabled = true.`,
	Sources: []string{sourceElastiCacheInTransit, controls("elasticache")},
	// CKV_AWS_31 wants a login and, because none works without it, TLS.
	Aliases: []string{"CKV_AWS_30", "CKV_AWS_31", "AVD-AWS-0051", "AC_AWS_0467", "aws-elasticache-enable-in-transit-encryption"},
}, "is not encrypted in transit",
	demand.Row{Type: "aws_elasticache_replication_group", Noun: "replication group", Path: "transit_encryption_enabled", Want: onInReplica},
)

// ElastiCachePlainConnections reports replication groups that take connections
// without TLS beside those with it.
var ElastiCachePlainConnections = demand.Setting(merlon.Check{
	ID:       "aws-elasticache-plain-connections",
	Title:    "ElastiCache replication group still takes connections without TLS",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why: `The mode preferred is a step on the way to TLS. Until it ends, a client that is set up wrongly talks in clear,
and nobody notices.`,
	Fix:     `Set transit_encryption_mode = "required" once all clients use TLS.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-enable.html"},
}, "takes connections without TLS",
	demand.Row{
		Type: "aws_elasticache_replication_group", Noun: "replication group", Path: "transit_encryption_mode",
		Want: demand.NoneOf("preferred"), When: demand.At("transit_encryption_enabled", demand.On),
	},
)

// ElastiCacheAuthentication reports caches without a login.
var ElastiCacheAuthentication = demand.Setting(merlon.Check{
	ID:       "aws-elasticache-authentication",
	Title:    "ElastiCache cache lets clients in without a password",
	Severity: merlon.Medium,
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authentication,
	Why: `Whoever reaches the port can read and change everything: one server that can be made to send requests is
enough. Passwords and user groups work only with encryption in transit.`,
	Fix: `Set transit_encryption_enabled = true and auth_token, or better user_group_ids with users of their own; user_group_id of a
serverless cache.`,
	Sources: []string{
		"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html",
		"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html", controls("elasticache"),
	},
	Aliases: []string{"CKV_AWS_31"},
}, "lets clients in without a password",
	demand.Row{
		Type: "aws_elasticache_replication_group", Noun: "replication group", Path: "auth_token",
		Want: func(v merlon.Value) merlon.Truth {
			group := v.Resource()
			return demand.Given(v).Or(demand.Given(group.Attr("auth_token_wo")), demand.Given(group.Attr("user_group_ids")))
		},
	},
	demand.Row{
		Type: "aws_elasticache_serverless_cache", Noun: "serverless cache", Path: "user_group_id", Want: demand.Given,
		When: notMemcached, // which knows no logins
	},
)

// ElastiCacheBackups reports caches without backups.
var ElastiCacheBackups = demand.Setting(merlon.Check{
	ID:       "aws-elasticache-backups",
	Title:    "ElastiCache cache has no backups",
	Severity: merlon.Low,
	OptIn:    true, // what is only a cache can be filled again
	STRIDE:   merlon.DenialOfService | merlon.Tampering,
	CIA:      merlon.Availability | merlon.Integrity,
	Why:      `Where the cache holds what stands nowhere else, such as sessions or queues, it is gone with its nodes.`,
	Fix:      `Set snapshot_retention_limit to the days that backups are kept.`,
	Sources:  []string{sourceElastiCacheBackups, controls("elasticache")},
	Aliases:  []string{"CKV_AWS_134", "AVD-AWS-0050", "aws-elasticache-enable-backup-retention"},
}, "has no backups",
	demand.Row{
		Type: "aws_elasticache_cluster", Noun: "cluster", Path: "snapshot_retention_limit", Want: demand.AtLeast(1, 0),
		When: func(v merlon.Value) merlon.Truth {
			// Nodes of this type cannot be backed up.
			return standsAlone(v).And(notMemcached(v), v.Attr("node_type").Is("cache.t1.micro").Not())
		},
	},
	demand.Row{
		Type: "aws_elasticache_replication_group", Noun: "replication group", Path: "snapshot_retention_limit",
		Want: demand.AtLeast(1, 0), When: demand.At("node_type", demand.NoneOf("cache.t1.micro")),
	},
)

// ElastiCacheFailover reports replication groups that do not fail over.
var ElastiCacheFailover = demand.Setting(merlon.Check{
	ID:       "aws-elasticache-failover",
	Title:    "ElastiCache replication group does not fail over by itself",
	Severity: merlon.Low,
	OptIn:    true, // takes a second node
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `When the primary fails, writes fail until somebody promotes a replica.`,
	Fix:      `Set automatic_failover_enabled = true and num_cache_clusters to 2 or more, with multi_az_enabled = true.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html", controls("elasticache")},
	Aliases:  []string{"CKV2_AWS_50"},
}, "does not fail over by itself",
	demand.Row{Type: "aws_elasticache_replication_group", Noun: "replication group", Path: "automatic_failover_enabled", Want: onInReplica},
)

// ElastiCacheCrossZone reports clusters whose nodes stand in one zone.
var ElastiCacheCrossZone = demand.Setting(merlon.Check{
	ID:       "aws-elasticache-cross-zone",
	Title:    "ElastiCache cluster stands in one availability zone",
	Severity: merlon.Low,
	OptIn:    true, // traffic between zones costs
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `When the zone fails the whole cache is gone, and all its load falls on the database behind it.`,
	Fix:      `Set az_mode = "cross-az", with num_cache_nodes of 2 or more.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/FaultTolerance.html"},
	Aliases:  []string{"AC_AWS_0104"},
}, "stands in one availability zone",
	demand.Row{
		Type: "aws_elasticache_cluster", Noun: "cluster", Path: "az_mode", Want: demand.OneOf("cross-az"),
		When: func(v merlon.Value) merlon.Truth {
			// A single node says nothing about zones unless somebody wrote it down.
			stated := merlon.TruthOf(v.Attr("az_mode").IsSet())
			return standsAlone(v).And(stated.Or(demand.AtLeast(2, 1)(v.Attr("num_cache_nodes"))))
		},
	},
)

// ElastiCacheMinorUpgrades reports caches that refuse minor upgrades.
var ElastiCacheMinorUpgrades = demand.Setting(merlon.Check{
	ID:       "aws-elasticache-minor-upgrades",
	Title:    "ElastiCache cache refuses minor upgrades",
	Severity: merlon.Low,
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Availability,
	Why:      `Minor versions bring security fixes. A cache that refuses them waits for somebody to remember it.`,
	Fix:      `Leave auto_minor_version_upgrade out, or set it to true.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html", controls("elasticache")},
	Aliases:  []string{"CKV_AWS_322"},
}, "refuses minor upgrades",
	demand.Row{
		Type: "aws_elasticache_cluster", Noun: "cluster", Path: "auto_minor_version_upgrade", Want: demand.OnByDefault,
		When: notMemcached, // there the switch has no effect
	},
	demand.Row{
		Type: "aws_elasticache_replication_group", Noun: "replication group", Path: "auto_minor_version_upgrade",
		Want: demand.OnByDefault,
	},
)

// oldRedis makes a check that asks for a Redis OSS version.
func oldRedis(c merlon.Check, says string, least ...int) *merlon.Check {
	c.STRIDE = merlon.ElevationOfPrivilege | merlon.InformationDisclosure
	c.CIA = merlon.Confidentiality | merlon.Integrity
	c.Fix = `Set engine_version to a version that is supported, or move to Valkey.`
	notOld := func(v merlon.Value) merlon.Truth { return version.Before(v, least...).Not() }
	// The engine of a replication group is Redis OSS unless it says.
	redis := demand.At("engine", demand.OneOfByDefault("redis"))
	return demand.Setting(c, says,
		demand.Row{Type: "aws_elasticache_cluster", Noun: "cluster", Path: "engine_version", Want: notOld, When: demand.Both(standsAlone, redis)},
		demand.Row{Type: "aws_elasticache_replication_group", Noun: "replication group", Path: "engine_version", Want: notOld, When: redis},
	)
}

var (
	// ElastiCacheAncientVersion reports versions from before encryption.
	ElastiCacheAncientVersion = oldRedis(merlon.Check{
		ID:       "aws-elasticache-ancient-version",
		Title:    "ElastiCache runs a Redis OSS version before 4.0.10",
		Severity: merlon.Medium,
		OptIn:    true, // aws-elasticache-unsupported-version reports these and more
		Why:      `Before 4.0.10 a cache can be encrypted in one version only, and none of them gets fixes any more.`,
		Sources:  []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/elasticache-compliance.html"},
		Aliases:  []string{"AC_AWS_0102"},
	}, "runs a Redis OSS version before 4.0.10", 4, 0, 10)
	// ElastiCacheUnsupportedVersion reports versions without fixes.
	ElastiCacheUnsupportedVersion = oldRedis(merlon.Check{
		ID:       "aws-elasticache-unsupported-version",
		Title:    "ElastiCache runs a Redis OSS version out of standard support",
		Severity: merlon.Low,
		Why: `Standard support for Redis OSS 4 and 5 ended in January 2026. Since then AWS puts such caches into Extended
Support by itself: fixes for critical flaws only, for a surcharge, and not for ever.`,
		Sources: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/extended-support.html"},
	}, "runs a Redis OSS version out of standard support", 6)
)

// ElastiCacheSubnetGroup reports caches in the default VPC.
var ElastiCacheSubnetGroup = demand.Setting(merlon.Check{
	ID:       "aws-elasticache-subnet-group",
	Title:    "ElastiCache cache stands in the default subnet group",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why: `Without a subnet group of its own the cache stands in the default VPC, with everything that was started there
without a thought, in subnets that are all public.`,
	Fix:     `Set subnet_group_name to an aws_elasticache_subnet_group of private subnets.`,
	Sources: []string{sourceElastiCacheVPC, controls("elasticache")},
	Aliases: []string{"CKV_AWS_323"},
}, "stands in the default subnet group",
	demand.Row{
		Type: "aws_elasticache_cluster", Noun: "cluster", Path: "subnet_group_name",
		Want: ownSubnetGroup, When: standsAlone,
	},
	demand.Row{
		Type: "aws_elasticache_replication_group", Noun: "replication group", Path: "subnet_group_name",
		Want: ownSubnetGroup,
	},
)

func ownSubnetGroup(v merlon.Value) merlon.Truth {
	return demand.Given(v).And(v.Is("default").Not().Or(merlon.TruthOf(v.IsUnknown())))
}

// ElastiCacheMemcached reports Memcached clusters.
var ElastiCacheMemcached = demand.Setting(merlon.Check{
	ID:       "aws-elasticache-memcached",
	Title:    "ElastiCache cluster is Memcached",
	Severity: merlon.Info,
	OptIn:    true, // an engine like others, for data that need no protection
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `Memcached has no logins, no encryption at rest and no backups.`,
	Fix:      `Use an aws_elasticache_replication_group with the engine valkey or redis.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SelectEngine.html"},
	Aliases:  []string{"AC_AWS_0103"},
}, "is Memcached",
	demand.Row{Type: "aws_elasticache_cluster", Noun: "cluster", Path: "engine", Want: demand.NoneOf("memcached")},
)

// ElastiCacheClassicSecurityGroup reports security groups of EC2-Classic.
var ElastiCacheClassicSecurityGroup = demand.ClassicGroup(merlon.Check{
	ID:      "aws-elasticache-classic-security-group",
	Title:   "ElastiCache security group of EC2-Classic",
	Sources: []string{sourceElastiCacheVPC},
	Aliases: []string{"CKV_AWS_196"},
}, "cache", "aws_elasticache_security_group")

// ElastiCacheSecurityGroupDescription reports groups that nobody described.
var ElastiCacheSecurityGroupDescription = demand.Setting(merlon.Check{
	ID:       "aws-elasticache-security-group-description",
	Title:    "ElastiCache security group has no description",
	Severity: merlon.Info,
	OptIn:    true, // the resource cannot be made any more
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Nobody dares to remove a group whose purpose is not written down. Terraform's default text tells nothing.`,
	Fix:      `Set description to what the group is for.`,
	Sources:  []string{sourceElastiCacheVPC},
	Aliases:  []string{"AVD-AWS-0049", "aws-elasticache-add-description-for-security-group"},
}, "has no description",
	demand.Row{Type: "aws_elasticache_security_group", Noun: "security group", Path: "description", Want: demand.Described},
)
