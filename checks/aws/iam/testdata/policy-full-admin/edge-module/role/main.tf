variable "resource" {}

data "aws_iam_policy_document" "this" {
  count = 1
  statement {
    actions   = ["*"]
    resources = [var.resource]
  }
}

resource "aws_iam_role" "this" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy" "this" {
  role   = aws_iam_role.this.id
  policy = one(data.aws_iam_policy_document.this[*].json) # want `role policy "this" allows every action on every resource`
}
