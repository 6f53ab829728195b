resource "aws_dms_replication_instance" "move" { # want `replication instance "move" names no customer-managed key`
  replication_instance_id    = "move"
  replication_instance_class = "dms.t3.medium"
}

resource "aws_dms_endpoint" "orders" { # want `endpoint "orders" names no customer-managed key`
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "postgres"
}

resource "aws_dms_s3_endpoint" "lake" { # want `endpoint "lake" names no customer-managed key`
  endpoint_id   = "lake"
  endpoint_type = "target"
  bucket_name   = "lake"
}
