// Package serverless holds the checks of serverless applications: API
// Gateway, AppSync, Lambda, Step Functions and EventBridge Scheduler.
//
// Access logs of API stages are a check of package cloudwatch, web ACLs in
// front of APIs one of package edge.
package serverless

import (
	"embed"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of this domain with their examples.
var Family = merlon.Family{
	Name: "serverless",
	Checks: []*merlon.Check{
		// API Gateway
		MethodAuthorization,
		OpenPreflight,
		RouteAuthorization,
		PublicAPIPolicy,
		WideAPIPolicy,
		APITLS,
		ClientCertificate,
		RequestValidation,
		PrivateEndpoint,
		APICORS,
		ExecutionLogging,
		DetailedMetrics,
		DataTrace,
		StageTracing,
		CacheEncryption,
		StageCache,
		MethodCache,
		ContentEncoding,
		APICreateBeforeDestroy,
		// AppSync
		AppSyncLogging,
		AppSyncFieldLogging,
		AppSyncAPIKey,
		CacheAtRest,
		CacheInTransit,
		// Lambda
		LambdaPublic,
		LambdaSource,
		LambdaPolicy,
		LambdaURLAuth,
		LambdaURLCORS,
		LambdaSecrets,
		LambdaEnvironmentKey,
		LambdaRuntime,
		LambdaCodeSigning,
		LambdaVPC,
		LambdaMultiAZ,
		LambdaConcurrency,
		LambdaDeadLetters,
		LambdaTracing,
		LambdaPassThrough,
		// Step Functions, EventBridge Scheduler
		StateMachineLogging,
		StateMachineData,
		StateMachineTracing,
		ScheduleKey,
	},
	Examples: testdata,
}
