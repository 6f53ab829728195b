variable "mode" {}

resource "aws_ecr_repository" "cache" {
  name                 = "cache"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"
  image_tag_mutability_exclusion_filter {
    filter      = "buildcache*"
    filter_type = "WILDCARD"
  }
}

resource "aws_ecr_repository" "mostly" {
  name                 = "mostly"
  image_tag_mutability = "MUTABLE_WITH_EXCLUSION" # want `repository "mostly" lets`
}

resource "aws_ecr_repository" "unknown" {
  name                 = "unknown"
  image_tag_mutability = var.mode # want `undecided: repository "unknown" lets`
}
