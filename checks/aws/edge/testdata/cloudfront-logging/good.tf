resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  logging_config {
    bucket = "example-logs.s3.amazonaws.com"
    prefix = "shop/"
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}
