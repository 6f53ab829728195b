variable "count" {}

resource "aws_elasticsearch_domain" "masters" { # want `domain "masters" does not encrypt`
  domain_name = "masters"
  cluster_config {
    dedicated_master_enabled = true
  }
}

resource "aws_opensearch_domain" "unknown" { # want `undecided: domain "unknown" does not encrypt`
  domain_name = "unknown"
  cluster_config {
    instance_count = var.count
  }
}
