package iam

import (
	"slices"
	"strings"

	"merlon"
)

// An Escalation is a set of actions that together let their holder become
// somebody with more permissions.
type Escalation struct {
	// Name says how, to follow "lets its holder".
	Name    string
	Actions []string
}

// escalations are the known ways, those that need least first, as Rhino
// Security Labs and Datadog's pathfinding.cloud describe them.
//
// https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/
// https://pathfinding.cloud/
var escalations = []Escalation{
	{"attach any policy to a user", []string{"iam:AttachUserPolicy"}},
	{"attach any policy to a group", []string{"iam:AttachGroupPolicy"}},
	{"attach any policy to a role", []string{"iam:AttachRolePolicy"}},
	{"write a user's policy", []string{"iam:PutUserPolicy"}},
	{"write a group's policy", []string{"iam:PutGroupPolicy"}},
	{"write a role's policy", []string{"iam:PutRolePolicy"}},
	{"rewrite a managed policy", []string{"iam:CreatePolicyVersion"}},
	{"bring back an older version of a managed policy", []string{"iam:SetDefaultPolicyVersion"}},
	{"rewrite who may assume a role", []string{"iam:UpdateAssumeRolePolicy"}},
	{"join any group", []string{"iam:AddUserToGroup"}},
	{"make access keys for other users", []string{"iam:CreateAccessKey"}},
	{"give other users a console password", []string{"iam:CreateLoginProfile"}},
	{"change the console password of other users", []string{"iam:UpdateLoginProfile"}},
	{"make service credentials for other users", []string{"iam:CreateServiceSpecificCredential"}},
	{"assume any role", []string{"sts:AssumeRole"}},
	{"take off a user's permissions boundary", []string{"iam:DeleteUserPermissionsBoundary"}},
	{"take off a role's permissions boundary", []string{"iam:DeleteRolePermissionsBoundary"}},

	{"replace the code of a function and act as its role", []string{"lambda:UpdateFunctionCode"}},
	{"run code in a Glue endpoint and act as its role", []string{"glue:UpdateDevEndpoint"}},
	{"open a notebook and act as its role", []string{"sagemaker:CreatePresignedNotebookInstanceUrl"}},
	{"run commands on instances and act as their role", []string{"ssm:SendCommand"}},
	{"open a shell on instances and act as their role", []string{"ssm:StartSession"}},
	{"log in to instances and act as their role", []string{"ec2-instance-connect:SendSSHPublicKey"}},
	{"run commands in tasks and act as their role", []string{"ecs:ExecuteCommand", "ecs:DescribeTasks"}},
	{"change a stack that has a role", []string{"cloudformation:UpdateStack"}},
	{"change a stack that has a role by change set", []string{"cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"}},
	{"change the start script of instances", []string{"ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"}},
	{"change the template that instances start from", []string{"ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"}},
	{"change the start script of notebooks", []string{"sagemaker:CreateNotebookInstanceLifecycleConfig", "sagemaker:UpdateNotebookInstance", "sagemaker:StartNotebookInstance"}},
	{"run code in a Bedrock interpreter and act as its role", []string{"bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"}},
	{"build with a project's role and own instructions", []string{"codebuild:StartBuild"}},
	{"build a batch with a project's role and own instructions", []string{"codebuild:StartBuildBatch"}},

	pass("an instance", "ec2:RunInstances"),
	pass("a spot instance", "ec2:RequestSpotInstances"),
	pass("a function and invoke it", "lambda:CreateFunction", "lambda:InvokeFunction"),
	pass("a function and open it to others", "lambda:CreateFunction", "lambda:AddPermission"),
	pass("a function and feed it events", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"),
	pass("a Glue endpoint", "glue:CreateDevEndpoint"),
	pass("a Glue job", "glue:CreateJob", "glue:StartJobRun"),
	pass("a Glue job with a trigger", "glue:CreateJob", "glue:CreateTrigger"),
	pass("a changed Glue job", "glue:UpdateJob", "glue:StartJobRun"),
	pass("a changed Glue job with a trigger", "glue:UpdateJob", "glue:CreateTrigger"),
	pass("a stack", "cloudformation:CreateStack"),
	pass("a stack set", "cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"),
	pass("a changed stack set", "cloudformation:UpdateStackSet"),
	pass("a pipeline", "datapipeline:CreatePipeline"),
	pass("a build project", "codebuild:CreateProject", "codebuild:StartBuild"),
	pass("a build project of batches", "codebuild:CreateProject", "codebuild:StartBuildBatch"),
	pass("a service of tasks", "ecs:RegisterTaskDefinition", "ecs:CreateService"),
	pass("a task", "ecs:RegisterTaskDefinition", "ecs:RunTask"),
	pass("a task on an instance", "ecs:RegisterTaskDefinition", "ecs:StartTask"),
	pass("an App Runner service", "apprunner:CreateService"),
	pass("a notebook", "sagemaker:CreateNotebookInstance"),
	pass("a training job", "sagemaker:CreateTrainingJob"),
	pass("a processing job", "sagemaker:CreateProcessingJob"),
	pass("a Bedrock interpreter", "bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"),
	pass("an instance profile of a running instance", "iam:AddRoleToInstanceProfile"),
}

// pass is an escalation that hands a stronger role to something new.
func pass(to string, actions ...string) Escalation {
	return Escalation{"pass any role to " + to, append([]string{"iam:PassRole"}, actions...)}
}

// Escalations are the ways to more permissions that the policy opens, and
// whether it may open more than these, depending on what is not known.
func (p *Policy) Escalations() (found []Escalation, t merlon.Truth) {
	services, any := p.servicesAllowed()
	var answers map[string]merlon.Truth
	for i, e := range escalations {
		if !any && !allAmong(escalatingServices[i], services) {
			continue // the quick answer for most policies
		}
		if answers == nil {
			answers = make(map[string]merlon.Truth)
		}
		all := merlon.True
		for _, action := range e.Actions {
			a, ok := answers[action]
			if !ok {
				a = p.reaches(action)
				answers[action] = a
			}
			if all = all.And(a); all == merlon.False {
				break
			}
		}
		if all == merlon.True {
			found = append(found, e)
		}
		t = t.Or(all)
	}
	return found, t
}

// escalatingServices are, for each escalation, the services whose actions it
// is made of.
var escalatingServices = func() [][]string {
	needed := make([][]string, len(escalations))
	for i, e := range escalations {
		for _, action := range e.Actions {
			if service, _, _ := strings.Cut(action, ":"); !slices.Contains(needed[i], service) {
				needed[i] = append(needed[i], service)
			}
		}
	}
	return needed
}()

// servicesAllowed are the services of which the policy may allow actions; any
// is set where it may be all of them.
func (p *Policy) servicesAllowed() (services []string, any bool) {
	for i := range p.Statements {
		s := &p.Statements[i]
		if s.Effect == Deny {
			continue
		}
		if s.Actions.Not {
			return nil, true
		}
		for _, pattern := range s.Actions.folded() {
			service, _, named := strings.Cut(pattern, ":")
			if !named || strings.ContainsAny(service, "*?") || merlon.HasPlaceholder(service) {
				return nil, true
			}
			if !slices.Contains(services, service) {
				services = append(services, service)
			}
		}
	}
	return services, p.Open
}

// allAmong reports whether all of some services are among the given ones.
func allAmong(needed, services []string) bool {
	for _, service := range needed {
		if !slices.Contains(services, service) {
			return false
		}
	}
	return true
}

// reaches asks whether the policy allows an action on everything it can be
// used on. For actions on IAM itself every user, group, role or policy of the
// account is enough.
func (p *Policy) reaches(action string) merlon.Truth {
	service, name, _ := strings.Cut(action, ":")
	if service != "iam" {
		if service == "sts" {
			return p.AllowsEverywhere(action).Or(p.assumesEvery(action))
		}
		return p.AllowsEverywhere(action)
	}
	t := p.AllowsEverywhere(action)
	for _, kind := range []string{"user", "group", "role", "policy"} {
		if strings.Contains(strings.ToLower(name), kind) || kind == "user" && !namesKind(name) {
			t = t.Or(p.AllowsOnEvery(action, kind))
		}
	}
	return t
}

// namesKind reports whether an IAM action's name tells what it works on; the
// rest (CreateAccessKey, UpdateLoginProfile) works on users.
func namesKind(name string) bool {
	return strings.Contains(name, "Group") || strings.Contains(name, "Role") || strings.Contains(name, "Policy")
}

// assumesEvery is AllowsOnEvery for sts:AssumeRole, whose resources are IAM's.
func (p *Policy) assumesEvery(action string) merlon.Truth {
	return p.allows(action, func(s *Statement) merlon.Truth {
		if s.Principals.IsSet() {
			return merlon.False
		}
		return s.allows().And(s.Resources.EveryOfKind("iam", "role"), s.Constrained().Not())
	})
}
