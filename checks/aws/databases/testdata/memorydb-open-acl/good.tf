resource "aws_memorydb_acl" "carts" {
  name       = "carts"
  user_names = ["carts"]
}

resource "aws_memorydb_cluster" "carts" {
  name      = "carts"
  acl_name  = aws_memorydb_acl.carts.name
  node_type = "db.t4g.small"
}
