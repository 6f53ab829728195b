variable "https" {}

resource "aws_opensearch_domain" "unknown" {
  domain_name = "unknown"
  domain_endpoint_options {
    enforce_https = var.https # want `undecided: domain "unknown" answers`
  }
}
