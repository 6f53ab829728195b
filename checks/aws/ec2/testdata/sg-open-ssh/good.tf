resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  ingress {
    description     = "Operators"
    protocol        = "tcp"
    from_port       = 22
    to_port         = 22
    prefix_list_ids = ["pl-0123456789abcdef0"]
  }
}
