# The statement block of a document that nobody else takes.
data "aws_iam_policy_document" "alone" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::shop/*"]
  }
  statement { # want `policy document "alone" allows every action on every resource`
    actions   = ["*"]
    resources = ["*"]
  }
}

# A document that a policy takes is reported there.
data "aws_iam_policy_document" "taken" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "taker" {
  policy = data.aws_iam_policy_document.taken.json # want `policy "taker" allows every action`
}

# A role's own policies.
resource "aws_iam_role" "app" {
  assume_role_policy = "{}"
  inline_policy {
    name   = "all"
    policy = jsonencode({ Statement = { Effect = "Allow", NotAction = "s3:*", Resource = "*" } }) # want `role "app" allows`
  }
}

resource "aws_ssoadmin_permission_set_inline_policy" "all" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-1/ps-1"
  inline_policy      = jsonencode({ Statement = [{ Effect = "Allow", Action = ["*"], Resource = ["*"] }] }) # want `permission set policy "all"`
}
