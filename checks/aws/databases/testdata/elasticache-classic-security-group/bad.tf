resource "aws_elasticache_security_group" "cache" { # want `"cache" is a security group of EC2-Classic`
  name                 = "cache"
  security_group_names = ["web"]
}
