resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"
  cluster_config { # want `domain "logs" has all nodes in one zone` `domain "logs" has fewer than three dedicated masters`
    instance_count = 3
  }
}
