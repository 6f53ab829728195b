variable "scan" {}

resource "aws_ecr_registry_scanning_configuration" "all" {
  scan_type = "ENHANCED"
  rule {
    scan_frequency = "CONTINUOUS_SCAN"
    repository_filter {
      filter      = "prod-*"
      filter_type = "WILDCARD"
    }
  }
  rule {
    scan_frequency = "SCAN_ON_PUSH"
    repository_filter {
      filter      = "web"
      filter_type = "WILDCARD"
    }
  }
  rule {
    scan_frequency = "MANUAL"
    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }
}

resource "aws_ecr_repository" "scanned" {
  name = "prod-api"
}

resource "aws_ecr_repository" "scanned_too" {
  name = "dev/web/front"
}

resource "aws_ecr_repository" "left_out" { # want `repository "left_out" does not scan`
  name = "dev-api"
}

resource "aws_ecr_repository" "unknown" {
  name = "dev-unknown"
  image_scanning_configuration {
    scan_on_push = var.scan # want `undecided: repository "unknown" does not scan`
  }
}
