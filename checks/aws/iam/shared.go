package iam

import (
	"slices"
	"strings"

	"merlon"
	"merlon/internal/iam"
)

// RoleSharedBetweenServices reports roles that services of different kinds
// may assume.
var RoleSharedBetweenServices = &merlon.Check{
	ID:       "aws-iam-role-shared-between-services",
	Title:    "IAM role is shared by unrelated AWS services",
	Severity: merlon.Low,
	Targets:  []string{"aws_iam_role"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why: `A role that a function, an instance and a pipeline share has the permissions of all
three, and the trail does not tell which of them used it. Each of them should have its
own.`,
	Fix:     `Make one role for each service, with the permissions that it needs.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"},
	Run: func(pass *merlon.Pass, r *merlon.Resource) {
		trusted := trustedServices(r)
		if len(trusted) > 1 {
			pass.Reportf(r.Attr("assume_role_policy"), "role %q is shared by %s", r.Name, strings.Join(trusted, ", "))
		}
	},
}

// PolicySharedBetweenServices reports customer managed policies that roles of
// different services have.
var PolicySharedBetweenServices = &merlon.Check{
	ID:       "aws-iam-policy-shared-between-services",
	Title:    "IAM policy is shared by roles of unrelated AWS services",
	Severity: merlon.Low,
	Targets:  []string{"aws_iam_policy"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `A policy that grows with the needs of several services gives each of them what the
others need. When it changes for one, it changes for all.`,
	Fix:     `Write one policy for each service, with the actions and resources that it needs.`,
	Sources: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"},
	Run:     checkPolicySharedBetweenServices,
}

func checkPolicySharedBetweenServices(pass *merlon.Pass, policy *merlon.Resource) {
	var roles []*merlon.Resource
	var families []string
	for _, role := range rolesWith(pass, policy) {
		trusted := trustedServices(role)
		if len(trusted) != 1 || slices.Contains(families, trusted[0]) {
			continue // shared itself, or trusted by people
		}
		families = append(families, trusted[0])
		roles = append(roles, role)
	}
	if len(families) > 1 {
		slices.Sort(families)
		pass.Reportf(policy, "policy %q is shared by roles of %s", policy.Name, strings.Join(families, ", ")).About(roles...)
	}
}

// rolesWith are the roles of the estate that a managed policy is attached to.
func rolesWith(pass *merlon.Pass, policy *merlon.Resource) []*merlon.Resource {
	var roles []*merlon.Resource
	add := func(found ...*merlon.Resource) {
		for _, r := range found {
			if !slices.Contains(roles, r) {
				roles = append(roles, r)
			}
		}
	}
	for typ, path := range map[string]string{
		"aws_iam_role_policy_attachment":            "role",
		"aws_iam_policy_attachment":                 "roles",
		"aws_iam_role_policy_attachments_exclusive": "role_name",
	} {
		arn := "policy_arn"
		if strings.HasSuffix(typ, "_exclusive") {
			arn = "policy_arns"
		}
		for _, a := range pass.Companions(policy, typ, arn).List {
			add(a.Attr(path).Targets("aws_iam_role")...)
		}
	}
	add(pass.Companions(policy, "aws_iam_role", "managed_policy_arns").List...)
	slices.SortFunc(roles, func(a, b *merlon.Resource) int { return merlon.CompareAddresses(a.Address, b.Address) })
	return roles
}

// serviceFamilies joins the service principals that stand for one kind of
// workload, by the first word of the principal.
var serviceFamilies = map[string]string{
	"ecs-tasks": "ecs", "ecs.application-autoscaling": "ecs",
	"edgelambda": "lambda",
	"ssm":        "ec2", "spotfleet": "ec2", "spot": "ec2", "autoscaling": "ec2", "ec2fleet": "ec2",
	"eks-fargate-pods": "eks", "eks-fargate": "eks", "eks-nodegroup": "eks",
	"scheduler": "events", "pipes": "events",
	"vpc-flow-logs": "logs",
	"codebuild":     "code", "codepipeline": "code", "codedeploy": "code", "codecommit": "code",
	"dax": "dynamodb", "elasticmapreduce": "emr", "emr-serverless": "emr",
	"databrew": "glue",
}

// trustedServices are the kinds of service that a role trusts, sorted. A
// statement that a source condition ties to one caller counts as well.
func trustedServices(role *merlon.Resource) []string {
	p := read(role.Attr("assume_role_policy")).policy
	if p == nil {
		return nil
	}
	var out []string
	for _, s := range p.Statements {
		if s.Effect != iam.Allow || s.Principals.Not {
			continue
		}
		for _, principal := range s.Principals.Service {
			if family := serviceFamily(principal); family != "" && !slices.Contains(out, family) {
				out = append(out, family)
			}
		}
	}
	slices.Sort(out)
	return out
}

// serviceFamily is the kind of service of a principal: "ecs" of
// "ecs-tasks.amazonaws.com", and of a regional "logs.eu-west-1.amazonaws.com"
// just "logs". It is empty for a principal that is not known.
func serviceFamily(principal string) string {
	if merlon.HasPlaceholder(principal) {
		// "ec2.⟦data.aws_partition.current.dns_suffix⟧" is known well enough.
		var ok bool
		if principal, _, ok = strings.Cut(principal, ".⟦"); !ok || merlon.HasPlaceholder(principal) {
			return ""
		}
	}
	principal = strings.ToLower(principal)
	for _, suffix := range []string{".amazonaws.com", ".amazonaws.com.cn", ".amazon.com"} {
		principal = strings.TrimSuffix(principal, suffix)
	}
	if family, ok := serviceFamilies[principal]; ok {
		return family
	}
	// "logs.eu-west-1" is logs in a region, "batchoperations.s3" a part of S3.
	service, rest, ok := strings.Cut(principal, ".")
	if ok && strings.Count(rest, "-") < 2 {
		service = rest
	}
	if family, ok := serviceFamilies[service]; ok {
		return family
	}
	return service
}

// RoleSharedBetweenWorkloads reports roles that several workloads run with.
var RoleSharedBetweenWorkloads = &merlon.Check{
	ID:       "aws-iam-role-shared-between-workloads",
	Title:    "IAM role is shared by several workloads",
	Severity: merlon.Low,
	OptIn:    true,
	Targets:  []string{"aws_iam_role"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization | merlon.Accounting,
	Why: `Functions, tasks and instances that share a role have each other's permissions: a flaw
in the least of them opens what the most trusted one may do.`,
	Fix:     `Make a role for each workload, with the permissions that it needs.`,
	Sources: []string{"https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html"},
	Run: func(pass *merlon.Pass, role *merlon.Resource) {
		var labels []string
		var users []*merlon.Resource
		for _, w := range workloads(pass, role) {
			// The instances of one block are one workload.
			if label := w.ConfigAddress(); !slices.Contains(labels, label) {
				labels = append(labels, label)
				users = append(users, w)
			}
		}
		if len(labels) > 1 {
			slices.Sort(labels)
			pass.Reportf(role, "role %q is shared by %s", role.Name, strings.Join(labels, ", ")).About(users...)
		}
	},
}

// runsWith are the types that run somebody's code with a role, and the
// attribute that names it. The role that starts a task (execution_role_arn)
// is not among them: it does the same for all.
var runsWith = map[string]string{
	"aws_lambda_function":              "role",
	"aws_ecs_task_definition":          "task_role_arn",
	"aws_instance":                     "iam_instance_profile",
	"aws_launch_template":              "iam_instance_profile",
	"aws_launch_configuration":         "iam_instance_profile",
	"aws_spot_instance_request":        "iam_instance_profile",
	"aws_codebuild_project":            "service_role",
	"aws_sfn_state_machine":            "role_arn",
	"aws_glue_job":                     "role_arn",
	"aws_sagemaker_notebook_instance":  "role_arn",
	"aws_apprunner_service":            "instance_configuration",
	"aws_batch_job_definition":         "container_properties",
	"aws_eks_pod_identity_association": "role_arn",
}

// workloads are the resources that run with a role, directly or through an
// instance profile.
func workloads(pass *merlon.Pass, role *merlon.Resource) (out []*merlon.Resource) {
	for _, ref := range pass.Estate.Referrers(role) {
		r := ref.Resource
		if r.Type == "aws_iam_instance_profile" && r.Mode == merlon.Managed && r != role {
			for _, through := range pass.Estate.Referrers(r) {
				if runsWith[through.Resource.Type] == through.Attribute {
					out = append(out, through.Resource)
				}
			}
		} else if attribute, ok := runsWith[r.Type]; ok && attribute == ref.Attribute {
			out = append(out, r)
		}
	}
	return out
}
