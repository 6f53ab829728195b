resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"
  cluster_config {
    instance_count           = 3
    dedicated_master_enabled = true
    dedicated_master_count   = 3
  }
}
