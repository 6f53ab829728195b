resource "aws_network_acl" "main" {
  vpc_id = "vpc-0123456789abcdef0"

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 443
    to_port    = 443
  }
}
