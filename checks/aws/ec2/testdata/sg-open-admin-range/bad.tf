resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  ingress {
    description = "Operators"
    protocol    = "tcp"
    from_port   = 20
    to_port     = 4000
    cidr_blocks = ["0.0.0.0/0"] # want "TCP ports 20-4000 .SSH, RDP, SQL Server and [0-9]+ more. open to the internet"
  }
}
