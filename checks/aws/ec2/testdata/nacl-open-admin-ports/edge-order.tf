variable "network" {
  type = string
}

resource "aws_network_acl" "late" {
  ingress {
    rule_no    = 200
    action     = "deny"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0" # want "SSH and RDP open to the internet"
    from_port  = 0
    to_port    = 0
  }
}

# An entry of its own resource may come first.
resource "aws_network_acl" "guarded" {
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0" # want "^RDP open to the internet"
    from_port  = 0
    to_port    = 0
  }
}

resource "aws_network_acl_rule" "guard" {
  network_acl_id = aws_network_acl.guarded.id
  rule_number    = 50
  rule_action    = "deny"
  protocol       = "6"
  cidr_block     = "0.0.0.0/0"
  from_port      = 22
  to_port        = 22
}

resource "aws_network_acl" "bare" {
  vpc_id = "vpc-0123456789abcdef0"
}

resource "aws_network_acl_rule" "six" {
  network_acl_id  = aws_network_acl.bare.id
  rule_number     = 50
  egress          = false
  rule_action     = "allow"
  protocol        = "tcp"
  ipv6_cidr_block = "::/0" # want "^SSH open to the internet .::/0."
  from_port       = 22
  to_port         = 22
}

resource "aws_network_acl_rule" "out" {
  network_acl_id = aws_network_acl.bare.id
  rule_number    = 50
  egress         = true
  rule_action    = "allow"
  protocol       = "-1"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "unknown" {
  network_acl_id = aws_network_acl.bare.id
  rule_number    = 60
  rule_action    = "allow"
  protocol       = "tcp"
  cidr_block     = var.network # want "undecided: whether the ACL lets the internet in"
  from_port      = 22
  to_port        = 22
}

resource "aws_network_acl_rule" "never" {
  count          = 0
  network_acl_id = aws_network_acl.bare.id
  rule_number    = 70
  rule_action    = "allow"
  protocol       = "tcp"
  cidr_block     = "0.0.0.0/0"
  from_port      = 22
  to_port        = 22
}
