variable "status" {
  type = string
}

resource "aws_iam_user" "many" { # want `user "many" has more than one active`
  name = "many"
}

resource "aws_iam_access_key" "many" {
  count = 2
  user  = aws_iam_user.many.name
}

resource "aws_iam_user" "unknown" { # want `undecided: user "unknown" may have more than one`
  name = "unknown"
}

resource "aws_iam_access_key" "unknown" {
  count  = 2
  user   = aws_iam_user.unknown.name
  status = var.status
}
