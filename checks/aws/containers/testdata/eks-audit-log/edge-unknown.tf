variable "logs" {}

resource "aws_eks_cluster" "unknown" {
  name                      = "unknown"
  enabled_cluster_log_types = var.logs # want `undecided: cluster "unknown" writes no audit log`
}

resource "aws_eks_cluster" "some" {
  name                      = "some"
  enabled_cluster_log_types = ["api", "scheduler"] # want `cluster "some" writes no audit log`
}
