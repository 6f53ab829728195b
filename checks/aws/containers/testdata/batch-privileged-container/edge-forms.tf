variable "privileged" {}

resource "aws_batch_job_definition" "unknown" {
  name = "unknown"
  type = "container"
  container_properties = jsonencode({ # want `undecided: job "unknown" runs`
    image      = "busybox"
    privileged = var.privileged
  })
}

resource "aws_batch_job_definition" "nodes" {
  name = "nodes"
  type = "multinode"
  node_properties = jsonencode({ # want `job "nodes" runs`
    mainNode = 0
    numNodes = 2
    nodeRangeProperties = [
      { targetNodes = "0:", container = { image = "busybox" } },
      { targetNodes = "1:", container = { image = "busybox", privileged = true } },
    ]
  })
}

resource "aws_batch_job_definition" "tasks" {
  name = "tasks"
  type = "container"
  ecs_properties = jsonencode({ # want `job "tasks" runs`
    taskProperties = [{ containers = [{ name = "a" }, { name = "b", privileged = true }] }]
  })
}

resource "aws_batch_job_definition" "pods" {
  name = "pods"
  type = "container"
  eks_properties {
    pod_properties {
      containers {
        image = "busybox"
        security_context {
          privileged = true # want `job "pods" runs`
        }
      }
      containers {
        image = "busybox"
      }
    }
  }
}

resource "aws_batch_job_definition" "no_json" {
  name                 = "no-json"
  type                 = "container"
  container_properties = "privileged: true"
}
