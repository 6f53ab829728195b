resource "aws_security_group" "telnet" {
  name        = "telnet"
  description = "Clients of Telnet"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 23
    to_port     = 23
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 23 \\(Telnet\\) open to the internet"
  }
}
