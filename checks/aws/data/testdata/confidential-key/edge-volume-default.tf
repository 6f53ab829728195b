resource "aws_kms_key" "volumes" {}

resource "aws_ebs_encryption_by_default" "on" {
  enabled = true
}

resource "aws_ebs_default_kms_key" "volumes" {
  key_arn = aws_kms_key.volumes.arn
}

resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 10
  tags              = { data-classification = "confidential" }
}
