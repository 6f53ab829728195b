resource "aws_redshift_security_group" "sales" { # want `"sales" is a security group of EC2-Classic`
  name = "sales"

  ingress {
    cidr = "10.0.0.0/24"
  }
}
