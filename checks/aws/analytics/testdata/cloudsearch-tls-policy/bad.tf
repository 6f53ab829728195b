resource "aws_cloudsearch_domain" "shop" {
  name = "shop"
  endpoint_options { # want `domain "shop" accepts outdated TLS`
    enforce_https = true
  }
}
