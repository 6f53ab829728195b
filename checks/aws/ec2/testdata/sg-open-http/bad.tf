resource "aws_security_group" "http" {
  name        = "http"
  description = "Clients of HTTP"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 80 \\(HTTP\\) open to the internet"
  }
}
