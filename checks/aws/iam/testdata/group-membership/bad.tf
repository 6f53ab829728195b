resource "aws_iam_group" "people" { # want `group "people" has no members`
  name = "people"
}
