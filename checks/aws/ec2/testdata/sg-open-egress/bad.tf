resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  egress {
    description = "Out"
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"] # want "all traffic let out to the internet .0.0.0.0/0."
  }
}
