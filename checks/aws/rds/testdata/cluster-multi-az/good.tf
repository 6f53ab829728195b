resource "aws_rds_cluster" "main" {
  cluster_identifier = "main"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "members" {
  count = 2

  cluster_identifier = aws_rds_cluster.main.id
  instance_class     = "db.r6g.large"
}
