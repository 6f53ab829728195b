resource "aws_security_group" "puppet" {
  name        = "puppet"
  description = "Clients of the Puppet master"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 8140
    to_port     = 8140
    cidr_blocks = ["10.20.0.0/24"]
  }
}
