resource "aws_redshift_security_group" "sales" { # want `security group "sales" has no description`
  name = "sales"

  ingress {
    cidr = "10.0.0.0/24"
  }
}
