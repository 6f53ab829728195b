resource "aws_rds_cluster" "main" { # want `cluster "main" has instances in one availability zone only`
  cluster_identifier = "main"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "first" {
  cluster_identifier = aws_rds_cluster.main.id
  instance_class     = "db.r6g.large"
}
