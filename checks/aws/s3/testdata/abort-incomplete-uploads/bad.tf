resource "aws_s3_bucket_lifecycle_configuration" "shop" { # want `incomplete uploads to bucket "shop" stay for ever`
  bucket = "shop"
  rule {
    id     = "logs only"
    status = "Enabled"
    filter {
      prefix = "log/"
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}
