// Package cloudwatch holds the checks of logs and alarms: workloads write
// their logs to log groups that somebody declared, the groups keep them long
// enough and not for ever, and alarms have somewhere to go.
package cloudwatch

import (
	"embed"

	"merlon"
)

//go:embed testdata/*/bad.tf testdata/*/good.tf
var testdata embed.FS

// Family is the checks of CloudWatch with their examples.
var Family = merlon.Family{
	Name: "cloudwatch",
	Checks: append([]*merlon.Check{
		LogGroupRetention,
		LogGroupRetentionLength,
		LogGroupCustomerKey,
		AlarmActionsEnabled,
		AlarmActions,
		UnwatchedMetric,
		TaskLogs,
		FunctionLogGroup,
		StageLogs,
		FlowLogGroup,
		DatabaseLogGroup,
	}, trailAlarms()...),
	Examples: testdata,
}

// given says whether a name, ARN or key was given: one that is known only at
// apply because it belongs to a resource of the estate is.
func given(v merlon.Value) merlon.Truth {
	if v.IsNull() {
		return merlon.False
	}
	if text, ok := v.Text(); ok {
		return merlon.TruthOf(text != "")
	}
	if len(v.Refs()) > 0 {
		return merlon.True
	}
	// A text around an unknown part is not empty, whatever the part is.
	doc, _ := v.Document()
	if !merlon.HasPlaceholder(doc[:min(len(doc), len("⟦"))]) && doc != "" {
		return merlon.True
	}
	return merlon.Unknown
}
