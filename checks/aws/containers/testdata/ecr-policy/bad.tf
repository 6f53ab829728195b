resource "aws_ecr_repository" "app" { # want `repository "app" has no policy of its own`
  name = "app"
}
