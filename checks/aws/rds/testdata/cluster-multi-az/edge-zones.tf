variable "members" {}

resource "aws_rds_cluster" "same" { # want `cluster "same" has instances in one availability zone only`
  cluster_identifier = "same"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "same" {
  count              = 2
  cluster_identifier = aws_rds_cluster.same.id
  availability_zone  = "eu-west-1a"
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster" "unknown" { # want `undecided: .*one availability zone only`
  cluster_identifier = "unknown"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "unknown" {
  count              = var.members
  cluster_identifier = aws_rds_cluster.unknown.id
  instance_class     = "db.r6g.large"
}

# Its instances are made elsewhere.
resource "aws_rds_cluster" "alone" {
  cluster_identifier = "alone"
  engine             = "aurora-postgresql"
}
