package analytics

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

// mwaaLogs makes the check of one kind of log.
func mwaaLogs(kind, why, alias string) *merlon.Check {
	return demand.Setting(merlon.Check{
		ID:       "aws-mwaa-" + kind + "-logs",
		Title:    "MWAA environment keeps no " + kind + " logs",
		Severity: merlon.Low,
		OptIn:    true, // they cost money and are for finding faults
		STRIDE:   merlon.Repudiation,
		AAA:      merlon.Accounting,
		Why:      why,
		Fix:      `Set enabled = true in ` + kind + `_logs of logging_configuration.`,
		Sources:  []string{"https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html"},
		Aliases:  []string{alias},
	}, "keeps no "+kind+" logs",
		demand.Row{
			Type: "aws_mwaa_environment", Noun: "environment", Path: "logging_configuration." + kind + "_logs.enabled", Want: demand.On,
		},
	)
}

var (
	// MWAASchedulerLogs reports environments without logs of the scheduler.
	MWAASchedulerLogs = mwaaLogs("scheduler", `Which workflow was started when, and why one was not, cannot be told afterwards.`, "CKV_AWS_242")
	// MWAAWorkerLogs reports environments without logs of the workers.
	MWAAWorkerLogs = mwaaLogs("worker", `What the workers did, and why they failed, cannot be told afterwards.`, "CKV_AWS_243")
	// MWAAWebserverLogs reports environments without logs of the web server.
	MWAAWebserverLogs = mwaaLogs("webserver", `Who used the web interface, and for what, cannot be told afterwards.`, "CKV_AWS_244")
)

// MWAAPublic reports environments with a public web interface.
var MWAAPublic = demand.Setting(merlon.Check{
	ID:       "aws-mwaa-public",
	Title:    "MWAA web interface is on the internet",
	Severity: merlon.Medium,
	STRIDE:   merlon.ElevationOfPrivilege | merlon.DenialOfService,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `Airflow runs whatever its users tell it to, with the environment's role. Only a login stands between its interface
and the internet.`,
	Fix:     `Leave webserver_access_mode out or set it to PRIVATE_ONLY, and reach the interface from inside of the VPC.`,
	Sources: []string{"https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-networking.html"},
	Aliases: []string{"CKV2_AWS_66"},
}, "has its web interface on the internet",
	demand.Row{
		Type: "aws_mwaa_environment", Noun: "environment", Path: "webserver_access_mode", Want: demand.OneOfByDefault("PRIVATE_ONLY"),
	},
)
