resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  origin {
    domain_name = "origin.example.com"
    origin_id   = "shop"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1", "TLSv1.2"] # want `distribution "shop" accepts TLS older than 1.2 from its origin`
    }
  }
}
