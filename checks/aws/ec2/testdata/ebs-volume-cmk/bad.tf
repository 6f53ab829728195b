resource "aws_ebs_volume" "main" { # want `EBS volume "main" names no customer managed key`
  availability_zone = "eu-west-1a"
  encrypted         = true
}

resource "aws_ebs_volume" "aws" {
  availability_zone = "eu-west-1a"
  encrypted         = true
  kms_key_id        = "arn:aws:kms:eu-west-1:111122223333:alias/aws/ebs" # want "encrypted with the AWS managed key"
}
