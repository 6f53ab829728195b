resource "aws_neptune_cluster" "main" {
  cluster_identifier = "main"
}

resource "aws_neptune_cluster_instance" "members" {
  count = 2

  cluster_identifier = aws_neptune_cluster.main.id
  instance_class     = "db.r6g.large"
}
