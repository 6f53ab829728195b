resource "aws_kms_key" "main" {
  enable_key_rotation = true
}

resource "aws_ebs_snapshot_copy" "main" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "eu-west-1"
  encrypted          = true
  kms_key_id         = aws_kms_key.main.arn
}
