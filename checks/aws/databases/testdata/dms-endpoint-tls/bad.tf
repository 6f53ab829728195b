resource "aws_dms_endpoint" "orders" { # want `endpoint "orders" does not use TLS`
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "postgres"
  server_name   = "orders.example.com"
}
