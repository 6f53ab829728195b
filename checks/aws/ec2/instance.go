package ec2

import (
	"slices"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/roles"
	"merlon/internal/iam"
	"merlon/internal/network"
)

// DetailedMonitoring reports instances whose metrics come every five minutes.
var DetailedMonitoring = demand.Setting(merlon.Check{
	ID:       "aws-ec2-detailed-monitoring",
	Title:    "Instance has no detailed monitoring",
	Severity: merlon.Info,
	OptIn:    true, // costs, and is no matter of security
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `Metrics every five minutes show a problem later than those of every minute.`,
	Fix:      `Set monitoring = true on the instance, enabled = true in monitoring of the launch template.`,
	Sources:  []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html"},
	Aliases:  []string{"CKV_AWS_126", "AC_AWS_0480", "AC_AWS_0490"},
}, "has no detailed monitoring",
	demand.Row{
		Type: "aws_instance", Noun: "instance", Path: "monitoring", Want: demand.On,
		When: func(v merlon.Value) merlon.Truth { return monitoredByTemplate(v).Not() },
	},
	demand.Row{Type: "aws_launch_configuration", Noun: "launch configuration", Path: "enable_monitoring", Want: demand.OnByDefault},
	demand.Row{Type: "aws_launch_template", Noun: "launch template", Path: "monitoring.enabled", Want: demand.On},
)

// monitoredByTemplate says whether an instance that does not say itself has
// detailed monitoring from its launch template.
func monitoredByTemplate(instance merlon.Value) merlon.Truth {
	if instance.Attr("monitoring").IsSet() {
		return merlon.False
	}
	return fromTemplate(instance, func(template *merlon.Resource) merlon.Truth {
		return template.Attr("monitoring", "enabled").Truth()
	})
}

// fromTemplate asks the launch template of an instance: Unknown where there is
// one that the estate does not have.
func fromTemplate(instance merlon.Value, ask func(*merlon.Resource) merlon.Truth) merlon.Truth {
	at := instance.Attr("launch_template")
	if at.IsNull() {
		return merlon.False
	}
	answer, found := merlon.False, false
	for _, name := range []string{"id", "name"} {
		for _, template := range at.Attr(name).Targets("aws_launch_template") {
			found = true
			answer = answer.Or(ask(template))
		}
	}
	if !found {
		return merlon.Unknown
	}
	return answer
}

// InstanceProfile reports instances without a role.
var InstanceProfile = demand.Setting(merlon.Check{
	ID:       "aws-ec2-instance-profile",
	Title:    "Instance has no IAM role",
	Severity: merlon.Low,
	OptIn:    true, // an instance that calls no AWS API needs none, and Systems Manager can do without
	STRIDE:   merlon.Spoofing,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why:      `Without a role whoever needs AWS on the instance brings a key, which lies there in a file and does not expire.`,
	Fix:      `Set iam_instance_profile to an aws_iam_instance_profile with a role that allows what the instance needs.`,
	Sources:  []string{"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html"},
	Aliases:  []string{"CKV2_AWS_41"},
}, "has no IAM role", demand.Row{
	Type: "aws_instance", Noun: "instance", Path: "iam_instance_profile", Want: demand.Given,
	When: func(v merlon.Value) merlon.Truth {
		return fromTemplate(v, func(template *merlon.Resource) merlon.Truth {
			return demand.Given(template.Attr("iam_instance_profile"))
		}).Not()
	},
})

var launched = []string{"aws_instance", "aws_launch_configuration", "aws_launch_template", "aws_spot_instance_request"}

