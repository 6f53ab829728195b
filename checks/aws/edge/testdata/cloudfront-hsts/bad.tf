resource "aws_cloudfront_response_headers_policy" "shop" {
  name = "shop"

  security_headers_config {
    strict_transport_security { # want `policy "shop" does not enforce HTTPS in browsers`
      access_control_max_age_sec = 300
      include_subdomains         = true
      preload                    = true
      override                   = true
    }
  }
}
