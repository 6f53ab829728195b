variable "auth" {}

resource "aws_dms_endpoint" "mongodb" {
  endpoint_id   = "mongodb"
  endpoint_type = "source"
  engine_name   = "mongodb"

  mongodb_settings {
    auth_type = var.auth # want `undecided: .*without authentication`
  }
}

# Authentication by password is the default.
resource "aws_dms_endpoint" "default" {
  endpoint_id   = "default"
  endpoint_type = "source"
  engine_name   = "mongodb"
}
