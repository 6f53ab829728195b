package delivery

import (
	"merlon"
	"merlon/checks/aws/internal/demand"
)

const sourceStacks = "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudformation-controls.html"

// StackNotifications reports stacks whose changes nobody hears of.
var StackNotifications = demand.Setting(merlon.Check{
	ID:       "aws-cloudformation-notifications",
	Title:    "CloudFormation stack notifies nobody",
	Severity: merlon.Info,
	OptIn:    true, // Terraform waits for the stack itself, and CloudTrail records who changed it
	STRIDE:   merlon.Repudiation,
	AAA:      merlon.Accounting,
	Why:      `Changes, failures and rollbacks of the stack go unnoticed by those who did not start them.`,
	Fix:      `Name an SNS topic in notification_arns.`,
	Sources:  []string{sourceStacks},
	Aliases:  []string{"CKV_AWS_124", "AC_AWS_0021"},
}, "notifies nobody", demand.Row{Type: "aws_cloudformation_stack", Noun: "stack", Path: "notification_arns", Want: demand.Given})

// StackPolicy reports stacks that may replace or delete anything of theirs.
var StackPolicy = demand.Setting(merlon.Check{
	ID:       "aws-cloudformation-stack-policy",
	Title:    "CloudFormation stack has no stack policy",
	Severity: merlon.Low,
	OptIn:    true, // for stacks with data in them
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	AAA:      merlon.Authorization,
	Why:      `An update of the stack may replace or delete any resource in it, a database too. A stack policy says which ones must not be touched.`,
	Fix:      `Set policy_body or policy_url to a stack policy that denies Update:Replace and Update:Delete on what holds data.`,
	Sources:  []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html", sourceStacks},
	Aliases:  []string{"AC_AWS_0445"},
}, "has no stack policy", demand.Row{
	Type: "aws_cloudformation_stack", Noun: "stack", Path: "policy_body", Want: demand.Given,
	When: demand.At("policy_url", demand.Absent),
})

// StackTemplate reports stacks without a template.
var StackTemplate = demand.Setting(merlon.Check{
	ID:       "aws-cloudformation-template",
	Title:    "CloudFormation stack names no template",
	Severity: merlon.Info,
	OptIn:    true, // AWS refuses to make such a stack
	STRIDE:   merlon.Tampering,
	CIA:      merlon.Integrity,
	Why:      `What the stack is made of does not stand in the code: nobody can review it here, and it cannot be made again.`,
	Fix:      `Set template_body or template_url.`,
	Sources:  []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-guide.html"},
	Aliases:  []string{"AC_AWS_0444"},
}, "names no template", demand.Row{
	Type: "aws_cloudformation_stack", Noun: "stack", Path: "template_body", Want: demand.Given,
	When: demand.At("template_url", demand.Absent),
})

// StackSetRetain reports instances of stack sets whose stacks go with them.
// Terraform has no argument for the termination protection of a stack; this is
// what it has to keep the stacks of a set from being deleted.
var StackSetRetain = demand.Setting(merlon.Check{
	ID:       "aws-cloudformation-stack-set-retain",
	Title:    "Stack is deleted with its instance of the stack set",
	Severity: merlon.Low,
	OptIn:    true, // mostly what is wanted
	STRIDE:   merlon.DenialOfService,
	CIA:      merlon.Availability,
	Why:      `Taking an account or a region out of the set deletes the stack there, with everything in it.`,
	Fix:      `Set retain_stack = true (retain_stacks on aws_cloudformation_stack_instances).`,
	Sources:  []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html"},
	Aliases:  []string{"AC_AWS_0022"},
}, "deletes its stacks when it goes",
	demand.Row{Type: "aws_cloudformation_stack_instances", Noun: "stack instances", Path: "retain_stacks", Want: demand.On, Says: "delete their stacks when they go"},
	demand.Row{Type: "aws_cloudformation_stack_set_instance", Noun: "stack set instance", Path: "retain_stack", Want: demand.On},
)
