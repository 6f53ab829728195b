resource "aws_db_security_group" "old" { # want `"old" is a security group of EC2-Classic`
  name = "old"
  ingress {
    cidr = "10.0.0.0/24"
  }
}
