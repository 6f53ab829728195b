resource "aws_redshift_subnet_group" "private" {
  name       = "private"
  subnet_ids = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
}

resource "aws_redshift_cluster" "sales" {
  cluster_identifier        = "sales"
  node_type                 = "ra3.large"
  cluster_subnet_group_name = aws_redshift_subnet_group.private.name
}
