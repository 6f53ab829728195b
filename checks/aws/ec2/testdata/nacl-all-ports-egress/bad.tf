resource "aws_network_acl" "main" {
  vpc_id = "vpc-0123456789abcdef0"

  egress { # want "egress entry 100 allows all ports"
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
}
