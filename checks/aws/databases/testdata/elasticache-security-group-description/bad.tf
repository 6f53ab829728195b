resource "aws_elasticache_security_group" "cache" { # want `security group "cache" has no description`
  name                 = "cache"
  security_group_names = ["web"]
}
