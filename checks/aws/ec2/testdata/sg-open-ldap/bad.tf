resource "aws_security_group" "ldap" {
  name        = "ldap"
  description = "Clients of LDAP"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 389
    to_port     = 389
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 389 \\(LDAP\\) open to the internet"
  }
}
