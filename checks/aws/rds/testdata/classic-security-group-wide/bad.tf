resource "aws_db_security_group" "shop" {
  name = "shop"

  ingress {
    cidr = "10.0.0.0/16" # want `group "shop" lets a whole network in`
  }
}
