resource "aws_network_acl" "main" { # want `network ACL "main" guards no subnet`
  vpc_id = "vpc-0123456789abcdef0"
}
