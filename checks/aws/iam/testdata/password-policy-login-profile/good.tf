resource "aws_iam_user" "ann" {
  name = "ann"
}

resource "aws_iam_user_login_profile" "ann" {
  user = aws_iam_user.ann.name
}

resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length = 14
}
