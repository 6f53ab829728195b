package compute

import (
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
)

const sourceAutoScaling = "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html"

// AutoScalingHealthCheck reports groups behind a load balancer that do not ask
// it which instances are well.
var AutoScalingHealthCheck = &merlon.Check{
	ID:       "aws-autoscaling-elb-health-check",
	Title:    "Auto Scaling group does not use its load balancer's health checks",
	Severity: merlon.Low,
	OptIn:    true, // some teams want sick instances kept for inspection
	Targets:  []string{"aws_autoscaling_group", "aws_autoscaling_attachment", "aws_autoscaling_traffic_source_attachment"},
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why: `EC2's own status checks see only whether the machine runs. An instance whose application hangs gets no requests from
the load balancer and is never replaced, so the group shrinks.`,
	Fix: `Set health_check_type = "ELB" on the group, and give the load balancer or target group a health_check that asks the
application.`,
	Sources: []string{"https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-add-elb-healthcheck.html", sourceAutoScaling + "#autoscaling-1"},
	Aliases: []string{"CKV2_AWS_15"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		if r.Type != "aws_autoscaling_group" {
			checkAttachment(pass, r)
			return
		}
		balanced := demand.Given(r.Attr("load_balancers")).Or(demand.Given(r.Attr("target_group_arns")), fromBalancer(r.Attr("traffic_source")))
		if balanced == merlon.True {
			at := r.Attr("health_check_type")
			pass.Require(at.Is("ELB"), at, "group %q does not use its load balancer's health checks", r.Name)
		}
	},
}

// fromBalancer says whether a source of traffic is a load balancer. VPC Lattice
// has health checks of its own.
func fromBalancer(sources merlon.Value) merlon.Truth {
	return demand.Some(sources, demand.At("type", demand.NoneOf("vpc-lattice")))
}

// checkAttachment looks at both ends of an attachment.
func checkAttachment(pass *merlon.Pass, attachment *merlon.Resource) {
	if sources := attachment.Attr("traffic_source"); sources.IsSet() && fromBalancer(sources) != merlon.True {
		return
	}
	for _, group := range attachment.Attr("autoscaling_group_name").Targets("aws_autoscaling_group") {
		at := group.Attr("health_check_type")
		if f := pass.Require(at.Is("ELB"), at, "group %q does not use its load balancer's health checks", group.Name); f != nil {
			f.About(group)
			return
		}
	}
	for _, name := range []string{"elb", "lb_target_group_arn", "alb_target_group_arn", "traffic_source.identifier"} {
		for _, to := range attachment.Attr(strings.Split(name, ".")...).Targets("aws_elb", "aws_lb_target_group", "aws_alb_target_group") {
			if f := pass.Require(demand.Given(to.Attr("health_check")), to.Attr("health_check"),
				"%s, which group members are attached to, does not say how it checks their health", to.Label()); f != nil {
				f.About(to)
			}
		}
	}
}

// AutoScalingTags reports groups that give their instances no tags.
var AutoScalingTags = &merlon.Check{
	ID:       "aws-autoscaling-tags",
	Title:    "Auto Scaling group gives its instances no tags",
	Severity: merlon.Info,
	OptIn:    true, // tags are a convention of each team
	Targets:  []string{"aws_autoscaling_group"},
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why: `The provider's default tags do not reach the instances that a group starts. Without tags nobody can tell whose they
are, and rules that go by tags pass them over.`,
	Fix:     `Add tag blocks with propagate_at_launch = true, or tag_specifications for instances to the launch template.`,
	Sources: []string{"https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html", sourceAutoScaling + "#autoscaling-10"},
	Aliases: []string{"CKV_AWS_153"},
	Run: func(pass *merlon.Pass, group *merlon.Resource) {
		propagates := demand.At("propagate_at_launch", demand.On)
		tagged := demand.Some(group.Attr("tag"), propagates).Or(demand.Some(group.Attr("tags"), propagates))
		if group.Attr("tags").IsUnknown() {
			tagged = tagged.Or(merlon.Unknown)
		}
		for _, path := range [][]string{{"launch_template"}, {"mixed_instances_policy", "launch_template", "launch_template_specification"}} {
			for _, id := range []string{"id", "name", "launch_template_id", "launch_template_name"} {
				for _, template := range group.Attr(append(path, id)...).Targets("aws_launch_template") {
					for spec := range template.Elements("tag_specifications") {
						tagged = tagged.Or(spec.Attr("resource_type").Is("instance").And(demand.Given(spec.Attr("tags"))))
					}
				}
			}
		}
		pass.Require(tagged, group, "group %q gives its instances no tags", group.Name)
	},
}

// AutoScalingLaunchTemplate reports groups that start instances from a launch
// configuration.
var AutoScalingLaunchTemplate = demand.Setting(merlon.Check{
	ID:       "aws-autoscaling-launch-template",
	Title:    "Auto Scaling group does not use a launch template",
	Severity: merlon.Low,
	OptIn:    true, // a launch configuration is old, and no hole: what it lacks other checks ask
	STRIDE:   merlon.Tampering,
	CIA:      merlon.Integrity | merlon.Availability,
	Why: `AWS adds nothing to launch configurations any more: no new instance types, no versions, none at all in new accounts.
A template has versions, so one can see what changed and go back.`,
	Fix:     `Make an aws_launch_template and name it in launch_template, or in mixed_instances_policy.`,
	Sources: []string{"https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html", sourceAutoScaling + "#autoscaling-9"},
	Aliases: []string{"CKV_AWS_315"},
}, "does not use a launch template", demand.Row{
	Type: "aws_autoscaling_group", Noun: "group", Path: "launch_template", Want: demand.Given,
	When: demand.At("mixed_instances_policy", demand.Absent),
})
