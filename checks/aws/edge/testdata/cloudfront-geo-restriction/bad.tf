resource "aws_cloudfront_distribution" "site" {
  enabled = true

  restrictions {
    geo_restriction {
      restriction_type = "none" # want `distribution "site" has no geographic restriction`
    }
  }
}
