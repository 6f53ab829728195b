package containers

import (
	"slices"
	"strings"

	"merlon"
	"merlon/checks/aws/internal/demand"
	"merlon/checks/aws/internal/document"
	"merlon/internal/secret"
)

const sourceTaskDefinition = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"

// containersOf are the container definitions of a task.
var containersOf = merlon.Derive(func(task *merlon.Resource) document.Node {
	return document.Of(task.Attr("container_definitions"))
})

// eachContainer calls look for each container of a task. What is not known of
// the containers is undecided.
func eachContainer(pass *merlon.Pass, task *merlon.Resource, look func(at merlon.Value, name string, container document.Node)) {
	at := task.Attr("container_definitions")
	containers := containersOf.Of(task)
	if containers.IsUnknown() {
		pass.Undecidedf(at, "the containers of task %q are not known before apply", task.Name)
		return
	}
	for container := range containers.Elements() {
		if container.IsUnknown() {
			pass.Undecidedf(at, "the containers of task %q are not all known before apply", task.Name)
			continue
		}
		look(at, container.Get("name").Text(), container)
	}
}

// ECSPrivileged reports privileged containers.
var ECSPrivileged = &merlon.Check{
	ID:       "aws-ecs-privileged-container",
	Title:    "ECS container is privileged",
	Severity: merlon.High,
	Targets:  []string{"aws_ecs_task_definition"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `A privileged container is root on its host: whoever breaks into it owns the instance, its role, and every other
container there.`,
	Fix:     `Leave privileged out. Add the one Linux capability that is needed in linuxParameters.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html", sourceECS},
	Aliases: []string{"CKV_AWS_334"},
	Run: func(pass *merlon.Pass, task *merlon.Resource) {
		eachContainer(pass, task, func(at merlon.Value, name string, container document.Node) {
			pass.Require(container.Get("privileged").Truth().Not(), at, "container %q of task %q is privileged", name, task.Name)
		})
	},
}

// ECSReadOnlyRoot reports containers that can write to their own files.
var ECSReadOnlyRoot = &merlon.Check{
	ID:       "aws-ecs-readonly-root",
	Title:    "ECS container can write to its root file system",
	Severity: merlon.Low,
	OptIn:    true, // a good many images write to themselves and have to be changed first
	Targets:  []string{"aws_ecs_task_definition"},
	STRIDE:   merlon.Tampering,
	CIA:      merlon.Integrity,
	Why:      `Whoever gets in can put tools next to the application, or change it.`,
	Fix:      `Set readonlyRootFilesystem to true, and mount a volume for what has to be written.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html", sourceECS},
	Aliases:  []string{"CKV_AWS_336"},
	Run: func(pass *merlon.Pass, task *merlon.Resource) {
		eachContainer(pass, task, func(at merlon.Value, name string, container document.Node) {
			pass.Require(container.Get("readonlyRootFilesystem").Truth(), at,
				"container %q of task %q can write to its root file system", name, task.Name)
		})
	},
}

// ECSHostProcesses reports tasks that see the processes of their host.
var ECSHostProcesses = demand.Setting(merlon.Check{
	ID:       "aws-ecs-host-pid",
	Title:    "ECS task shares the host's process namespace",
	Severity: merlon.High,
	STRIDE:   merlon.ElevationOfPrivilege | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `Its containers see, and with the right capability can end or read, every process of the host and of other tasks.`,
	Fix:      `Leave pid_mode out, or set it to "task".`,
	Sources:  []string{sourceTaskDefinition, sourceECS},
	Aliases:  []string{"CKV_AWS_335"},
}, "shares the host's process namespace",
	demand.Row{Type: "aws_ecs_task_definition", Noun: "task", Path: "pid_mode", Want: demand.NoneOf("host")},
)

// ECSNetworkMode reports tasks without a network interface of their own.
var ECSNetworkMode = demand.Setting(merlon.Check{
	ID:       "aws-ecs-awsvpc-mode",
	Title:    "ECS task has no network interface of its own",
	Severity: merlon.Low,
	OptIn:    true, // bridge mode is sound on hosts that serve one application
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `In other modes the tasks of a host share its address and its security groups: what one of them may reach, all may,
and flow logs do not tell them apart.`,
	Fix:     `Set network_mode = "awsvpc" and give the service security groups of its own.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html"},
	Aliases: []string{"AC_AWS_0088"},
}, "has no network interface of its own",
	demand.Row{Type: "aws_ecs_task_definition", Noun: "task", Path: "network_mode", Want: demand.OneOf("awsvpc")},
)

// ECSHostNetwork reports tasks on the network of their host.
var ECSHostNetwork = demand.Setting(merlon.Check{
	ID:       "aws-ecs-host-network",
	Title:    "ECS task shares the host's network",
	Severity: merlon.Medium,
	OptIn:    true, // agents that watch over a host need it
	STRIDE:   merlon.ElevationOfPrivilege | merlon.InformationDisclosure,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authorization,
	Why: `Its containers listen on the host's own address, reach whatever listens on its loopback, and get the credentials of
the instance's role from the metadata service.`,
	Fix:     `Set network_mode = "awsvpc".`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/networking-networkmode-host.html", sourceECS},
}, "shares the host's network",
	demand.Row{Type: "aws_ecs_task_definition", Noun: "task", Path: "network_mode", Want: demand.NoneOf("host")},
)

// ECSRootUser reports containers that are told to run as root. A container
// that names no user runs as its image says, which is not in the code.
var ECSRootUser = &merlon.Check{
	ID:       "aws-ecs-root-user",
	Title:    "ECS container is told to run as root",
	Severity: merlon.Low,
	Targets:  []string{"aws_ecs_task_definition"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Integrity,
	AAA:      merlon.Authorization,
	Why:      `Whoever breaks into the application may change everything in the container, and is one flaw away from root on the host.`,
	Fix:      `Set user to a number other than 0, and make the image work for it.`,
	Sources:  []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html", sourceECS},
	Run: func(pass *merlon.Pass, task *merlon.Resource) {
		// Windows has no root.
		linux := demand.StartsWith("WINDOWS")(task.Attr("runtime_platform", "operating_system_family")).Not()
		if linux == merlon.False {
			return
		}
		eachContainer(pass, task, func(at merlon.Value, name string, container document.Node) {
			user := container.Get("user")
			root := merlon.Unknown
			if !user.IsUnknown() {
				who, _, _ := strings.Cut(user.Text(), ":")
				root = merlon.TruthOf(who == "root" || who == "0")
			}
			pass.Require(root.And(linux).Not(), at, "container %q of task %q runs as root", name, task.Name)
		})
	},
}

// ECSPlaintextSecrets reports credentials in task definitions. It never shows
// them.
var ECSPlaintextSecrets = &merlon.Check{
	ID:       "aws-ecs-plaintext-secrets",
	Title:    "ECS task definition contains a secret",
	Severity: merlon.High,
	Targets:  []string{"aws_ecs_task_definition"},
	STRIDE:   merlon.InformationDisclosure | merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality,
	AAA:      merlon.Authentication,
	Why: `Whoever may describe the task definition reads the credential, in every revision for ever. It also stands in
Terraform's code and state.`,
	Fix:     `Revoke the credential. Keep it in Secrets Manager or Parameter Store, and name it under secrets with valueFrom.`,
	Sources: []string{"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html", sourceECS},
	Aliases: []string{"AVD-AWS-0036", "AC_AWS_0095", "aws-ecs-no-plaintext-secrets"},
	Run:     checkECSSecrets,
}

func checkECSSecrets(pass *merlon.Pass, task *merlon.Resource) {
	at := task.Attr("container_definitions")
	for _, ref := range at.Refs() {
		if demand.CarriesSecret(ref) {
			pass.Reportf(at, "task %q spells out %s of %s", task.Name, ref.Attribute, ref.Target.Label()).At(merlon.Medium).About(ref.Target)
		}
	}
	eachContainer(pass, task, func(at merlon.Value, name string, container document.Node) {
		reported := false
		for variable := range container.Get("environment").Elements() {
			key, value := variable.Get("name").Text(), variable.Get("value")
			switch {
			case value.IsUnknown():
				// It may still be the ARN or the path of a secret.
				if demand.NamesSecret(key) {
					pass.Undecidedf(at, "environment variable %q of container %q may be a secret", key, name)
				}
			case len(demand.VariableSecrets(key, value.Text())) > 0:
				reported = true
				pass.Reportf(at, "environment variable %q of container %q in task %q is a secret", key, name, task.Name)
			}
		}
		if reported {
			return
		}
		for _, list := range []string{"command", "entryPoint"} {
			if rules := secretsIn(container.Get(list)); len(rules) > 0 {
				pass.Reportf(at, "%s of container %q in task %q contains a secret (%s)", list, name, task.Name, strings.Join(rules, ", "))
			}
		}
	})
}

// secretsIn are the kinds of credential in a list of words, surer ones only:
// a command line assigns many things.
func secretsIn(list document.Node) (rules []string) {
	for word := range list.Elements() {
		for _, m := range secret.Find(word.Text()) {
			if m.Confidence >= secret.Medium && !slices.Contains(rules, m.Rule) {
				rules = append(rules, m.Rule)
			}
		}
	}
	slices.Sort(rules)
	return rules
}
