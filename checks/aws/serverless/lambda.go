package serverless

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceLambda      = "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html"
	sourceLambdaXRay  = "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html"
	sourceEnvironment = "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html"
)

func function(path string, want demand.Want) demand.Row {
	return demand.Row{Type: "aws_lambda_function", Noun: "function", Path: path, Want: want}
}

// LambdaTracing reports functions without any tracing.
var LambdaTracing = demand.Setting(merlon.Check{
	ID:       "aws-lambda-tracing",
	Title:    "Lambda function has no X-Ray tracing",
	Severity: merlon.Info,
	OptIn:    true, // traces are for finding faults
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Traces show which services a request went through, and where it was slow or failed.`,
	Fix:      `Add a tracing_config block with mode = "Active".`,
	Sources:  []string{sourceLambdaXRay, sourceLambda},
	Aliases:  []string{"CKV_AWS_50", "AVD-AWS-0066", "AC_AWS_0163", "AC_AWS_0485", "aws-lambda-enable-tracing"},
}, "has no X-Ray tracing", function("tracing_config.mode", demand.Given))

// LambdaPassThrough reports functions that start no traces of their own.
var LambdaPassThrough = demand.Setting(merlon.Check{
	ID:       "aws-lambda-active-tracing",
	Title:    "Lambda function is traced only where its caller is",
	Severity: merlon.Info,
	OptIn:    true, // traces are for finding faults
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `In the mode PassThrough a function's calls show up in X-Ray only where the caller chose the request for a trace.`,
	Fix:      `Set mode = "Active" in tracing_config.`,
	Sources:  []string{sourceLambdaXRay},
	Aliases:  []string{"AVD-AWS-0066", "AC_AWS_0163", "AC_AWS_0485", "aws-lambda-enable-tracing"},
}, "is traced only where its caller is", function("tracing_config.mode", demand.NoneOf("PassThrough")))

// LambdaEnvironmentKey reports functions whose environment is not under a
// customer's key.
var LambdaEnvironmentKey = demand.Setting(merlon.Check{
	ID:       "aws-lambda-environment-customer-key",
	Title:    "Lambda environment is not encrypted with a customer's key",
	Severity: merlon.Low,
	OptIn:    true, // AWS encrypts with a key of its own by default, and secrets do not belong there
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `With a key of one's own one says who may read the variables: everybody else sees the function without them.`,
	Fix:      `Set kms_key_arn to an aws_kms_key.`,
	Sources:  []string{sourceEnvironment},
	Aliases:  []string{"CKV_AWS_173", "AC_AWS_0483"},
}, "does not encrypt its environment with a customer's key", demand.Row{
	Type: "aws_lambda_function", Noun: "function", Path: "kms_key_arn", Want: demand.CustomerKey,
	// An empty key that somebody wrote down was meant to be one.
	When: func(v merlon.Value) merlon.Truth {
		return demand.Given(v.Attr("environment")).Or(merlon.TruthOf(v.Attr("kms_key_arn").IsSet()))
	},
})

// LambdaConcurrency reports functions that may take all of the account's
// concurrency.
var LambdaConcurrency = demand.Setting(merlon.Check{
	ID:       "aws-lambda-concurrency",
	Title:    "Lambda function has no concurrency limit",
	Severity: merlon.Info,
	OptIn:    true, // a reservation takes concurrency from the other functions
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `One function that is called too often uses up the account's concurrency, and the others are refused.`,
	Fix:      `Set reserved_concurrent_executions.`,
	Sources:  []string{"https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html"},
	Aliases:  []string{"CKV_AWS_115"},
}, "has no concurrency limit", function("reserved_concurrent_executions", demand.AtLeast(0, -1)))

// LambdaDeadLetters reports functions that lose failed events.
var LambdaDeadLetters = demand.Companion(merlon.Check{
	ID:       "aws-lambda-dlq",
	Title:    "Lambda function has no destination for failed events",
	Severity: merlon.Low,
	OptIn:    true, // only for asynchronous calls
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability | merlon.Integrity,
	Why:      `An event that fails three times is thrown away.`,
	Fix:      `Add a dead_letter_config block with a queue or topic, or an aws_lambda_function_event_invoke_config with an on_failure destination.`,
	Sources:  []string{"https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html"},
	Aliases:  []string{"CKV_AWS_116"},
}, "has no destination for failed events", demand.CompanionRow{
	Type: "aws_lambda_function", Noun: "function", Own: "dead_letter_config.target_arn",
	Links: []demand.Link{{
		Type: "aws_lambda_function_event_invoke_config", Path: "function_name",
		Want: demand.At("destination_config.on_failure.destination", demand.Given),
	}},
})

