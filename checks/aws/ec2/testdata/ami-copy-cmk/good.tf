resource "aws_kms_key" "images" {
  enable_key_rotation = true
}

resource "aws_ami_copy" "base" {
  name              = "base"
  source_ami_id     = "ami-0abcdef1234567890"
  source_ami_region = "us-east-1"
  encrypted         = true
  kms_key_id        = aws_kms_key.images.arn
}
