resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"
  encrypt_at_rest { # want `domain "logs" has no key of yours`
    enabled = true
  }
}
