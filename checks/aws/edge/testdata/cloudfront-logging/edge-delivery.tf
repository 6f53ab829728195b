resource "aws_cloudfront_distribution" "delivered" {
}

resource "aws_cloudwatch_log_delivery_source" "delivered" {
  name         = "delivered"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.delivered.arn
}

resource "aws_cloudwatch_log_delivery" "delivered" {
  delivery_source_name     = aws_cloudwatch_log_delivery_source.delivered.name
  delivery_destination_arn = "arn:aws:logs:us-east-1:123456789012:delivery-destination:logs"
}

# A source that nothing delivers.
resource "aws_cloudfront_distribution" "idle" { # want `distribution "idle" writes no access logs`
}

resource "aws_cloudwatch_log_delivery_source" "idle" {
  name         = "idle"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.idle.arn
}

resource "aws_cloudfront_distribution" "realtime" {
  default_cache_behavior {
    realtime_log_config_arn = "arn:aws:cloudfront::123456789012:realtime-log-config/all"
  }
}
