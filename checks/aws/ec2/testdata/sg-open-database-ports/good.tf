resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  ingress {
    description     = "Operators"
    protocol        = "tcp"
    from_port       = 5432
    to_port         = 5432
    security_groups = [aws_security_group.application.id]
  }
}

resource "aws_security_group" "application" {
  description = "The order service"
}
