resource "aws_security_group" "idle" { # want `nothing here carries security group "idle"`
  description = "Nodes of the order service"
}

# To be named in a rule is not to be carried.
resource "aws_security_group_rule" "idle" {
  type              = "ingress"
  security_group_id = aws_security_group.idle.id
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
  self              = true
}
