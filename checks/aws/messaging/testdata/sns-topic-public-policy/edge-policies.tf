variable "policy" {
  type = string
}

data "aws_caller_identity" "current" {}

# What SNS writes for a topic without a policy of its own.
resource "aws_sns_topic" "default" {
  name = "default"
  policy = jsonencode({
    Version = "2008-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = ["SNS:Publish", "SNS:Subscribe"]
      Resource  = "*"
      Condition = { StringEquals = { "AWS:SourceOwner" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

data "aws_iam_policy_document" "open" {
  statement {
    actions   = ["sns:Subscribe"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::*:role/reader"]
    }
  }
}

resource "aws_sns_topic" "open" {
  name   = "open"
  policy = data.aws_iam_policy_document.open.json # want `topic "open" lets everyone in`
}

resource "aws_sns_topic" "unknown" {
  name   = "unknown"
  policy = var.policy # want `undecided: topic "unknown" lets everyone in`
}
