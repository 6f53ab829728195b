resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_policy" "shop" {
  bucket = aws_s3_bucket.shop.id
  policy = jsonencode({ # want `policy of bucket "shop" allows s3:GetObject to everyone`
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.shop.arn}/*"
    }]
  })
}

data "aws_iam_policy_document" "written" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::dropbox/*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
}

resource "aws_s3_bucket_policy" "dropbox" {
  bucket = "dropbox"
  policy = data.aws_iam_policy_document.written.json # want `policy of bucket "dropbox" allows s3:PutObject to everyone`
}
