resource "aws_codecommit_repository" "shop" { # want `repository "shop" has no approval rule`
  repository_name = "shop"
}
