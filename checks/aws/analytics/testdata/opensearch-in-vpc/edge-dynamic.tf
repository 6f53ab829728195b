variable "vpc" {}

resource "aws_opensearch_domain" "unknown" {
  domain_name = "unknown"
  dynamic "vpc_options" { # want `undecided: domain "unknown" has a public endpoint`
    for_each = var.vpc
    content {
      subnet_ids = vpc_options.value
    }
  }
}

resource "aws_elasticsearch_domain" "two" {
  domain_name = "two"
  dynamic "vpc_options" {
    for_each = [["subnet-0123456789abcdef0"]]
    content {
      subnet_ids = vpc_options.value
    }
  }
}
