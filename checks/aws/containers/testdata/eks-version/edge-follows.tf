variable "old" {
  default = 1.21
}

variable "unknown" {}

resource "aws_eks_cluster" "old" {
  name    = "old"
  version = var.old # want `version 1.21 of "old"`
}

resource "aws_eks_node_group" "follows" {
  cluster_name = "unknown"
  version      = aws_eks_cluster.unknown.version
}

resource "aws_eks_cluster" "unknown" {
  name    = "unknown"
  version = var.unknown # want `undecided`
}

resource "aws_eks_cluster" "newest" {
  name = "newest"
}
