package serverless

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const (
	sourceStates     = "https://docs.aws.amazon.com/securityhub/latest/userguide/stepfunctions-controls.html"
	sourceStatesLogs = "https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html"
)

func stateMachine(path string, want demand.Want) demand.Row {
	return demand.Row{Type: "aws_sfn_state_machine", Noun: "state machine", Path: path, Want: want}
}

// StateMachineTracing reports state machines without X-Ray.
var StateMachineTracing = demand.Setting(merlon.Check{
	ID:       "aws-sfn-tracing",
	Title:    "Step Functions state machine has no X-Ray tracing",
	Severity: merlon.Info,
	OptIn:    true, // traces are for finding faults
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Traces show which services an execution went through, and where it was slow or failed.`,
	Fix:      `Add a tracing_configuration block with enabled = true.`,
	Sources:  []string{"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html"},
	Aliases:  []string{"CKV_AWS_284"},
}, "has no X-Ray tracing", stateMachine("tracing_configuration.enabled", demand.On))

// StateMachineLogging reports state machines that log nothing.
var StateMachineLogging = demand.Setting(merlon.Check{
	ID:       "aws-sfn-logging",
	Title:    "Step Functions state machine writes no logs",
	Severity: merlon.Low,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `The history of a standard execution is gone after 90 days; an express execution leaves none at all.`,
	Fix:      `Add a logging_configuration block with a log group in log_destination and level = "ERROR".`,
	Sources:  []string{sourceStatesLogs, sourceStates},
	Aliases:  []string{"CKV_AWS_285"},
}, "writes no logs", stateMachine("logging_configuration.level", demand.OneOf("ALL", "ERROR", "FATAL")))

// StateMachineData reports state machines whose logs leave the data out.
var StateMachineData = demand.Setting(merlon.Check{
	ID:       "aws-sfn-execution-data",
	Title:    "Step Functions logs leave the execution's data out",
	Severity: merlon.Info,
	OptIn:    true, // inputs and results may be personal, and are better kept out of logs
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `The log shows that a step failed, but not on what input.`,
	Fix:      `Set include_execution_data = true in logging_configuration.`,
	Sources:  []string{sourceStatesLogs},
	Aliases:  []string{"CKV_AWS_285"},
}, "leaves the execution's data out of its logs", stateMachine("logging_configuration.include_execution_data", demand.On))

// ScheduleKey reports schedules under a key of AWS.
var ScheduleKey = demand.Setting(merlon.Check{
	ID:       "aws-scheduler-customer-key",
	Title:    "EventBridge schedule is not encrypted with a customer's key",
	Severity: merlon.Low,
	OptIn:    true, // AWS encrypts with a key of its own by default
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `With a key of one's own one says who may read the schedule's input, sees who did, and can take the right away.`,
	Fix:      `Set kms_key_arn to an aws_kms_key.`,
	Sources:  []string{"https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html"},
	Aliases:  []string{"CKV_AWS_297"},
}, "is not encrypted with a customer's key",
	demand.Row{Type: "aws_scheduler_schedule", Noun: "schedule", Path: "kms_key_arn", Want: demand.CustomerKey})
