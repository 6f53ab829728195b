package containers

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/roles"
	"merlon/internal/network"
)

const sourceECS = "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html"

// ECSContainerInsights reports clusters without Container Insights.
var ECSContainerInsights = &merlon.Check{
	ID:       "aws-ecs-container-insights",
	Title:    "ECS cluster has no Container Insights",
	Severity: merlon.Low,
	OptIn:    true, // it costs money for each metric, and many teams watch by other means
	Targets:  []string{"aws_ecs_cluster"},
	STRIDE:   merlon.Repudiation | merlon.DenialOfService,
	CIA:      merlon.Availability,
	AAA:      merlon.Accounting,
	Why:      `Without metrics of tasks and containers, restarts, floods and stolen computing time go unnoticed.`,
	Fix: `Add setting { name = "containerInsights", value = "enabled" }, or "enhanced"; or make it the account's default with
aws_ecs_account_setting_default.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html", sourceECS},
	Aliases: []string{"CKV_AWS_65", "AVD-AWS-0034", "aws-ecs-enable-container-insight"},
	Run: func(pass *merlon.Pass, cluster *merlon.Resource) {
		stated := false
		insights := demand.Some(cluster.Attr("setting"), func(setting merlon.Value) merlon.Truth {
			is := setting.Attr("name").Is("containerInsights")
			stated = stated || is != merlon.False
			return is.And(setting.Attr("value").Is("enabled", "enhanced"))
		})
		if !stated {
			for account := range demand.InPlaceOf(pass, cluster, "aws_ecs_account_setting_default") {
				insights = insights.Or(account.Attr("name").Is("containerInsights").And(account.Attr("value").Is("enabled", "enhanced")))
			}
		}
		pass.Require(insights, cluster.Attr("setting"), "cluster %q has no Container Insights", cluster.Name)
	},
}

// ECSExecLogging reports clusters that keep no record of ECS Exec sessions.
var ECSExecLogging = demand.Setting(merlon.Check{
	ID:       "aws-ecs-exec-logging",
	Title:    "ECS Exec sessions are not logged",
	Severity: merlon.Medium,
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `ECS Exec gives a shell inside a container. Without logs nobody knows what was done in it.`,
	Fix:      `Set logging to DEFAULT, or to OVERRIDE with a log_configuration, in execute_command_configuration.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging"},
	Aliases:  []string{"CKV_AWS_223"},
}, "does not log ECS Exec sessions",
	demand.Row{
		Type: "aws_ecs_cluster", Noun: "cluster", Path: "configuration.execute_command_configuration.logging",
		Want: demand.NoneOf("NONE"),
	},
)

// ECSExecKey reports clusters whose ECS Exec sessions and logs no key of the
// customer's encrypts.
var ECSExecKey = &merlon.Check{
	ID:       "aws-ecs-exec-customer-key",
	Title:    "ECS Exec sessions and their logs are not encrypted with a customer-managed key",
	Severity: merlon.Low,
	OptIn:    true, // sessions use TLS, and both log stores encrypt by default
	Targets:  []string{"aws_ecs_cluster"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	Why:      `What is typed and shown in a shell, passwords among it, is readable to whoever may read the logs.`,
	Fix: `Set kms_key_id in execute_command_configuration, and cloud_watch_encryption_enabled or
s3_bucket_encryption_enabled in its log_configuration.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging"},
	Aliases: []string{"CKV_AWS_224"},
	Run: func(pass *merlon.Pass, cluster *merlon.Resource) {
		for block := range cluster.Elements("configuration", "execute_command_configuration") {
			logged := block.Attr("logging").Is("NONE").Not()
			if logged == merlon.False {
				continue // there is nothing to encrypt: ECSExecLogging reports it
			}
			key, logs := block.Attr("kms_key_id"), block.Attr("log_configuration")
			pass.Require(demand.CustomerKey(key).Or(logged.Not()), key, "ECS Exec sessions of cluster %q are not encrypted with a key of yours", cluster.Name)
			encrypted := logs.Attr("cloud_watch_encryption_enabled").Truth().Or(logs.Attr("s3_bucket_encryption_enabled").Truth())
			pass.Require(encrypted.Or(logged.Not()), logs, "ECS Exec logs of cluster %q are not demanded to be encrypted", cluster.Name)
		}
	},
}

// ECSVolumeInTransit reports tasks that speak to EFS in clear.
var ECSVolumeInTransit = demand.Setting(merlon.Check{
	ID:       "aws-ecs-efs-transit-encryption",
	Title:    "ECS task mounts EFS without encryption in transit",
	Severity: merlon.Medium,
	STRIDE:   merlon.InformationDisclosure | merlon.Tampering,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	Why:      `Files cross the network in clear between the container and the file system, to be read and changed on the way.`,
	Fix:      `Set transit_encryption = "ENABLED" in efs_volume_configuration.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html"},
	Aliases:  []string{"CKV_AWS_97", "AVD-AWS-0035", "AC_AWS_0463", "aws-ecs-enable-in-transit-encryption"},
}, "mounts EFS without encryption in transit",
	demand.Row{
		Type: "aws_ecs_task_definition", Noun: "task", Each: "volume.efs_volume_configuration", Path: "transit_encryption",
		Want: demand.OneOf("ENABLED"),
	},
)

