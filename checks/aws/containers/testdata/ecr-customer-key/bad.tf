resource "aws_ecr_repository" "app" { # want `repository "app" has no key of yours`
  name = "app"
}

resource "aws_ecr_repository" "tools" {
  name = "tools"
  encryption_configuration { # want `repository "tools" has no key of yours`
    encryption_type = "KMS"
  }
}
