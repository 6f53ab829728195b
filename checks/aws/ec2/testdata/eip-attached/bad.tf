resource "aws_eip" "spare" { # want `address "spare" is attached to nothing`
  domain = "vpc"
}
