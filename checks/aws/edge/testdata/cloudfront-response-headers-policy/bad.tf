resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  default_cache_behavior { # want `distribution "shop" has no response headers policy`
    target_origin_id       = "shop"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    viewer_protocol_policy = "redirect-to-https"
  }
}
