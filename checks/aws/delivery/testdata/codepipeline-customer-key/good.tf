resource "aws_kms_key" "artifacts" {
  enable_key_rotation = true
}

resource "aws_codepipeline" "shop" {
  name     = "shop"
  role_arn = "arn:aws:iam::123456789012:role/pipeline"

  artifact_store {
    location = "artifacts"
    type     = "S3"

    encryption_key {
      id   = aws_kms_key.artifacts.arn
      type = "KMS"
    }
  }
}
