resource "aws_cloudfront_distribution" "site" {
  enabled = true

  restrictions {
    geo_restriction {
      restriction_type = "whitelist"
      locations        = ["DE", "AT", "CH"]
    }
  }
}
