resource "aws_opensearch_domain" "logs" { # want `domain "logs" has no fine-grained access control`
  domain_name = "logs"
}
