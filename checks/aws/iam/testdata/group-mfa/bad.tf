resource "aws_iam_group" "people" { # want `group "people" has no policy that demands MFA`
  name = "people"
}