// LambdaVPC reports functions outside of a VPC.
var LambdaVPC = demand.Setting(merlon.Check{
	ID:       "aws-lambda-in-vpc",
	Title:    "Lambda function is not in a VPC",
	Severity: merlon.Info,
	OptIn:    true, // a function is in a VPC of AWS; only what talks to private addresses needs one of its own
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `Outside of a VPC no security group, endpoint policy or flow log says where the function may send data.`,
	Fix:      `Add a vpc_config block with private subnets and a security group.`,
	Sources:  []string{"https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html", sourceLambda},
	Aliases:  []string{"CKV_AWS_117", "AC_AWS_0486"},
}, "is not in a VPC", function("vpc_config.subnet_ids", demand.Given)) // without subnets the block has no effect

// LambdaCodeSigning reports functions that run unsigned code.
var LambdaCodeSigning = demand.Setting(merlon.Check{
	ID:       "aws-lambda-code-signing",
	Title:    "Lambda function runs unsigned code",
	Severity: merlon.Low,
	OptIn:    true, // takes a signing profile and a step in the pipeline
	STRIDE:   merlon.Tampering | merlon.ElevationOfPrivilege,
	CIA:      merlon.Integrity,
	Why:      `Whoever may update the function, or write to the bucket its package comes from, has his own code run with its role.`,
	Fix:      `Make an aws_lambda_code_signing_config and set code_signing_config_arn.`,
	Sources:  []string{"https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html"},
	Aliases:  []string{"CKV_AWS_272"},
}, "runs unsigned code", demand.Row{
	Type: "aws_lambda_function", Noun: "function", Path: "code_signing_config_arn", Want: demand.Given,
	// Container images are not signed this way.
	When: demand.At("package_type", demand.NoneOf("Image")),
})

// deprecated are the runtimes that Lambda no longer patches, as of November 2026.
// Those on Amazon Linux 2 that AWS still patches are not among them.
var deprecated = []string{
	"dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "dotnetcore3.1", "dotnet5.0", "dotnet6", "dotnet7", "dotnet8",
	"go1.x", "java8",
	"nodejs", "nodejs4.3", "nodejs4.3-edge", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x", "nodejs14.x", "nodejs16.x", "nodejs18.x", "nodejs20.x",
	"provided",
	"python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "python3.10",
	"ruby2.5", "ruby2.7", "ruby3.2",
}

// LambdaRuntime reports functions on runtimes that are not patched any more.
var LambdaRuntime = &merlon.Check{
	ID:       "aws-lambda-runtime",
	Title:    "Lambda runtime is deprecated",
	Severity: merlon.Medium,
	Targets:  []string{"aws_lambda_function"},
	STRIDE:   merlon.ElevationOfPrivilege | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `AWS no longer patches the runtime: what is found in the language or its libraries stays open. After a while the function cannot be updated.`,
	Fix:      `Move the function to a supported version of the runtime.`,
	Sources:  []string{"https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html", sourceLambda},
	Aliases:  []string{"CKV_AWS_363"},
	Run: func(pass *merlon.Pass, f *merlon.Resource) {
		v := f.Attr("runtime")
		text, known := v.Text()
		if !known {
			text = "a runtime that is not known"
		}
		pass.Require(v.Is(deprecated...).Not(), v, "function %q runs on %s", f.Name, text)
	},
}

// LambdaMultiAZ reports functions in a VPC that stand in one subnet.
var LambdaMultiAZ = demand.Setting(merlon.Check{
	ID:       "aws-lambda-multi-az",
	Title:    "Lambda function has subnets in one availability zone only",
	Severity: merlon.Low,
	OptIn:    true, // what a function reaches in its VPC often stands in one zone itself
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `When the zone of its only subnet fails, the function does not run.`,
	Fix:      `Name subnets of two zones or more in vpc_config.subnet_ids.`,
	Sources:  []string{"https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html", sourceLambda},
}, "has one subnet only",
	demand.Row{
		Type: "aws_lambda_function", Noun: "function", Path: "vpc_config.subnet_ids",
		When: demand.At("vpc_config", demand.Given),
		Want: func(v merlon.Value) merlon.Truth {
			// Without any subnet it is in no VPC.
			return demand.Several(v).Or(merlon.TruthOf(v.Len() == 0 && !v.MayHaveMore()))
		},
	},
)
