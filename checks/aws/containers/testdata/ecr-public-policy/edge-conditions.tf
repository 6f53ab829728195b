variable "policy" {}

data "aws_iam_policy_document" "org" {
  statement {
    actions = ["ecr:BatchGetImage"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-abcdefghij"]
    }
  }
}

resource "aws_ecr_repository_policy" "org" {
  repository = "org"
  policy     = data.aws_iam_policy_document.org.json
}

resource "aws_ecr_repository_policy" "unknown" {
  repository = "unknown"
  policy     = var.policy # want `undecided: repository policy "unknown" lets`
}

resource "aws_ecr_registry_policy" "all" {
  policy = jsonencode({ # want `registry policy "all" lets everybody in`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = ["ecr:ReplicateImage", "ecr:CreateRepository"]
      Resource  = "*"
    }]
  })
}
