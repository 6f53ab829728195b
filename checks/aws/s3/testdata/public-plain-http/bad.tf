resource "aws_s3_bucket" "downloads" {
  bucket = "downloads"
}

resource "aws_s3_bucket_acl" "downloads" { # want `bucket "downloads" is public and does not demand TLS`
  bucket = aws_s3_bucket.downloads.id
  acl    = "public-read"
}
