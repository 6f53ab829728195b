resource "aws_ebs_encryption_by_default" "this" {
}

resource "aws_ami_copy" "base" {
  name              = "base"
  source_ami_id     = "ami-0abcdef1234567890"
  source_ami_region = "us-east-1"
}
