package cloudwatch

import (
	"slices"
	"strings"

	"merlon"
)

const sourceAlarms = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html"

var alarms = []string{"aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"}

// AlarmActionsEnabled reports alarms whose actions are switched off.
var AlarmActionsEnabled = &merlon.Check{
	ID:       "aws-cloudwatch-alarm-actions-enabled",
	Title:    "CloudWatch alarm has its actions switched off",
	Severity: merlon.Medium,
	Targets:  alarms,
	STRIDE:   merlon.Repudiation,
	CIA:      merlon.Availability,
	AAA:      merlon.Accounting,
	Why:      `The alarm turns red and tells nobody. Actions are switched off for a night's work and forgotten.`,
	Fix:      `Remove actions_enabled, or set it to true.`,
	Sources:  []string{sourceAlarms, "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"},
	Aliases:  []string{"CKV_AWS_319"},
	Run: func(pass *merlon.Pass, alarm *merlon.Resource) {
		v := alarm.Attr("actions_enabled")
		pass.Require(v.Or(merlon.True), v, "actions of alarm %q are switched off", alarm.Name)
	},
}

// AlarmActions reports alarms that have nowhere to go.
var AlarmActions = &merlon.Check{
	ID:       "aws-cloudwatch-alarm-actions",
	Title:    "CloudWatch alarm has no action",
	Severity: merlon.Low,
	Targets:  []string{"aws_cloudwatch_metric_alarm"},
	STRIDE:   merlon.Repudiation,
	CIA:      merlon.Availability,
	AAA:      merlon.Accounting,
	Why: `An alarm without an action changes its colour in a console that nobody looks at. An alarm that a composite
alarm reads needs none of its own.`,
	Fix:     `Set alarm_actions to a topic that reaches somebody, or let a composite alarm read the alarm.`,
	Sources: []string{sourceAlarms, "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"},
	Run: func(pass *merlon.Pass, alarm *merlon.Resource) {
		v := alarm.Attr("alarm_actions")
		if v.IsUnknown() {
			if len(v.Refs()) == 0 {
				pass.Undecided(v)
			}
			return
		}
		if v.Len() == 0 && !inComposite(pass, alarm) {
			pass.Reportf(v, "alarm %q has no action", alarm.Name)
		}
	},
}

// inComposite reports whether a composite alarm reads the alarm.
func inComposite(pass *merlon.Pass, alarm *merlon.Resource) bool {
	name, named := alarm.Attr("alarm_name").Text()
	for composite := range pass.Estate.OfType("aws_cloudwatch_composite_alarm") {
		rule := composite.Attr("alarm_rule")
		if slices.Contains(rule.Targets(), alarm) {
			return true
		}
		if text, ok := rule.Document(); ok && named && strings.Contains(text, name) {
			return true
		}
	}
	return false
}

// UnwatchedMetric reports metric filters whose metric no alarm watches.
var UnwatchedMetric = &merlon.Check{
	ID:       "aws-cloudwatch-unwatched-metric",
	Title:    "No alarm watches the metric of a log metric filter",
	Severity: merlon.Low,
	OptIn:    true, // the metric may feed a dashboard, or an alarm made elsewhere
	Targets:  []string{"aws_cloudwatch_log_metric_filter"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `A filter counts what happens in the logs. Unless an alarm watches the count, nobody learns of it.`,
	Fix:      `Add an aws_cloudwatch_metric_alarm on the filter's metric name and namespace.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html"},
	Run: func(pass *merlon.Pass, filter *merlon.Resource) {
		for metric := range filter.Elements("metric_transformation") {
			watched := merlon.False
			for alarm := range pass.Estate.OfType("aws_cloudwatch_metric_alarm") {
				watched = watched.Or(watches(alarm, metric))
			}
			name := metric.Attr("name")
			pass.Require(watched, name, "no alarm watches the metric of filter %q", filter.Name)
		}
	},
}

// watches says whether the alarm looks at the metric, by itself or in a query.
func watches(alarm *merlon.Resource, metric merlon.Value) merlon.Truth {
	same := func(name, namespace merlon.Value) merlon.Truth {
		return equal(name, metric.Attr("name")).And(equal(namespace, metric.Attr("namespace")))
	}
	t := same(alarm.Attr("metric_name"), alarm.Attr("namespace"))
	for m := range alarm.Elements("metric_query", "metric") {
		t = t.Or(same(m.Attr("metric_name"), m.Attr("namespace")))
	}
	// metric_name = aws_cloudwatch_log_metric_filter.x.metric_transformation[0].name
	for _, target := range alarm.Attr("metric_name").Targets() {
		t = t.Or(merlon.TruthOf(target == metric.Resource()))
	}
	return t
}

func equal(a, b merlon.Value) merlon.Truth {
	x, okA := a.Text()
	y, okB := b.Text()
	switch {
	case okA && okB:
		return merlon.TruthOf(x == y)
	case a.IsUnknown() || b.IsUnknown():
		return merlon.Unknown
	}
	return merlon.False
}
