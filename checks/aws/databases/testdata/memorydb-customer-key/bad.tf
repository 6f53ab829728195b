resource "aws_memorydb_cluster" "carts" { # want `cluster "carts" names no customer-managed key`
  name      = "carts"
  acl_name  = "carts"
  node_type = "db.t4g.small"
}

resource "aws_memorydb_snapshot" "carts" { # want `snapshot "carts" names no customer-managed key`
  name         = "carts"
  cluster_name = "carts"
}
