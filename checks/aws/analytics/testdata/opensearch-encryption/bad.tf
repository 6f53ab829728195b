resource "aws_opensearch_domain" "logs" { # want `domain "logs" is not encrypted at rest`
  domain_name = "logs"
}
