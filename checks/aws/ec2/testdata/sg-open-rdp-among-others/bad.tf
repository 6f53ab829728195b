resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  ingress {
    description = "Operators"
    protocol    = "tcp"
    from_port   = 20
    to_port     = 4000
    cidr_blocks = ["0.0.0.0/0"] # want "TCP ports 20-4000 .RDP. open to the internet"
  }
  ingress {
    description = "Operators"
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"] # want "all traffic .RDP. open to the internet"
  }
}
