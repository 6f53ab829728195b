resource "aws_ami_copy" "base" { # want `AMI copy "base" is not encrypted with a key of yours`
  name              = "base"
  source_ami_id     = "ami-0abcdef1234567890"
  source_ami_region = "us-east-1"
  encrypted         = true
}
