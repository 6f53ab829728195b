resource "aws_cloudwatch_log_group" "flows" {
  name              = "flows"
  retention_in_days = 365
}

resource "aws_flow_log" "main" {
  vpc_id          = "vpc-0a1b2c3d"
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flows.arn
}

resource "aws_flow_log" "archive" {
  vpc_id               = "vpc-0a1b2c3d"
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flows"
}
