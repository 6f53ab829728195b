resource "aws_codepipeline" "shop" {
  name     = "shop"
  role_arn = "arn:aws:iam::123456789012:role/pipeline"

  artifact_store { # want `pipeline "shop" keeps artifacts without a customer-managed key`
    location = "artifacts"
    type     = "S3"
  }
}