// ECSSeparateRoles reports tasks whose containers have the agent's role.
var ECSSeparateRoles = &merlon.Check{
	ID:       "aws-ecs-separate-roles",
	Title:    "ECS task uses one role for itself and for the agent",
	Severity: merlon.Medium,
	Targets:  []string{"aws_ecs_task_definition"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `The execution role pulls images and fetches secrets before the container starts. An application with the same role
can read every secret that is meant for the agent, and more than it was given.`,
	Fix:     `Make two roles: execution_role_arn for what the agent does, task_role_arn for what the application does.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html"},
	Aliases: []string{"CKV_AWS_249"},
	Run: func(pass *merlon.Pass, task *merlon.Resource) {
		v := task.Attr("task_role_arn")
		pass.Require(sameRole(task.Attr("execution_role_arn"), v).Not(), v, "task %q and the agent use the same role", task.Name)
	},
}

// sameRole says whether two attributes name the same role. Where the names are
// not known they still are the same if both are written alike.
func sameRole(a, b merlon.Value) merlon.Truth {
	if a.IsNull() || b.IsNull() {
		return merlon.False
	}
	textA, okA := a.Document()
	textB, okB := b.Document()
	if okA && okB && textA == textB {
		return merlon.TruthOf(textA != "")
	}
	rolesA, rolesB := a.Targets("aws_iam_role"), b.Targets("aws_iam_role")
	switch {
	case len(rolesA) == 1 && len(rolesB) == 1:
		return merlon.TruthOf(rolesA[0] == rolesB[0])
	case a.IsUnknown() && len(rolesA) == 0 && a.Cause() != nil, b.IsUnknown() && len(rolesB) == 0 && b.Cause() != nil:
		// Two inputs may be given the same role: two different expressions of
		// the code itself are taken to mean what they say.
		return merlon.Unknown
	}
	return merlon.False
}

// ECSAdminRole reports services whose role is an administrator's.
var ECSAdminRole = &merlon.Check{
	ID:       "aws-ecs-service-admin-role",
	Title:    "ECS service runs with an administrator's role",
	Severity: merlon.High,
	Targets:  []string{"aws_ecs_service"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why:      `Whoever breaks into one container gets credentials for everything in the account.`,
	Fix:      `Allow the task's role the actions and resources that the application needs.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html"},
	Aliases:  []string{"AC_AWS_0087"},
	Run:      checkECSAdminRole,
}

func checkECSAdminRole(pass *merlon.Pass, service *merlon.Resource) {
	named := []merlon.Value{service.Attr("iam_role")}
	for _, task := range service.Attr("task_definition").Targets("aws_ecs_task_definition") {
		named = append(named, task.Attr("task_role_arn"))
	}
	for i, v := range named {
		for _, role := range v.Targets("aws_iam_role") {
			at := v
			if i > 0 {
				at = service.Attr("task_definition")
			}
			admin, by := roles.Administrator(pass, role)
			if f := pass.Require(admin.Not(), at, "service %q runs with role %q, an administrator's", service.Name, role.Name); f != nil {
				f.About(role).About(by...)
			}
		}
	}
}

// ECSFargateLatest reports Fargate services that are pinned to a version of
// the platform.
var ECSFargateLatest = demand.Setting(merlon.Check{
	ID:       "aws-ecs-fargate-latest",
	Title:    "Fargate service is pinned to a platform version",
	Severity: merlon.Low,
	OptIn:    true, // 1.4.0 is what LATEST means for Linux, and AWS patches it all the same
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Integrity,
	Why:      `A pinned service does not get the next platform version, with its fixes, until somebody thinks of it.`,
	Fix:      `Leave platform_version out, or set it to LATEST.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html", sourceECS},
	Aliases:  []string{"CKV_AWS_332"},
}, "is pinned to a platform version",
	demand.Row{Type: "aws_ecs_service", Noun: "service", Path: "platform_version", Want: demand.OneOfByDefault("LATEST"), When: onFargate},
	demand.Row{Type: "aws_ecs_task_set", Noun: "task set", Path: "platform_version", Want: demand.OneOfByDefault("LATEST"), When: onFargate},
)

// onFargate says whether a service runs on Fargate: by its launch type, or by
// a capacity provider.
func onFargate(service merlon.Value) merlon.Truth {
	fargate := service.Attr("launch_type").Is("FARGATE")
	for provider := range service.All("capacity_provider_strategy", "capacity_provider") {
		fargate = fargate.Or(provider.Is("FARGATE", "FARGATE_SPOT"))
	}
	return fargate
}

// ECSPublicIP reports services whose tasks have public addresses.
var ECSPublicIP = &merlon.Check{
	ID:       "aws-ecs-service-public-ip",
	Title:    "ECS tasks get public addresses",
	Severity: merlon.Medium,
	Targets:  []string{"aws_ecs_service", "aws_ecs_task_set"},
	STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Every task is on the internet, with nothing but a security group between it and strangers, and past the load
balancer that should stand in front.`,
	Fix:     `Run tasks in private subnets with assign_public_ip = false, behind a load balancer; let them out through NAT or VPC endpoints.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html", sourceECS},
	Aliases: []string{"CKV_AWS_333"},
	Run: func(pass *merlon.Pass, service *merlon.Resource) {
		for block := range service.Elements("network_configuration") {
			v := block.Attr("assign_public_ip")
			f := pass.Require(v.Truth().Not(), v, "tasks of %q get public addresses", service.Name)
			if f == nil || f.Result != merlon.Fail {
				continue
			}
			if open := openGroups(pass, block.Attr("security_groups")); len(open) > 0 {
				f.At(merlon.High).About(open...)
			}
		}
	},
}

// openGroups are the security groups among a value's that let the internet in.
func openGroups(pass *merlon.Pass, v merlon.Value) (open []*merlon.Resource) {
	for _, group := range v.Targets(network.GroupTypes...) {
		if demand.LetsWorldIn(pass, group) == merlon.True {
			open = append(open, group)
		}
	}
	return open
}
