resource "aws_opensearch_domain" "small" {
  domain_name = "small"
  node_to_node_encryption {
    enabled = true
  }
}
