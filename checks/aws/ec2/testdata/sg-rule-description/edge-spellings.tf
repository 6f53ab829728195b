resource "aws_security_group" "none" {
  description = "Without rules of its own"
}

resource "aws_security_group_rule" "rule" { # want "egress rule for all traffic has no description"
  type              = "egress"
  security_group_id = aws_security_group.none.id
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["10.0.0.0/16"]
}

resource "aws_vpc_security_group_ingress_rule" "rule" {
  security_group_id = aws_security_group.none.id
  description       = "" # want "ingress rule for all traffic has no description"
  ip_protocol       = "-1"
  cidr_ipv4         = "10.0.0.0/16"
}

resource "aws_vpc_security_group_egress_rule" "rule" {
  security_group_id = aws_security_group.none.id
  description       = "To the database"
  ip_protocol       = "-1"
  cidr_ipv4         = "10.0.0.0/16"
}
