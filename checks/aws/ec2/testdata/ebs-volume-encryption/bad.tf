resource "aws_ebs_volume" "main" { # want `EBS volume "main" is not encrypted`
  availability_zone = "eu-west-1a"
  size              = 40
}
