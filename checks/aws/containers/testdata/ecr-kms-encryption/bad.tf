resource "aws_ecr_repository" "app" { # want `repository "app" is not encrypted with KMS`
  name = "app"
}

resource "aws_ecr_repository" "tools" {
  name = "tools"
  encryption_configuration {
    encryption_type = "AES256" # want `repository "tools" is not encrypted with KMS`
  }
}
