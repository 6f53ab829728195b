resource "aws_security_group" "counted" {
  count       = 1
  description = "Nodes of the order service"
}

resource "aws_network_interface" "node" {
  subnet_id       = "subnet-0123456789abcdef0"
  security_groups = aws_security_group.counted[*].id
}

resource "aws_security_group" "late" {
  description = "Attached afterwards"
}

resource "aws_network_interface_sg_attachment" "late" {
  security_group_id    = aws_security_group.late.id
  network_interface_id = aws_network_interface.node.id
}
