# Public data may be read by everyone, not written.
resource "aws_s3_bucket" "downloads" {
  bucket = "downloads"
  tags   = { data-classification = "public" }
}

resource "aws_s3_bucket_policy" "downloads" {
  bucket = aws_s3_bucket.downloads.id
  policy = jsonencode({ # want `policy of bucket "downloads" allows s3:\* to everyone`
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::downloads/*" }]
  })
}
