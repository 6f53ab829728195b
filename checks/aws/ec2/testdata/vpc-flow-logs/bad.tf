resource "aws_vpc" "main" { # want `VPC "main" has no flow log`
  cidr_block = "10.0.0.0/16"
}
