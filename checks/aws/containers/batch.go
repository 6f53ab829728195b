package containers

import (
	"merlon"
	"merlon/checks/aws/internal/document"
)

// BatchPrivileged reports batch jobs with privileged containers.
var BatchPrivileged = &merlon.Check{
	ID:       "aws-batch-privileged-container",
	Title:    "Batch job runs a privileged container",
	Severity: merlon.High,
	Targets:  []string{"aws_batch_job_definition"},
	STRIDE:   merlon.ElevationOfPrivilege,
	CIA:      merlon.Confidentiality | merlon.Integrity,
	AAA:      merlon.Authorization,
	Why: `A privileged container is root on its host: whoever breaks into the job owns the instance, its role, and the
other jobs that run there.`,
	Fix:     `Leave privileged out, and add the one Linux capability that the job needs.`,
	Sources: []string{"https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html"},
	Aliases: []string{"CKV_AWS_210"},
	Run:     checkBatchPrivileged,
}

// jobContainers are the places of containers in the documents of a job
// definition, by the attribute that holds the document.
var jobContainers = []struct {
	attribute string
	// list leads to the parts of the document, and path from each of them to
	// its container or containers.
	list, path []string
}{
	{attribute: "container_properties"},
	{attribute: "node_properties", list: []string{"nodeRangeProperties"}, path: []string{"container"}},
	{attribute: "ecs_properties", list: []string{"taskProperties"}, path: []string{"containers"}},
}

func checkBatchPrivileged(pass *merlon.Pass, job *merlon.Resource) {
	for _, place := range jobContainers {
		v := job.Attr(place.attribute)
		privileged := merlon.False
		doc := document.Of(v)
		if doc.IsUnknown() {
			privileged = merlon.Unknown
		}
		for part := range doc.Get(place.list...).Elements() {
			privileged = privileged.Or(anyOn(part.Get(place.path...), "privileged"))
		}
		pass.Require(privileged.Not(), v, "job %q runs a privileged container", job.Name)
	}
	for _, kind := range []string{"containers", "init_containers"} {
		for v := range job.All("eks_properties", "pod_properties", kind, "security_context", "privileged") {
			pass.Require(v.Truth().Not(), v, "job %q runs a privileged container", job.Name)
		}
	}
}

// anyOn says whether a flag is set in a container or in any of a list.
func anyOn(containers document.Node, flag string) merlon.Truth {
	on := merlon.False
	if containers.IsUnknown() {
		on = merlon.Unknown
	}
	for container := range containers.Elements() {
		on = on.Or(container.Get(flag).Truth())
	}
	return on
}
