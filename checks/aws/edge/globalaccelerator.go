package edge

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

// AcceleratorFlowLogs reports accelerators without flow logs.
var AcceleratorFlowLogs = demand.Setting(merlon.Check{
	ID:       "aws-globalaccelerator-flow-logs",
	Title:    "Global Accelerator writes no flow logs",
	Severity: merlon.Low,
	OptIn:    true, // the logs of the endpoints behind it tell more
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Without flow logs nobody can tell which addresses came in by the accelerator.`,
	Fix:      `Set flow_logs_enabled = true in the attributes block, with flow_logs_s3_bucket and flow_logs_s3_prefix.`,
	Sources:  []string{"https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html"},
	Aliases:  []string{"CKV_AWS_75", "AC_AWS_0471"},
}, "writes no flow logs",
	demand.Row{Type: "aws_globalaccelerator_accelerator", Noun: "accelerator", Path: "attributes.flow_logs_enabled", Want: demand.On},
	demand.Row{Type: "aws_globalaccelerator_custom_routing_accelerator", Noun: "accelerator", Path: "attributes.flow_logs_enabled", Want: demand.On})
