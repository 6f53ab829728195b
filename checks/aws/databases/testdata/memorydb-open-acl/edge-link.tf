variable "acl" {
  type = string
}

resource "aws_memorydb_acl" "generated" {
  name_prefix = "carts"
}

resource "aws_memorydb_cluster" "generated" {
  name      = "generated"
  acl_name  = aws_memorydb_acl.generated.id
  node_type = "db.t4g.small"
}

resource "aws_memorydb_cluster" "unknown" {
  name      = "unknown"
  acl_name  = var.acl # want `undecided: cluster "unknown" lets clients in without a password`
  node_type = "db.t4g.small"
}
