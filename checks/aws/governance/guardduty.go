package governance

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

// guardDutyFeature makes a check of one feature of GuardDuty. A feature that
// the code does not name is as the account has it, and is not judged; one that
// is written as DISABLED is off.
func guardDutyFeature(id, title, feature, why string, more ...demand.Row) *merlon.Check {
	named := demand.At("name", demand.OneOf(feature))
	return demand.Setting(merlon.Check{
		ID:       "aws-guardduty-" + id,
		Title:    "GuardDuty does not " + title,
		Severity: merlon.Low,
		STRIDE:   merlon.Repudiation,
		AAA:      merlon.Accounting,
		Why:      why,
		Fix:      `Set status = "ENABLED" for the feature ` + feature + `, or leave the resource out and keep what the account has.`,
		Sources:  []string{sourceGuardDuty, "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html"},
	}, "has "+feature+" off", append(more,
		demand.Row{Type: "aws_guardduty_detector_feature", Noun: "feature", Path: "status", Want: demand.NoneOf("DISABLED"), When: named},
		demand.Row{Type: "aws_guardduty_member_detector_feature", Noun: "feature", Path: "status", Want: demand.NoneOf("DISABLED"), When: named},
	)...)
}

// guardDutyAgent makes a check of who looks after GuardDuty's agent.
func guardDutyAgent(id, title, agent string) *merlon.Check {
	row := demand.Row{
		Noun: "feature", Each: "additional_configuration", Path: "status", Want: demand.NoneOf("DISABLED"),
		When: demand.At("name", demand.OneOf(agent)),
	}
	row.Type = "aws_guardduty_detector_feature"
	member := row
	member.Type = "aws_guardduty_member_detector_feature"
	return demand.Setting(merlon.Check{
		ID:       "aws-guardduty-" + id,
		Title:    "GuardDuty does not install its agent on " + title,
		Severity: merlon.Low,
		OptIn:    true, // agents may be installed by other means
		STRIDE:   merlon.Repudiation,
		AAA:      merlon.Accounting,
		Why:      `Without the agent nobody watches processes, files and connections at run time, and by hand some machine is always forgotten.`,
		Fix:      `Set status = "ENABLED" in the additional_configuration ` + agent + `.`,
		Sources:  []string{sourceGuardDuty, "https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring.html"},
	}, "has "+agent+" off", row, member)
}

func dataSource(path string) demand.Row {
	return demand.Row{Type: "aws_guardduty_detector", Noun: "detector", Path: "datasources." + path, Want: demand.OnByDefault}
}

var (
	// GuardDutyS3 reports detectors that do not read S3's data events.
	GuardDutyS3 = guardDutyFeature("s3", "watch S3", "S3_DATA_EVENTS",
		`Nobody notices that stolen credentials read or delete the objects of a bucket.`, dataSource("s3_logs.enable"))
	// GuardDutyEKSAudit reports detectors that do not read EKS audit logs.
	GuardDutyEKSAudit = guardDutyFeature("eks-audit", "read the audit logs of EKS", "EKS_AUDIT_LOGS",
		`Nobody notices an anonymous call to a cluster's API, or a container that gets hold of its node.`,
		dataSource("kubernetes.audit_logs.enable"))
	// GuardDutyMalware reports detectors that scan no volumes for malware.
	GuardDutyMalware = guardDutyFeature("malware", "scan EC2 for malware", "EBS_MALWARE_PROTECTION",
		`When an instance behaves as if taken over, nobody looks at its volumes for what did it.`,
		dataSource("malware_protection.scan_ec2_instance_with_findings.ebs_volumes.enable"))
	// GuardDutyRDS reports detectors that do not watch logins to databases.
	GuardDutyRDS = guardDutyFeature("rds", "watch logins to RDS", "RDS_LOGIN_EVENTS",
		`Nobody notices that passwords of a database are guessed, or that somebody logs in from an unknown place.`)
	// GuardDutyLambda reports detectors that do not watch functions' traffic.
	GuardDutyLambda = guardDutyFeature("lambda", "watch Lambda", "LAMBDA_NETWORK_LOGS",
		`Nobody notices that a function talks to a miner's or an attacker's server.`)
	// GuardDutyRuntime reports detectors without runtime monitoring.
	GuardDutyRuntime = guardDutyFeature("runtime", "watch workloads at run time", "RUNTIME_MONITORING",
		`Nobody notices reverse shells, miners and escapes on instances and in containers.`)

	// GuardDutyEKSAgent reports features without GuardDuty's agent on EKS.
	GuardDutyEKSAgent = guardDutyAgent("eks-agent", "EKS", "EKS_ADDON_MANAGEMENT")
	// GuardDutyECSAgent reports features without GuardDuty's agent on Fargate.
	GuardDutyECSAgent = guardDutyAgent("ecs-agent", "ECS Fargate", "ECS_FARGATE_AGENT_MANAGEMENT")
	// GuardDutyEC2Agent reports features without GuardDuty's agent on EC2.
	GuardDutyEC2Agent = guardDutyAgent("ec2-agent", "EC2", "EC2_AGENT_MANAGEMENT")
)
