resource "aws_security_group" "puppet" {
  name        = "puppet"
  description = "Clients of the Puppet master"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 8140
    to_port     = 8140
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 8140 \\(the Puppet master\\) open to the internet"
  }
}
