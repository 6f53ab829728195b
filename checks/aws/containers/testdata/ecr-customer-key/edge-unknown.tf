variable "key" {}

resource "aws_ecr_repository" "app" {
  name = "app"
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = var.key # want `undecided: repository "app" has no key`
  }
}

resource "aws_ecr_repository" "managed" {
  name = "managed"
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = "alias/aws/ecr" # want `repository "managed" has no key`
  }
}
