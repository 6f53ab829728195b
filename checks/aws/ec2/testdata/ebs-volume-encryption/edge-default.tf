resource "aws_ebs_encryption_by_default" "main" {
  enabled = true
}

resource "aws_ebs_volume" "main" {
  availability_zone = "eu-west-1a"
  size              = 40
}
