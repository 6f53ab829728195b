resource "aws_dms_endpoint" "cache" {
  endpoint_id   = "cache"
  endpoint_type = "target"
  engine_name   = "redis"

  redis_settings {
    auth_type             = "none"
    server_name           = "cache.example.com"
    port                  = 6379
    ssl_security_protocol = "ssl-encryption"
  }
}
