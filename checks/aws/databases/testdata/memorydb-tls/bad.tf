resource "aws_memorydb_cluster" "carts" {
  name        = "carts"
  acl_name    = "open-access"
  node_type   = "db.t4g.small"
  tls_enabled = false # want `cluster "carts" is not encrypted in transit`
}
