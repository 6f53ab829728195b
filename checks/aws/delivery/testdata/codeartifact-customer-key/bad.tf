resource "aws_codeartifact_domain" "packages" { # want `domain "packages" has no customer-managed key`
  domain = "packages"
}
