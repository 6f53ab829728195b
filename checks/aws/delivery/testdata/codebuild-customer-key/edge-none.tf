# What keeps nothing needs no key.
resource "aws_codebuild_project" "test" {
  name         = "test"
  service_role = "arn:aws:iam::123456789012:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }
}

resource "aws_codebuild_project" "shop" {
  name           = "shop"
  service_role   = "arn:aws:iam::123456789012:role/build"
  encryption_key = "alias/aws/s3" # want `project "shop" has no customer-managed key`

  artifacts {
    type = "S3"
  }
}
