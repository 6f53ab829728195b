locals {
  open = {
    ssh   = 22
    https = 443
  }
}

resource "aws_security_group" "dynamic" {
  dynamic "ingress" {
    for_each = local.open
    content {
      description = ingress.key
      protocol    = "tcp"
      from_port   = ingress.value
      to_port     = ingress.value
      cidr_blocks = ["0.0.0.0/0"] # want "TCP port 22 .SSH. open to the internet"
    }
  }
}

# Dynamic blocks stand beside the others.
resource "aws_security_group" "both" {
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 22"
  }
  dynamic "ingress" {
    for_each = toset([])
    content {
      protocol    = "tcp"
      from_port   = 22
      to_port     = 22
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

resource "aws_security_group" "target" {
  description = "Bastion"
}

resource "aws_security_group_rule" "each" {
  for_each          = local.open
  type              = "ingress"
  security_group_id = aws_security_group.target.id
  protocol          = "tcp"
  from_port         = each.value
  to_port           = each.value
  cidr_blocks       = ["0.0.0.0/0"] # want "TCP port 22"
}

resource "aws_vpc_security_group_ingress_rule" "none" {
  count             = 0
  security_group_id = aws_security_group.target.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = "0.0.0.0/0"
}
