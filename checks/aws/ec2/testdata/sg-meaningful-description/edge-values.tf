variable "description" {
  type = string
}

resource "aws_security_group" "sg" {
  description = "SG" # want "says nothing"
}

# Without a description is another check's matter.
resource "aws_security_group" "default" {
  description = "Managed by Terraform"
}

resource "aws_security_group" "unknown" {
  description = var.description
}

resource "aws_security_group_rule" "rule" {
  type              = "ingress"
  description       = "Managed by Terraform" # want "says nothing"
  security_group_id = aws_security_group.sg.id
  protocol          = "tcp"
  from_port         = 5432
  to_port           = 5432
  self              = true
}

resource "aws_vpc_security_group_ingress_rule" "rule" {
  description                  = "Reporting jobs read the replica"
  security_group_id            = aws_security_group.sg.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  referenced_security_group_id = aws_security_group.default.id
}
