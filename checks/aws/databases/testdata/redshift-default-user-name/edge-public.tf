variable "public" {
  type = bool
}

resource "aws_redshift_cluster" "private" {
  cluster_identifier  = "private"
  master_username     = "admin"
  publicly_accessible = false
}

resource "aws_redshift_cluster" "unstated" {
  cluster_identifier = "unstated"
  master_username    = "Admin" # want `admin of cluster "unstated", which may be public, has the default name "Admin"`
}

resource "aws_redshift_cluster" "unknown" {
  cluster_identifier  = "unknown"
  master_username     = "admin" # want `undecided: admin of cluster "unknown"`
  publicly_accessible = var.public
}
