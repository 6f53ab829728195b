resource "aws_security_group" "sales" {
  name   = "sales"
  vpc_id = "vpc-0a1b2c3d"
}
