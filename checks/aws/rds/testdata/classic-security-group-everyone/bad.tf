resource "aws_db_security_group" "shop" {
  name = "shop"

  ingress {
    cidr = "0.0.0.0/0" # want `group "shop" lets everyone in`
  }
}
