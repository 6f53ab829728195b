resource "aws_elasticache_security_group" "cache" {
  name                 = "cache"
  description          = "The web servers' session cache"
  security_group_names = ["web"]
}
