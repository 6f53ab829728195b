resource "aws_cloudfront_distribution" "shop" { # want `distribution "shop" writes no access logs`
  enabled = true

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}
