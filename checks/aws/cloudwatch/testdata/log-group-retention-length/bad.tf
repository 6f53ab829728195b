resource "aws_cloudwatch_log_group" "shop" {
  name              = "shop"
  retention_in_days = 7 # want `log group "shop" keeps its logs for 7 days only`
}
