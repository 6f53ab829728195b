resource "aws_opensearch_domain" "logs" { # want `domain "logs" has a public endpoint`
  domain_name = "logs"
}
