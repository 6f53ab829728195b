resource "aws_security_group" "https" {
  name        = "https"
  description = "Clients of HTTPS"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 443 \\(HTTPS\\) open to the internet"
  }
}
