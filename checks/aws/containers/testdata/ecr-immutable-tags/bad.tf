resource "aws_ecr_repository" "app" { # want `repository "app" lets tags be overwritten`
  name = "app"
}
