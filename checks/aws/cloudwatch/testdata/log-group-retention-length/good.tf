resource "aws_cloudwatch_log_group" "shop" {
  name              = "shop"
  retention_in_days = 365
}

resource "aws_cloudwatch_log_group" "ever" {
  name              = "ever"
  retention_in_days = 0
}
