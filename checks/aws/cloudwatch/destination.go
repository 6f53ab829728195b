package cloudwatch

import (
	"encoding/json"
	"slices"
	"strings"

	"merlon"
)

const sourceAWSLogs = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html"

// TaskLogs reports containers that log to nowhere, or to a log group that
// nobody declared.
var TaskLogs = &merlon.Check{
	ID:       "aws-cloudwatch-task-logs",
	Title:    "ECS container does not log to a declared log group",
	Severity: merlon.Medium,
	Targets:  []string{"aws_ecs_task_definition"},
	STRIDE:   merlon.Repudiation,
	CIA:      merlon.Availability,
	AAA:      merlon.Accounting,
	Why: `On Fargate a container without a log configuration leaves no trace when it stops. A group that the agent makes
by itself (awslogs-create-group) has no retention and nobody's name on it.`,
	Fix:     `Give each container a logConfiguration, and declare the aws_cloudwatch_log_group that it names.`,
	Sources: []string{sourceAWSLogs},
	Run:     checkTaskLogs,
}

func checkTaskLogs(pass *merlon.Pass, task *merlon.Resource) {
	v := task.Attr("container_definitions")
	text, ok := v.Document()
	if !ok {
		if v.IsUnknown() {
			pass.Undecided(v)
		}
		return
	}
	var containers []struct {
		Name             string
		LogConfiguration *struct {
			LogDriver string
			Options   map[string]any
		}
	}
	if json.Unmarshal([]byte(text), &containers) != nil {
		if merlon.HasPlaceholder(text) {
			pass.Undecided(v)
		}
		return
	}
	for _, c := range containers {
		switch {
		case c.LogConfiguration == nil:
			pass.Reportf(v, "container %q of task %q has no log configuration", c.Name, task.Name)
		case c.LogConfiguration.LogDriver == "awslogs":
			group, _ := c.LogConfiguration.Options["awslogs-group"].(string)
			pass.Require(declared(pass, task, group, v), v,
				"log group of container %q of task %q is not declared", c.Name, task.Name)
		}
	}
}

// declared says whether a log group of that name is in the estate. A name
// with an unknown part is one if the value refers to a group.
func declared(pass *merlon.Pass, r *merlon.Resource, name string, v merlon.Value) merlon.Truth {
	name = strings.TrimSuffix(name, ":*")
	if i := strings.Index(name, ":log-group:"); i >= 0 {
		name = name[i+len(":log-group:"):]
	}
	if merlon.HasPlaceholder(name) || name == "" {
		if len(v.Targets("aws_cloudwatch_log_group")) > 0 {
			return merlon.True
		}
		return merlon.Unknown
	}
	found := merlon.False
	for group := range pass.Estate.OfType("aws_cloudwatch_log_group", "data.aws_cloudwatch_log_group") {
		if group.Origin.Root != r.Origin.Root {
			continue
		}
		found = found.Or(named(group, name))
	}
	return found
}

// named says whether the log group has the name.
func named(group *merlon.Resource, name string) merlon.Truth {
	v := group.Attr("name")
	if v.IsNull() {
		if prefix, ok := group.Attr("name_prefix").Text(); ok {
			return merlon.TruthOf(strings.HasPrefix(name, prefix)).And(merlon.Unknown)
		}
		return merlon.False
	}
	if text, ok := v.Text(); ok {
		return merlon.TruthOf(text == name)
	}
	return merlon.Unknown
}

