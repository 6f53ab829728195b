resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  ingress {
    description = "Operators"
    protocol    = "tcp"
    from_port   = 3306
    to_port     = 3306
    cidr_blocks = ["198.51.100.0/24"] # want "TCP port 3306 .MySQL. open to public addresses .198.51.100.0/24."
  }
}
