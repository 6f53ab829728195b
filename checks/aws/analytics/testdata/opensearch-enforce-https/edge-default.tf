# The provider turns HTTPS on in a block of endpoint options; without a block
# AWS's own default holds, which is plain HTTP.
resource "aws_opensearch_domain" "block" {
  domain_name = "block"
  domain_endpoint_options {
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }
}

resource "aws_elasticsearch_domain" "none" { # want `domain "none" answers over plain HTTP`
  domain_name = "none"
}

variable "custom" {}

resource "aws_opensearch_domain" "perhaps" {
  domain_name = "perhaps"
  dynamic "domain_endpoint_options" { # want `undecided: domain "perhaps" answers over plain HTTP`
    for_each = var.custom
    content {
      custom_endpoint_enabled = true
      custom_endpoint         = domain_endpoint_options.value
    }
  }
}
