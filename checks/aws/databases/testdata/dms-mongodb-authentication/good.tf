resource "aws_dms_endpoint" "mongodb" {
  endpoint_id   = "mongodb"
  endpoint_type = "source"
  engine_name   = "mongodb"
  server_name   = "mongodb.example.com"
  ssl_mode      = "verify-full"

  mongodb_settings {
    auth_type   = "password"
    auth_source = "admin"
  }
}
