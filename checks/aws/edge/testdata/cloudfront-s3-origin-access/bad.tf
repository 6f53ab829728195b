resource "aws_s3_bucket" "site" {
  bucket = "example-site"
}

resource "aws_cloudfront_distribution" "site" {
  enabled = true

  origin { # want `distribution "site" fetches from an S3 bucket without an identity`
    domain_name = aws_s3_bucket.site.bucket_regional_domain_name
    origin_id   = "site"
  }
}
