resource "aws_codegurureviewer_repository_association" "shop" { # want `association "shop" has no customer-managed key`
  repository {
    codecommit {
      name = "shop"
    }
  }
}
