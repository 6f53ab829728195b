resource "aws_neptune_cluster" "main" { # want `cluster "main" has instances in one availability zone only`
  cluster_identifier = "main"
}

resource "aws_neptune_cluster_instance" "first" {
  cluster_identifier = aws_neptune_cluster.main.id
  instance_class     = "db.r6g.large"
}
