resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  ingress {
    description = "Operators"
    protocol    = "tcp"
    from_port   = 1024
    to_port     = 3000
    cidr_blocks = ["0.0.0.0/0"] # want "TCP ports 1024-3000 .SQL Server, SQL Server Analysis Services, Oracle Database and 4 more. open"
  }
  ingress {
    description = "Operators"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    description = "Operators"
    protocol    = "tcp"
    from_port   = 0
    to_port     = 65535
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    description = "Operators"
    protocol    = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    description = "Operators"
    protocol    = "udp"
    from_port   = 161
    to_port     = 161
    cidr_blocks = ["0.0.0.0/0"]
  }
}
