resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"
  cluster_config { # want `domain "logs" has no dedicated master nodes`
    instance_count = 3
  }
}
