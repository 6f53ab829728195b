locals {
  buckets = {
    assets   = { class = "public" }
    invoices = { class = "confidential", keep_days = 3650 }
    exports  = { class = "confidential", kms_key_arn = aws_kms_key.data.arn }
    logs     = { class = "internal", keep_days = 400, receives_logs = true }
    trail    = { class = "internal", keep_days = 400 }
  }
}

module "bucket" {
  source   = "./modules/bucket"
  for_each = local.buckets

  name          = "${local.name}-${each.key}"
  class         = each.value.class
  kms_key_arn   = try(each.value.kms_key_arn, null)
  keep_days     = try(each.value.keep_days, null)
  receives_logs = try(each.value.receives_logs, false)
  log_bucket    = each.key == "logs" ? null : "${local.name}-logs"
}

# The key of everything that is confidential.
resource "aws_kms_key" "data" {
  description             = "Data of ${local.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.key.json
}

resource "aws_kms_alias" "data" {
  name          = "alias/${local.name}-data"
  target_key_id = aws_kms_key.data.key_id
}

data "aws_iam_policy_document" "key" {
  statement {
    sid       = "Account"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }

  statement {
    sid       = "Logs"
    actions   = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*", "kms:Describe*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.${var.region}.amazonaws.com"]
    }
  }
}
