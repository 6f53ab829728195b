resource "aws_glue_job" "orders" {
  name         = "orders"
  role_arn     = "arn:aws:iam::123456789012:role/glue"
  glue_version = "5.0"

  command {
    script_location = "s3://example-scripts/orders.py"
  }
}
