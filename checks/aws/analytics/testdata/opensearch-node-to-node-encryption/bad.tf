resource "aws_opensearch_domain" "logs" { # want `domain "logs" does not encrypt traffic between nodes`
  domain_name = "logs"
  cluster_config {
    instance_count = 3
  }
}
