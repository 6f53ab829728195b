resource "aws_opensearch_domain" "logs" { # want `domain "logs" publishes no logs`
  domain_name = "logs"
}
