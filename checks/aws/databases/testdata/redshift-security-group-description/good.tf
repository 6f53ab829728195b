resource "aws_redshift_security_group" "sales" {
  name        = "sales"
  description = "The reporting servers"

  ingress {
    cidr = "10.0.0.0/24"
  }
}
