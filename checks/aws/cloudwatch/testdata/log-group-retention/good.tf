resource "aws_cloudwatch_log_group" "shop" {
  name              = "shop"
  retention_in_days = 90
}

# Kept for ever, because somebody says so.
resource "aws_cloudwatch_log_group" "audit" {
  name              = "audit"
  retention_in_days = 0
}
