resource "aws_kms_key" "move" {
  enable_key_rotation = true
}

resource "aws_dms_replication_instance" "move" {
  replication_instance_id    = "move"
  replication_instance_class = "dms.t3.medium"
  kms_key_arn                = aws_kms_key.move.arn
}

resource "aws_dms_endpoint" "lake" {
  endpoint_id   = "lake"
  endpoint_type = "target"
  engine_name   = "s3"

  s3_settings {
    server_side_encryption_kms_key_id = aws_kms_key.move.arn
  }
}