// InstanceAdministrator reports instances that are administrators.
var InstanceAdministrator = &merlon.Check{
	ID:       "aws-ec2-instance-administrator",
	Title:    "Instance runs as an administrator",
	Severity: merlon.High,
	Targets:  launched,
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity | merlon.Availability,
	AAA:      merlon.Authorization,
	Why: `Every process on the instance gets the role's credentials from the metadata service. One flaw in anything that runs there is
the whole account.`,
	Fix:     `Give the role the actions and resources that the instance needs.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"},
	Aliases: []string{"AC_AWS_0477", "AC_AWS_0488"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		eachRole(r, func(at merlon.Value, role *merlon.Resource) {
			admin, by := roles.Administrator(pass, role)
			if f := pass.Require(admin.Not(), at, "%s runs as an administrator, role %q", r.Label(), role.Name); f != nil {
				f.About(role).About(by...)
			}
		})
	},
}

// InstanceServiceWildcard reports instances that may do everything with a
// service.
var InstanceServiceWildcard = &merlon.Check{
	ID:       "aws-ec2-instance-service-wildcard",
	Title:    "Instance may do everything with an AWS service",
	Severity: merlon.Medium,
	OptIn:    true, // aws-iam-policy-wildcards reports the policy
	Targets:  launched,
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `Whoever takes the instance over reads, changes and deletes everything that the account has in the service.`,
	Fix:      `Give the role the actions and resources that the instance needs.`,
	Sources:  []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"},
	Aliases:  []string{"AC_AWS_0477", "AC_AWS_0488"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		eachRole(r, func(at merlon.Value, role *merlon.Resource) {
			wide, by := roles.Holds(pass, role, serviceWildcard)
			if f := pass.Require(wide.Not(), at, "%s may do everything with an AWS service, by role %q", r.Label(), role.Name); f != nil {
				f.About(role).About(by...)
			}
		})
	},
}

var serviceWildcard = roles.Reading{
	Statement: func(_ *iam.Policy, s *iam.Statement) merlon.Truth {
		if s.Effect == iam.Deny || s.Actions.Not || !slices.ContainsFunc(s.Actions.Patterns, wholeService) {
			return merlon.False
		}
		return s.Unbounded()
	},
	Managed: func(name string) bool {
		return name == "AdministratorAccess" || name == "PowerUserAccess" || slices.ContainsFunc([]string{"FullAccess", "FullAccess_v2"}, func(end string) bool {
			return len(name) > len(end) && name[len(name)-len(end):] == end
		})
	},
}

// wholeService reports whether an action pattern is "*" or like "s3:*".
func wholeService(pattern string) bool {
	return pattern == "*" || len(pattern) > 2 && pattern[len(pattern)-2:] == ":*" && !merlon.HasPlaceholder(pattern)
}

// eachRole yields the roles that instances get, and where they are named.
func eachRole(r *merlon.Resource, yield func(at merlon.Value, role *merlon.Resource)) {
	at := r.Attr("iam_instance_profile")
	named := []merlon.Value{at}
	if r.Type == "aws_launch_template" {
		named = []merlon.Value{at.Attr("arn"), at.Attr("name")}
	}
	for _, v := range named {
		for _, profile := range v.Targets("aws_iam_instance_profile") {
			for _, role := range profile.Attr("role").Targets("aws_iam_role") {
				yield(v, role)
			}
		}
	}
}

// InstanceInVPC reports instances that end up in the default VPC, because they
// name no subnet.
var InstanceInVPC = &merlon.Check{
	ID:       "aws-ec2-instance-in-vpc",
	Title:    "Instance is launched into the default VPC",
	Severity: merlon.Low,
	OptIn:    true, // what is dangerous there, other checks ask
	Targets:  []string{"aws_instance", "aws_spot_instance_request"},
	STRIDE:   merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `An instance that names no subnet goes into the default VPC, whose subnets are public: it gets a public address, beside whatever
else was tried out there.`,
	Fix:     `Set subnet_id to a private subnet of a VPC of your own.`,
	Sources: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html"},
	Aliases: []string{"AC_AWS_0153"},
	Run: func(pass *merlon.Pass, instance *merlon.Resource) {
		inVPC := merlon.False
		for _, name := range []string{"subnet_id", "network_interface", "primary_network_interface"} {
			inVPC = inVPC.Or(demand.Given(instance.Attr(name)))
		}
		inVPC = inVPC.Or(fromTemplate(instance.Whole(), func(template *merlon.Resource) merlon.Truth {
			return demand.Given(template.Attr("network_interfaces"))
		}))
		pass.Require(inVPC, instance.Attr("subnet_id"), "instance %q is launched into the default VPC", instance.Name)
	},
}

// InstanceOpenGroup reports instances that carry a group that is wide open.
var InstanceOpenGroup = &merlon.Check{
	ID:       "aws-ec2-instance-open-sg",
	Title:    "Instance carries a security group that is wide open to the internet",
	Severity: merlon.High,
	OptIn:    true, // the aws-ec2-sg-open checks report the rule, once
	Targets:  launched,
	STRIDE:   merlon.Spoofing | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `A whole range of ports lets the internet in to the instance: whatever listens there, now or later, is found within minutes.`,
	Fix:      `Name the ports that are needed in the group's rules, and the addresses or security groups that need them.`,
	Sources:  []string{securityHub("18"), sgRulesPage},
	Aliases:  []string{"AC_AWS_0478", "AC_AWS_0489"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		for _, path := range [][]string{{"vpc_security_group_ids"}, {"security_groups"}, {"network_interfaces", "security_groups"}} {
			for v := range r.All(path...) {
				for _, group := range v.Targets("aws_security_group", "aws_default_security_group") {
					checkCarried(pass, r, v, group)
				}
			}
		}
	},
}

// checkCarried reports a group with a rule that opens a range of ports.
func checkCarried(pass *merlon.Pass, r *merlon.Resource, at merlon.Value, group *merlon.Resource) {
	wide := merlon.False
	rules := network.RulesOf(pass.Estate, group)
	for i := range rules {
		rule := &rules[i]
		if rule.Direction != network.Ingress {
			continue
		}
		ports := rule.OpensAll()
		if rule.Protocol.HasPorts() && rule.Ports.Last > rule.Ports.First {
			ports = merlon.True
			if len(rule.Unknown) > 0 {
				ports = merlon.Unknown
			}
		}
		if ports != merlon.False {
			wide = wide.Or(ports.And(worldReach(pass, rule)))
		}
	}
	if f := pass.Require(wide.Not(), at, "%s carries group %q, which is wide open to the internet", r.Label(), group.Name); f != nil {
		f.About(group)
	}
}
