variable "name" {
  type = string
}

variable "class" {
  description = "What the data are: public, internal or confidential."
  type        = string

  validation {
    condition     = contains(["public", "internal", "confidential"], var.class)
    error_message = "The class must be public, internal or confidential."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts the objects; S3's own if null."
  type        = string
  default     = null
}

variable "keep_days" {
  description = "After how many days objects go; never if null."
  type        = number
  default     = null
}

variable "log_bucket" {
  description = "Bucket that gets the access logs."
  type        = string
  default     = null
}

variable "receives_logs" {
  description = "Let S3 and the load balancer deliver logs here."
  type        = bool
  default     = false
}

data "aws_elb_service_account" "here" {}

resource "aws_s3_bucket" "this" {
  bucket = var.name
  tags   = { data-classification = var.class }
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = var.kms_key_arn == null ? "AES256" : "aws:kms"
      kms_master_key_id = var.kms_key_arn
    }
  }
}

resource "aws_s3_bucket_logging" "this" {
  count = var.log_bucket == null ? 0 : 1

  bucket        = aws_s3_bucket.this.id
  target_bucket = var.log_bucket
  target_prefix = "s3/${var.name}/"
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    id     = "clean-up"
    status = "Enabled"
    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    dynamic "expiration" {
      for_each = var.keep_days[*]
      content {
        days = expiration.value
      }
    }
  }
}

resource "aws_s3_bucket_policy" "logs" {
  count = var.receives_logs ? 1 : 0

  bucket = aws_s3_bucket.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = data.aws_elb_service_account.here.arn }
        Action    = "s3:PutObject"
        Resource  = "${aws_s3_bucket.this.arn}/elb/*"
      },
      {
        Effect    = "Allow"
        Principal = { Service = "logging.s3.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "${aws_s3_bucket.this.arn}/s3/*"
      },
    ]
  })
}

output "name" {
  value = aws_s3_bucket.this.bucket
}

output "arn" {
  value = aws_s3_bucket.this.arn
}
