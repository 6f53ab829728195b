variable "target" {
  type    = string
  default = ""
}

variable "unknown" {
  type = list(string)
}

resource "aws_s3_bucket" "off" { # want `bucket "off" has no access logging`
  bucket = "off"
  dynamic "logging" {
    for_each = var.target == "" ? [] : [var.target]
    content {
      target_bucket = logging.value
    }
  }
}

resource "aws_s3_bucket" "maybe" {
  bucket = "maybe"
  dynamic "logging" { # want `undecided: bucket "maybe" has no access logging`
    for_each = var.unknown
    content {
      target_bucket = logging.value
    }
  }
}
