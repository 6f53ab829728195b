variable "policy" {}

data "aws_iam_policy_document" "open" {
  statement {
    actions   = ["es:*"]
    resources = ["*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

data "aws_iam_policy_document" "office" {
  statement {
    actions   = ["es:*"]
    resources = ["*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "IpAddress"
      variable = "aws:SourceIp"
      values   = ["198.51.100.0/24"]
    }
  }
}

resource "aws_elasticsearch_domain" "inside" {
  domain_name = "inside"
  vpc_options {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}

resource "aws_elasticsearch_domain_policy" "inside" {
  domain_name     = aws_elasticsearch_domain.inside.domain_name
  access_policies = data.aws_iam_policy_document.open.json # want `access policy of "inside" lets everybody in`
}

resource "aws_opensearch_domain" "login" {
  domain_name     = "login"
  access_policies = data.aws_iam_policy_document.open.json
  advanced_security_options {
    enabled                        = true
    internal_user_database_enabled = true
  }
}

resource "aws_opensearch_domain" "anonymous" {
  domain_name     = "anonymous"
  access_policies = data.aws_iam_policy_document.open.json # want `access policy of "anonymous" lets everybody in`
  advanced_security_options {
    enabled                = true
    anonymous_auth_enabled = true
  }
}

resource "aws_opensearch_domain" "office" {
  domain_name     = "office"
  access_policies = data.aws_iam_policy_document.office.json
}

resource "aws_opensearch_domain_policy" "unknown" {
  domain_name     = "elsewhere"
  access_policies = var.policy # want `undecided`
}
