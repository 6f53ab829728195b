variable "rules" {
  type = list(any)
}

resource "aws_default_security_group" "empty" {
  ingress = []
  egress  = []
}

resource "aws_default_security_group" "rule" { # want "has rules, the first for egress of all traffic"
}

resource "aws_security_group_rule" "rule" {
  type              = "egress"
  security_group_id = aws_default_security_group.rule.id
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["10.0.0.0/16"]
}

resource "aws_default_security_group" "unknown" {
  ingress = var.rules # want "undecided: ingress is not known"
}
