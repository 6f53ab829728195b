resource "aws_security_group" "ldap" {
  name        = "ldap"
  description = "Clients of LDAP"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 389
    to_port     = 389
    cidr_blocks = ["10.20.0.0/24"]
  }
}
