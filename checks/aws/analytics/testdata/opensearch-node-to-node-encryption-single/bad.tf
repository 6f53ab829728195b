resource "aws_opensearch_domain" "small" { # want `domain "small" does not encrypt traffic between nodes`
  domain_name = "small"
}
