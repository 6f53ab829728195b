resource "aws_kms_key" "main" {
  enable_key_rotation = true
}

resource "aws_ebs_volume" "main" {
  availability_zone = "eu-west-1a"
  encrypted         = true
  kms_key_id        = aws_kms_key.main.arn
}
