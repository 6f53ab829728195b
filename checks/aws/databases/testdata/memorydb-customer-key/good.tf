resource "aws_kms_key" "carts" {
  enable_key_rotation = true
}

resource "aws_memorydb_cluster" "carts" {
  name        = "carts"
  acl_name    = "carts"
  node_type   = "db.t4g.small"
  kms_key_arn = aws_kms_key.carts.arn
}
