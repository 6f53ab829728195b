resource "aws_memorydb_cluster" "carts" {
  name      = "carts"
  acl_name  = "carts"
  node_type = "db.t4g.small"
}
