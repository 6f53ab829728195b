resource "aws_security_group" "orders" { # want `security group "orders" has no description of its own`
  name = "orders"
}
