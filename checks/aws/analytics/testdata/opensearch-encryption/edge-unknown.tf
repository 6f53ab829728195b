variable "encrypt" {}

resource "aws_elasticsearch_domain" "unknown" {
  domain_name = "unknown"
  encrypt_at_rest {
    enabled = var.encrypt # want `undecided: domain "unknown" is not encrypted`
  }
}
