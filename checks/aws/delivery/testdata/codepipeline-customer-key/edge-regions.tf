data "aws_kms_alias" "s3" {
  name = "alias/aws/s3"
}

resource "aws_kms_key" "artifacts" {
  enable_key_rotation = true
}

resource "aws_codepipeline" "shop" {
  name     = "shop"
  role_arn = "arn:aws:iam::123456789012:role/pipeline"

  artifact_store {
    location = "artifacts-eu"
    region   = "eu-west-1"
    type     = "S3"
    encryption_key {
      id   = aws_kms_key.artifacts.arn
      type = "KMS"
    }
  }
  artifact_store {
    location = "artifacts-us"
    region   = "us-east-1"
    type     = "S3"
    encryption_key {
      id   = data.aws_kms_alias.s3.arn # want `pipeline "shop" keeps artifacts without`
      type = "KMS"
    }
  }
}
