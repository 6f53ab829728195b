variable "location" {}
variable "token" {}

resource "aws_codebuild_project" "several" {
  name         = "several"
  service_role = "arn:aws:iam::123456789012:role/build"

  source {
    type     = "GITHUB"
    location = var.location
  }

  # A name alone is no credential.
  secondary_sources {
    source_identifier = "name"
    type              = "GITHUB_ENTERPRISE"
    location          = "https://git@github.example.com/example/shop.git"
  }

  secondary_sources {
    source_identifier = "token"
    type              = "BITBUCKET"
    location          = "https://x-token-auth:${var.token}@bitbucket.org/example/shop.git" # want `source address of project "several" contains credentials`
  }

  # The sign stands in the path.
  secondary_sources {
    source_identifier = "path"
    type              = "BITBUCKET"
    location          = "https://bitbucket.org/example/shop@v1:2.git"
  }
}
