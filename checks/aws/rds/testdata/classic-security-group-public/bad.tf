resource "aws_db_security_group" "shop" {
  name = "shop"

  ingress {
    cidr = "8.8.8.8/32" # want `group "shop" lets public addresses in`
  }
}
