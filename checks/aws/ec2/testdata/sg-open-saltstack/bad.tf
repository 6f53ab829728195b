resource "aws_security_group" "saltstack" {
  name        = "saltstack"
  description = "Clients of the SaltStack master"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 4505
    to_port     = 4505
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 4505 \\(the SaltStack master\\) open to the internet"
  }
}
