resource "aws_cloudfront_distribution" "site" { # want `distribution "site" has no origin failover`
  enabled = true

  origin {
    domain_name = "origin.example.com"
    origin_id   = "first"
  }
}
