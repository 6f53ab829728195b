resource "aws_security_group" "saltstack" {
  name        = "saltstack"
  description = "Clients of the SaltStack master"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 4505
    to_port     = 4505
    cidr_blocks = ["10.20.0.0/24"]
  }
}
