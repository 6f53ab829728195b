variable "encrypted" {
  type = bool
}

resource "aws_redshift_cluster" "default" {
  cluster_identifier = "default"
  node_type          = "ra3.large"
}

resource "aws_redshift_cluster" "unknown" {
  cluster_identifier = "unknown"
  node_type          = "ra3.large"
  encrypted          = var.encrypted # want `undecided: cluster "unknown" is not encrypted`
}
