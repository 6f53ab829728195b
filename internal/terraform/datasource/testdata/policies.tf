data "aws_iam_policy_document" "empty" {
}
data "aws_iam_policy_document" "simple" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::b/*"]
  }
}
data "aws_iam_policy_document" "order" {
  version   = "2012-10-17"
  policy_id = "the-id"
  statement {
    sid       = "A"
    effect    = "Deny"
    actions   = ["s3:Put*", "s3:Get*", "ec2:*", "s3:Get*"]
    resources = ["b", "a", "c", "B"]
  }
}
data "aws_iam_policy_document" "not" {
  statement {
    not_actions   = ["iam:*"]
    not_resources = ["arn:aws:s3:::x", "arn:aws:s3:::y"]
    not_principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:root"]
    }
  }
}
data "aws_iam_policy_document" "empty_lists" {
  statement {
    actions       = []
    resources     = []
    not_actions   = null
    not_resources = null
  }
  statement {
    effect = "Deny"
    principals {
      type        = "AWS"
      identifiers = []
    }
  }
}
data "aws_iam_policy_document" "star" {
  statement {
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    actions   = ["*"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "star_aws" {
  statement {
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    actions   = ["*"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "star_two" {
  statement {
    principals {
      type        = "*"
      identifiers = ["*", "x"]
    }
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    actions   = ["*"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "principals_many" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com", "lambda.amazonaws.com", "ecs.amazonaws.com"]
    }
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::222222222222:root", "arn:aws:iam::111111111111:root"]
    }
    principals {
      type        = "Federated"
      identifiers = ["cognito-identity.amazonaws.com"]
    }
  }
}
data "aws_iam_policy_document" "principals_twice" {
  statement {
    principals {
      type        = "AWS"
      identifiers = ["a"]
    }
    principals {
      type        = "AWS"
      identifiers = ["b"]
    }
    principals {
      type        = "AWS"
      identifiers = ["c", "d"]
    }
    principals {
      type        = "Service"
      identifiers = ["x", "y"]
    }
    principals {
      type        = "Service"
      identifiers = ["z"]
    }
    principals {
      type        = "Service"
      identifiers = ["p", "o", "q"]
    }
  }
  statement {
    principals {
      type        = "AWS"
      identifiers = ["k", "l", "m"]
    }
    principals {
      type        = "AWS"
      identifiers = ["n", "e"]
    }
    principals {
      type        = "AWS"
      identifiers = ["same"]
    }
    principals {
      type        = "AWS"
      identifiers = ["same"]
    }
    not_principals {
      type        = "AWS"
      identifiers = ["1", "2"]
    }
    not_principals {
      type        = "AWS"
      identifiers = ["3"]
    }
    not_principals {
      type        = "AWS"
      identifiers = ["4"]
    }
  }
}
data "aws_iam_policy_document" "conditions" {
  statement {
    actions   = ["s3:ListBucket"]
    resources = ["arn:aws:s3:::b"]
    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["", "home/", "home/&{aws:username}/"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-123"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["2", "1", "2"]
    }
    condition {
      test     = "NumericLessThan"
      variable = "s3:max-keys"
      values   = [10]
    }
    condition {
      test     = "Null"
      variable = "x"
      values   = []
    }
  }
}
data "aws_iam_policy_document" "conditions_twice" {
  statement {
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "k"
      values   = ["one"]
    }
    condition {
      test     = "StringEquals"
      variable = "k"
      values   = ["two", "three"]
    }
    condition {
      test     = "StringEquals"
      variable = "k"
      values   = ["four"]
    }
    condition {
      test     = "StringEquals"
      variable = "k"
      values   = ["five", "six", "seven"]
    }
    condition {
      test     = "StringEquals"
      variable = "k"
      values   = ["one"]
    }
  }
}
data "aws_iam_policy_document" "variables" {
  statement {
    actions = ["s3:&{notreplaced}"]
    resources = [
      "arn:aws:s3:::b/home/&{aws:username}",
      "arn:aws:s3:::b/home/$${aws:username}/*",
    ]
    not_resources = ["&{&{x}"]
    principals {
      type        = "AWS"
      identifiers = ["&{aws:userid}"]
    }
  }
}
data "aws_iam_policy_document" "old_version" {
  version = "2008-10-17"
  statement {
    actions   = ["a:b"]
    resources = ["c"]
  }
}
data "aws_iam_policy_document" "html" {
  statement {
    sid       = "X"
    actions   = ["a:<b>&"]
    resources = ["\u2028é\\\"\t"]
  }
}
data "aws_iam_policy_document" "source" {
  source_policy_documents = [
    jsonencode({
      Version = "2008-10-17"
      Id      = "src"
      Statement = [
        { Sid = "One", Effect = "Allow", Action = "s3:*", Resource = "*" },
        { Sid = "Two", Effect = "Deny", Action = ["b", "a"], Resource = ["x"] },
        { Effect = "Allow", Action = "none:*", Resource = "*", Principal = "*" },
      ]
    }),
  ]
  statement {
    sid       = "Two"
    actions   = ["two:*"]
    resources = ["*"]
  }
  statement {
    actions   = ["no:sid"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "source_two" {
  source_policy_documents = [
    jsonencode({ Statement = [{ Sid = "A", Effect = "Allow", Action = "a:*", Resource = "*" }] }),
    jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "B", Effect = "Allow", NotAction = "b:*", NotResource = "*" }] }),
    jsonencode({ Statement = [{ Effect = "Allow", Action = "a:*", Resource = "*" }] }),
  ]
}
data "aws_iam_policy_document" "override" {
  policy_id = "own"
  statement {
    sid       = "Same"
    actions   = ["own:*"]
    resources = ["*"]
  }
  statement {
    sid       = "Kept"
    actions   = ["kept:*"]
    resources = ["*"]
  }
  override_policy_documents = [
    jsonencode({ Id = "first", Statement = [{ Sid = "Same", Effect = "Deny", Action = ["z", "y"], Resource = "*" }, { Effect = "Allow", Action = "n:*", Resource = "*" }] }),
    jsonencode({ Id = "second", Statement = [{ Sid = "Same", Effect = "Deny", Action = "last:*", Resource = "*" }] }),
  ]
}
data "aws_iam_policy_document" "source_forms" {
  source_policy_documents = [
    jsonencode({
      Statement = [
        {
          Sid       = "Principals"
          Effect    = "Allow"
          Principal = { AWS = ["b", "c", "a"], Service = "s", Federated = [] }
          Action    = ["z:*", "a:*"]
          Condition = {
            StringEquals  = { a = "x", b = ["y"], c = ["2", "1"] }
            Bool          = { t = true, f = "false" }
            NumericEquals = { n = 5 }
          }
        },
        { Sid = "NotPrincipals", Effect = "Deny", NotPrincipal = { AWS = "x" }, Action = "*", Resource = [] },
        { Sid = "Star", Effect = "Deny", Principal = "anything", Action = "*", Resource = "*" },
        { Sid = "StarMap", Effect = "Deny", Principal = { "*" = "*" }, Action = "*", Resource = "*" },
        { Sid = "StarList", Effect = "Deny", Principal = { "*" = ["*"] }, Action = "*", Resource = "*" },
        { Sid = "StarAWS", Effect = "Deny", Principal = { AWS = ["*"] }, Action = "*", Resource = "*" },
        { Sid = "Sid With Space", Effect = "Maybe", Action = "*", Resource = "*", Unknown = 1 },
        { Sid = "Vars", Effect = "Allow", Action = "*", Resource = "$${aws:username}&{x}" },
        { sid = "lower", effect = "Allow", action = "a", resource = "b" },
      ]
    }),
  ]
}
data "aws_iam_policy_document" "heredoc_source" {
  source_policy_documents = [<<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}]
    }
  EOT
  ]
  statement {
    effect    = "Deny"
    actions   = ["sns:*"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "no_statement_source" {
  source_policy_documents   = ["{}", "{\"Version\":\"2012-10-17\"}"]
  override_policy_documents = ["{\"Statement\":[]}"]
}
data "aws_iam_policy_document" "empty_lists_of_documents" {
  source_policy_documents   = []
  override_policy_documents = []
  source_json               = ""
  override_json             = ""
  policy_id                 = ""
  statement {
    sid       = ""
    actions   = ["a"]
    resources = ["b"]
  }
  statement {
    sid       = ""
    actions   = ["a"]
    resources = ["b"]
  }
}
data "aws_iam_policy_document" "version_upgrade" {
  version                   = "2008-10-17"
  override_policy_documents = ["{\"Version\":\"2012-10-17\"}"]
}
data "aws_iam_policy_document" "version_kept" {
  version                 = "2012-10-17"
  source_policy_documents = ["{\"Version\":\"2099-01-01\"}"]
}
data "aws_iam_policy_document" "trust_oidc" {
  statement {
    effect  = "Allow"
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"]
    }
    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:org/b:*", "repo:org/a:*"]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }
    condition {
      test     = "ForAllValues:StringEquals"
      variable = "aws:TagKeys"
      values   = ["x"]
    }
  }
}
data "aws_iam_policy_document" "empty_statement" {
  statement {}
  statement {}
}
data "aws_iam_policy_document" "empty_strings" {
  statement {
    actions   = [""]
    resources = ["", "a"]
    principals {
      type        = ""
      identifiers = [""]
    }
    condition {
      test     = ""
      variable = ""
      values   = [""]
    }
  }
}
data "aws_iam_policy_document" "many" {
  statement {
    actions   = [for i in range(12) : "svc:Action${i}"]
    resources = [for i in range(12) : "arn:aws:s3:::b-${i}/*"]
    principals {
      type        = "AWS"
      identifiers = [for i in range(12) : "arn:aws:iam::${100000000000 + i}:root"]
    }
    principals {
      type        = "AWS"
      identifiers = [for i in range(5) : "arn:aws:iam::${200000000000 + i}:root"]
    }
    principals {
      type        = "AWS"
      identifiers = [for i in range(5) : "arn:aws:iam::${300000000000 + i}:root"]
    }
  }
}
data "aws_iam_policy_document" "override_source_sid" {
  source_policy_documents   = ["{\"Statement\":[{\"Sid\":\"S\",\"Effect\":\"Allow\",\"Action\":\"src\"}]}"]
  override_policy_documents = ["{\"Statement\":[{\"Sid\":\"S\",\"Effect\":\"Allow\",\"Action\":\"over\"},{\"Sid\":\"S\",\"Effect\":\"Allow\",\"Action\":\"over2\"}]}"]
  statement {
    sid     = "T"
    actions = ["own"]
  }
}
data "aws_iam_policy_document" "number_values" {
  statement {
    actions   = ["a"]
    resources = [123, true]
    condition {
      test     = "NumericEquals"
      variable = "n"
      values   = [1.5, 2, true]
    }
  }
}
