package serverless

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceAppSync     = "https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html"
	sourceAppSyncLogs = "https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html"
)

// AppSyncLogging reports GraphQL APIs that log nothing.
var AppSyncLogging = demand.Setting(merlon.Check{
	ID:       "aws-appsync-logging",
	Title:    "AppSync API writes no logs",
	Severity: merlon.Low,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Without logs nobody can tell who asked the API for what.`,
	Fix:      `Add a log_config block with cloudwatch_logs_role_arn and field_log_level.`,
	Sources:  []string{sourceAppSyncLogs},
	Aliases:  []string{"CKV_AWS_193"},
}, "writes no logs",
	demand.Row{Type: "aws_appsync_graphql_api", Noun: "API", Path: "log_config.cloudwatch_logs_role_arn", Want: demand.Given})

// AppSyncFieldLogging reports GraphQL APIs that do not log fields.
var AppSyncFieldLogging = demand.Setting(merlon.Check{
	ID:       "aws-appsync-field-logging",
	Title:    "AppSync API does not log on the level of fields",
	Severity: merlon.Info,
	OptIn:    true, // errors of resolvers are for finding faults; the full level also logs data
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `The request's log does not show which resolver failed or was refused.`,
	Fix:      `Set field_log_level = "ERROR" in log_config.`,
	Sources:  []string{sourceAppSyncLogs, sourceAppSync},
	Aliases:  []string{"CKV_AWS_194"},
}, "does not log on the level of fields",
	demand.Row{Type: "aws_appsync_graphql_api", Noun: "API", Path: "log_config.field_log_level", Want: demand.OneOf("ALL", "ERROR", "INFO", "DEBUG")})

func appSyncCache(id, title, alias, says, path, why string) *merlon.Check {
	return demand.Setting(merlon.Check{
		ID:       id,
		Title:    title,
		Severity: merlon.Low,
		OptIn:    true, // AWS encrypts every cache by now, whatever the setting says
		STRIDE:   merlon.InformationDisclosure,
		CIA:      merlon.Confidentiality,
		Why:      why,
		Fix:      `Set ` + path + ` = true; the cache is made anew.`,
		Sources:  []string{"https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html", sourceAppSync},
		Aliases:  []string{alias},
	}, says, demand.Row{Type: "aws_appsync_api_cache", Noun: "cache", Path: path, Want: demand.On})
}

var (
	// CacheAtRest reports caches that do not ask to be encrypted.
	CacheAtRest = appSyncCache("aws-appsync-cache-encryption-at-rest", "AppSync cache does not ask for encryption at rest", "CKV_AWS_214",
		"does not ask for encryption at rest", "at_rest_encryption_enabled", `Answers of the API, personal ones among them, lie in the cache.`)
	// CacheInTransit reports caches that do not ask for TLS.
	CacheInTransit = appSyncCache("aws-appsync-cache-encryption-in-transit", "AppSync cache does not ask for encryption in transit", "CKV_AWS_215",
		"does not ask for encryption in transit", "transit_encryption_enabled", `Answers of the API travel between AppSync and its cache.`)
)

// AppSyncAPIKey reports GraphQL APIs that a key alone opens.
var AppSyncAPIKey = demand.Setting(merlon.Check{
	ID:       "aws-appsync-api-key",
	Title:    "AppSync API lets clients in with an API key",
	Severity: merlon.Medium,
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `The key stands in every copy of the application, so that everybody has it: it tells nobody apart, and what it may call
is public.`,
	Fix:     `Set authentication_type to AMAZON_COGNITO_USER_POOLS, OPENID_CONNECT, AWS_IAM or AWS_LAMBDA.`,
	Sources: []string{"https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html", sourceAppSync},
}, "lets clients in with an API key",
	demand.Row{Type: "aws_appsync_graphql_api", Noun: "API", Path: "authentication_type", Want: demand.NoneOf("API_KEY")},
	demand.Row{
		Type: "aws_appsync_graphql_api", Noun: "API", Each: "additional_authentication_provider", Path: "authentication_type",
		Want: demand.NoneOf("API_KEY"),
	},
)
