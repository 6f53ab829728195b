resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  viewer_certificate { # want `distribution "shop" uses CloudFront's certificate and accepts TLS 1.0`
    cloudfront_default_certificate = true
  }
}
