resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"
  cluster_config { # want `domain "logs" has all nodes in one zone` `domain "logs" has no dedicated masters`
    instance_count = 3
  }
}

resource "aws_opensearch_domain" "two" {
  domain_name = "two"
  cluster_config {
    dedicated_master_enabled = true
    dedicated_master_count   = 2 # want `domain "two" has fewer than three dedicated masters`
    zone_awareness_enabled   = true
  }
}
