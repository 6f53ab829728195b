variable "key" {}
variable "on" {}

resource "aws_eks_cluster" "unknown" {
  name = "unknown"
  encryption_config {
    resources = ["secrets"]
    provider {
      key_arn = var.key # want `undecided: secrets of cluster "unknown"`
    }
  }
}

resource "aws_eks_cluster" "may_be" {
  name = "may-be"
  dynamic "encryption_config" {
    for_each = var.on
    content {
      resources = [] # want `undecided: secrets of cluster "may_be"`
    }
  }
}

resource "aws_eks_cluster" "keyless" {
  name = "keyless"
  encryption_config { # want `secrets of cluster "keyless"`
    resources = ["secrets"]
  }
}
