resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  viewer_certificate { # want `distribution "shop" has no certificate of its own`
    cloudfront_default_certificate = true
  }
}
