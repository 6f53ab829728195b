resource "aws_network_acl" "main" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress { # want "ingress entry 100 allows all ports"
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "10.0.0.0/8"
    from_port  = 0
    to_port    = 0
  }
}

resource "aws_network_acl_rule" "main" { # want "ingress entry 110 allows all ports"
  network_acl_id = aws_network_acl.main.id
  rule_number    = 110
  rule_action    = "allow"
  protocol       = "all"
  cidr_block     = "0.0.0.0/0"
}
