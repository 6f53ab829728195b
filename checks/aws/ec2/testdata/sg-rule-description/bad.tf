resource "aws_security_group" "orders" {
  description = "Nodes of the order service"

  ingress { # want "ingress rule for TCP port 443 has no description"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/16"]
  }
}
