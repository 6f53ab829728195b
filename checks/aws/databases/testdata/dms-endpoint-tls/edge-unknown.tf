variable "mode" {
  type = string
}

resource "aws_dms_endpoint" "unknown" {
  endpoint_id   = "unknown"
  endpoint_type = "source"
  engine_name   = "postgres"
  ssl_mode      = var.mode # want `undecided: endpoint "unknown" does not use TLS`
}
