resource "aws_cloudfront_distribution" "site" { # want `distribution "site" has no default root object`
  enabled = true
}
