resource "aws_vpc" "main" { # want `nothing empties the default security group of VPC "main"`
  cidr_block = "10.0.0.0/16"
}
