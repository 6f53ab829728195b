variable "reader" {
  type = string
}

variable "vpce" {
  type = string
}

variable "document" {
  type = string
}

# An unknown part beside the star does not hide it.
locals {
  heredoc = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "Principal": {"AWS": "${var.reader}"}, "Action": "s3:ListBucket", "Resource": "*"},
        {"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::heredoc/*"}
      ]
    }
  POLICY
}

resource "aws_s3_bucket_policy" "heredoc" {
  bucket = "heredoc"
  policy = local.heredoc # want `undecided: policy of bucket "heredoc" allows s3:ListBucket to everyone` `policy of bucket "heredoc" allows s3:GetObject to everyone`
}

# An unknown principal is not a star, nor is it none.
resource "aws_s3_bucket_policy" "principal" {
  bucket = "principal"
  policy = jsonencode({ # want `undecided: policy of bucket "principal" allows s3:GetObject to everyone`
    Statement = [{ Effect = "Allow", Principal = { AWS = var.reader }, Action = "s3:GetObject", Resource = "*" }]
  })
}

# An endpoint that is not known yet.
resource "aws_s3_bucket_policy" "endpoint" {
  bucket = "endpoint"
  policy = jsonencode({ # want `undecided: policy of bucket "endpoint" allows s3:GetObject to everyone`
    Statement = [{
      Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*"
      Condition = { StringEquals = { "aws:SourceVpce" = var.vpce } }
    }]
  })
}

resource "aws_s3_bucket_policy" "given" {
  bucket = "given"
  policy = var.document # want `undecided: policy is not known`
}

# Everybody but one is everybody.
resource "aws_s3_bucket_policy" "not" {
  bucket = "not"
  policy = jsonencode({ # want `policy of bucket "not" allows s3:GetObject to everyone`
    Statement = [{
      Effect = "Allow", NotPrincipal = { AWS = "arn:aws:iam::123456789012:user/bob" }, Action = "s3:GetObject", Resource = "*"
    }]
  })
}

# One address is not everyone, the whole internet is.
resource "aws_s3_bucket_policy" "office" {
  bucket = "office"
  policy = jsonencode({
    Statement = [{
      Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*"
      Condition = { IpAddress = { "aws:SourceIp" = "192.0.2.17/32" } }
    }]
  })
}

resource "aws_s3_bucket_policy" "internet" {
  bucket = "internet"
  policy = jsonencode({ # want `policy of bucket "internet" allows s3:GetObject to everyone`
    Statement = [{
      Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*"
      Condition = { IpAddress = { "aws:SourceIp" = "0.0.0.0/0" } }
    }]
  })
}

# Old policy argument of the bucket; and a document that merges two.
resource "aws_s3_bucket" "old" {
  bucket = "old"
  policy = "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}" # want `policy of bucket "old" allows s3:\* to everyone`
}

data "aws_iam_policy_document" "base" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::merged/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

data "aws_iam_policy_document" "merged" {
  count                   = 1
  source_policy_documents = [data.aws_iam_policy_document.base.json]
}

resource "aws_s3_bucket_policy" "merged" {
  bucket = "merged"
  policy = data.aws_iam_policy_document.merged[0].json # want `policy of bucket "merged" allows s3:GetObject to everyone`
}
