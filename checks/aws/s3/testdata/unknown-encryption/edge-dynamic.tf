variable "encrypted" {
  type = bool
}

resource "aws_s3_bucket" "old" {
  bucket = "old"

  dynamic "server_side_encryption_configuration" {
    for_each = var.encrypted ? [1] : []
    content {
      rule {
        apply_server_side_encryption_by_default {
          sse_algorithm = "whisky" # want `bucket "old" has an encryption algorithm that S3 does not know`
        }
      }
    }
  }
}
