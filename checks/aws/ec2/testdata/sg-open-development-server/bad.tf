resource "aws_security_group" "development_server" {
  name        = "development-server"
  description = "Clients of a development server"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 3000
    to_port     = 3000
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 3000 \\(a development server\\) open to the internet"
  }
}
