resource "aws_kms_key" "artifacts" {
  enable_key_rotation = true
}

resource "aws_codebuild_project" "shop" {
  name           = "shop"
  service_role   = "arn:aws:iam::123456789012:role/build"
  encryption_key = aws_kms_key.artifacts.arn

  artifacts {
    type     = "S3"
    location = "artifacts"
  }
}
