resource "aws_s3_bucket" "site" { # want `bucket "site" hosts a website`
  bucket = "site"
}

resource "aws_s3_bucket_website_configuration" "site" {
  bucket = aws_s3_bucket.site.id
  index_document {
    suffix = "index.html"
  }
}
