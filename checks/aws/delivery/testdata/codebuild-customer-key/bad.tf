resource "aws_codebuild_project" "shop" { # want `project "shop" has no customer-managed key`
  name         = "shop"
  service_role = "arn:aws:iam::123456789012:role/build"

  artifacts {
    type     = "S3"
    location = "artifacts"
  }
}
