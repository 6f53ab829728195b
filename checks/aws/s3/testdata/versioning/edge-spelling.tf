# The name is unknown, and the same on both sides.
variable "name" {
  type = string
}

locals {
  logs = "${var.name}-logs"
}

resource "aws_s3_bucket" "logs" {
  bucket = local.logs
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = local.logs
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "other" { # want `bucket "other" keeps no versions`
  bucket = "other"
}
