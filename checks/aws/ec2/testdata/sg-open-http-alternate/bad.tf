resource "aws_security_group" "http_alternate" {
  name        = "http-alternate"
  description = "Clients of an alternate web port"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 8000
    to_port     = 8000
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 8000 \\(an alternate web port\\) open to the internet"
  }
}
