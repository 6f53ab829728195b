variable "plain" {
  type = bool
}

resource "aws_codebuild_project" "shop" {
  name         = "shop"
  service_role = "arn:aws:iam::123456789012:role/build"

  # There is nothing to encrypt.
  artifacts {
    type                = "NO_ARTIFACTS"
    encryption_disabled = true
  }
  secondary_artifacts {
    artifact_identifier = "one"
    type                = "S3"
    encryption_disabled = true # want `project "shop" stores secondary artifacts unencrypted`
  }
  secondary_artifacts {
    artifact_identifier = "two"
    type                = "S3"
    encryption_disabled = var.plain # want `undecided: project "shop"`
  }
}
