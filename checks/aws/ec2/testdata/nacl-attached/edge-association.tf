variable "subnets" {
  type = list(string)
}

resource "aws_network_acl" "main" {
  vpc_id = "vpc-0123456789abcdef0"
}

resource "aws_network_acl_association" "main" {
  network_acl_id = aws_network_acl.main.id
  subnet_id      = "subnet-0123456789abcdef0"
}

resource "aws_network_acl" "unknown" { # want `undecided: network ACL "unknown" guards no subnet`
  vpc_id     = "vpc-0123456789abcdef0"
  subnet_ids = var.subnets
}
