resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"
  cluster_config {
    instance_count = 3
  }
  node_to_node_encryption {
    enabled = true
  }
}

resource "aws_opensearch_domain" "small" {
  domain_name = "small"
}