// FunctionLogGroup reports functions whose log group nobody declared.
var FunctionLogGroup = &merlon.Check{
	ID:       "aws-cloudwatch-function-log-group",
	Title:    "Lambda function's log group is not declared",
	Severity: merlon.Low,
	Targets:  []string{"aws_lambda_function"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why: `A function whose log group is not declared makes one at its first call, without a retention, without a key,
and outside of Terraform's sight.`,
	Fix:     `Declare an aws_cloudwatch_log_group named /aws/lambda/<function name> with retention_in_days, or set logging_config.`,
	Sources: []string{"https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html"},
	Run:     checkFunctionLogGroup,
}

func checkFunctionLogGroup(pass *merlon.Pass, function *merlon.Resource) {
	if group := function.Attr("logging_config", "log_group"); group.IsSet() {
		name, _ := group.Text()
		pass.Require(declared(pass, function, name, group), group, "log group of function %q is not declared", function.Name)
		return
	}
	v := function.Attr("function_name")
	found := merlon.False
	for group := range pass.Estate.OfType("aws_cloudwatch_log_group") {
		if group.Origin.Root == function.Origin.Root {
			found = found.Or(logsOf(group, function))
		}
	}
	if found == merlon.False {
		// What is missing has no place: the function's name, and what set it,
		// are as they should be.
		pass.Reportf(function, "log group of function %q is not declared", function.Name)
		return
	}
	pass.Require(found, v, "log group of function %q is not declared", function.Name)
}

// logsOf says whether the log group is the one that Lambda writes the
// function's logs to: /aws/lambda/ and the function's name.
func logsOf(group, function *merlon.Resource) merlon.Truth {
	const prefix = "/aws/lambda/"
	name := group.Attr("name")
	if slices.Contains(name.Targets(), function) {
		return merlon.True
	}
	want, known := function.Attr("function_name").Document()
	have, ok := name.Document()
	switch {
	case ok && known:
		// Both may have the same unknown part, "⟦var.name⟧-worker".
		if have == prefix+want {
			return merlon.True
		}
		if merlon.HasPlaceholder(have) || merlon.HasPlaceholder(want) {
			return merlon.Unknown.And(merlon.TruthOf(strings.HasPrefix(have, prefix) || merlon.HasPlaceholder(have)))
		}
		return merlon.False
	case ok && !strings.HasPrefix(have, prefix) && !merlon.HasPlaceholder(have):
		return merlon.False
	case name.IsNull():
		return merlon.False
	}
	return merlon.Unknown
}

// StageLogs reports API stages without access logs.
var StageLogs = &merlon.Check{
	ID:       "aws-cloudwatch-stage-logs",
	Title:    "API Gateway stage writes no access logs",
	Severity: merlon.Low,
	Targets:  []string{"aws_api_gateway_stage", "aws_apigatewayv2_stage"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Without access logs nobody can tell who called the API, or what an attacker tried.`,
	Fix:      `Add access_log_settings with the ARN of a declared log group.`,
	Sources:  []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"},
	Aliases: []string{
		"CKV_AWS_76", "AVD-AWS-0001", "AC_AWS_0012", "AC_AWS_0014", "AC_AWS_0442",
		"aws-api-gateway-enable-access-logging", "aws-apigateway-enable-access-logging",
	},
	Run: func(pass *merlon.Pass, stage *merlon.Resource) {
		block := stage.Attr("access_log_settings")
		holds := merlon.TruthOf(block.IsSet())
		if block.MayHaveMore() {
			holds = merlon.Unknown
		}
		pass.Require(holds, block, "stage %q writes no access logs", stage.Name)
	},
}

// FlowLogGroup reports flow logs to a log group that nobody declared.
var FlowLogGroup = &merlon.Check{
	ID:       "aws-cloudwatch-flow-log-group",
	Title:    "VPC flow log goes to a log group that is not declared",
	Severity: merlon.Low,
	Targets:  []string{"aws_flow_log"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `A log group outside of the code has no retention that anybody reviewed, and may be gone.`,
	Fix:      `Declare the aws_cloudwatch_log_group with retention_in_days and refer to it.`,
	Sources:  []string{"https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html"},
	Run: func(pass *merlon.Pass, log *merlon.Resource) {
		v := log.Attr("log_destination")
		if typ := log.Attr("log_destination_type"); typ.IsSet() && typ.Is("cloud-watch-logs") != merlon.True {
			return
		}
		if v.IsNull() {
			v = log.Attr("log_group_name")
		}
		if v.IsNull() {
			return // the provider demands one of them
		}
		if len(v.Targets("aws_cloudwatch_log_group", "data.aws_cloudwatch_log_group")) > 0 {
			return
		}
		name, _ := v.Text()
		pass.Require(declared(pass, log, name, v), v, "log group of flow log %q is not declared", log.Name)
	},
}

// DatabaseLogGroup reports databases whose exported logs go to log groups
// that nobody declared.
var DatabaseLogGroup = &merlon.Check{
	ID:       "aws-cloudwatch-database-log-group",
	Title:    "RDS exports logs to log groups that are not declared",
	Severity: merlon.Low,
	OptIn:    true, // RDS makes the groups; to declare them takes a fixed identifier
	Targets:  []string{"aws_db_instance", "aws_rds_cluster"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `RDS makes the groups /aws/rds/... itself, without a retention, unless they are there before.`,
	Fix:      `Declare an aws_cloudwatch_log_group for each exported log, with retention_in_days.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html"},
	Run: func(pass *merlon.Pass, db *merlon.Resource) {
		prefix, id := "/aws/rds/instance/", db.Attr("identifier")
		if db.Type == "aws_rds_cluster" {
			prefix, id = "/aws/rds/cluster/", db.Attr("cluster_identifier")
		}
		name, known := id.Text()
		exports := db.Attr("enabled_cloudwatch_logs_exports")
		texts, _ := exports.Strings()
		for _, log := range texts {
			holds := merlon.Unknown
			if known {
				holds = declared(pass, db, prefix+name+"/"+log, exports)
			}
			pass.Require(holds, exports, "log group for the %s log of %q is not declared", log, db.Name)
		}
	},
}
