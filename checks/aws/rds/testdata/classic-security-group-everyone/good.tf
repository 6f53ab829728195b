resource "aws_db_security_group" "shop" {
  name = "shop"

  ingress {
    cidr = "10.0.1.0/28"
  }
}
