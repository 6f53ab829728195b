resource "aws_memorydb_cluster" "carts" {
  name      = "carts"
  acl_name  = "open-access" # want `cluster "carts" lets clients in without a password`
  node_type = "db.t4g.small"
}
