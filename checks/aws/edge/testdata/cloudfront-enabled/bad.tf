resource "aws_cloudfront_distribution" "site" {
  enabled = false # want `distribution "site" is switched off`
}
