# Every way to write a rule, and to write that it is for all ports.
variable "world" {
  default = ["0.0.0.0/0"]
}

resource "aws_security_group" "attribute" {
  ingress = [{ # want "all traffic open to the internet"
    description      = "Everything"
    protocol         = "-1"
    from_port        = 0
    to_port          = 0
    cidr_blocks      = var.world
    ipv6_cidr_blocks = []
    prefix_list_ids  = []
    security_groups  = []
    self             = false
  }]
}

resource "aws_security_group" "range" {
  ingress {
    protocol         = "tcp"
    from_port        = 0
    to_port          = 65535
    ipv6_cidr_blocks = ["::/0"] # want "all TCP ports open to the internet .::/0."
  }
  ingress {
    protocol    = "tcp"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"] # want "all TCP ports open"
  }
}

resource "aws_security_group" "halves" {
  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/1", "128.0.0.0/1"] # want "all traffic open to the internet .0.0.0.0/1, 128.0.0.0/1."
  }
}

# The group may talk to itself, and so may everyone else.
resource "aws_security_group" "self" {
  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    self        = true
    cidr_blocks = ["0.0.0.0/0"] # want "all traffic open"
  }
}

resource "aws_security_group" "only_self" {
  ingress {
    protocol  = "-1"
    from_port = 0
    to_port   = 0
    self      = true
  }
}

resource "aws_security_group_rule" "rule" {
  type              = "ingress"
  security_group_id = aws_security_group.only_self.id
  protocol          = "all"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["0.0.0.0/0"] # want "all traffic open"
}

resource "aws_vpc_security_group_ingress_rule" "rule" {
  security_group_id = aws_security_group.only_self.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0" # want "all traffic open"
}

resource "aws_vpc_security_group_ingress_rule" "group" {
  security_group_id            = aws_security_group.only_self.id
  ip_protocol                  = "-1"
  referenced_security_group_id = aws_security_group.range.id
}

resource "aws_vpc_security_group_ingress_rule" "list" {
  security_group_id = aws_security_group.only_self.id
  ip_protocol       = "-1"
  prefix_list_id    = "pl-0123456789abcdef0"
}

resource "aws_vpc_security_group_egress_rule" "out" {
  security_group_id = aws_security_group.only_self.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group" "never" {
  count = 0
  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}
