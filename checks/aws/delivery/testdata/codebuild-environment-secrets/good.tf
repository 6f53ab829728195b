resource "aws_codebuild_project" "shop" {
  name         = "shop"
  service_role = "arn:aws:iam::123456789012:role/build"

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"

    environment_variable {
      name  = "DB_PASSWORD"
      value = "shop/db:password"
      type  = "SECRETS_MANAGER"
    }
    environment_variable {
      name  = "STAGE"
      value = "production"
    }
  }
}
