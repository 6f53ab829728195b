# The policy beside the key, and the key behind its alias.
resource "aws_kms_key" "open" {}

resource "aws_kms_alias" "open" {
  name          = "alias/open"
  target_key_id = aws_kms_key.open.key_id
}

data "aws_iam_policy_document" "open" {
  statement {
    actions   = ["kms:Decrypt"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_kms_key_policy" "open" {
  key_id = aws_kms_key.open.id
  policy = data.aws_iam_policy_document.open.json # want `key "open" of queue "payments" can be used by strangers`
}

resource "aws_sqs_queue" "payments" {
  name              = "payments"
  kms_master_key_id = aws_kms_alias.open.arn
  tags              = { data-classification = "confidential" }
}

resource "aws_sqs_queue" "elsewhere" {
  name              = "elsewhere"
  kms_master_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" # want `undecided: the policy of the key of queue "elsewhere" is not known here`
  tags              = { data-classification = "confidential" }
}
