resource "aws_security_group" "example" {
  description = "Nodes of the order service"

  egress {
    description     = "Out"
    protocol        = "tcp"
    from_port       = 443
    to_port         = 443
    prefix_list_ids = ["pl-0123456789abcdef0"]
  }
}
