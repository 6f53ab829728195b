resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_acl" "shop" {
  bucket = aws_s3_bucket.shop.id
  acl    = "private"
}

# A public ACL that is ignored is not public.
resource "aws_s3_bucket" "blocked" {
  bucket = "blocked"
  acl    = "public-read"
}

resource "aws_s3_bucket_public_access_block" "blocked" {
  bucket             = aws_s3_bucket.blocked.id
  ignore_public_acls = true
}

# Nor is one where ACLs are switched off.
resource "aws_s3_bucket" "owned" {
  bucket = "owned"
}

resource "aws_s3_bucket_acl" "owned" {
  bucket = aws_s3_bucket.owned.id
  acl    = "public-read"
}

resource "aws_s3_bucket_ownership_controls" "owned" {
  bucket = aws_s3_bucket.owned.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# What is classified as public may be read.
resource "aws_s3_bucket" "downloads" {
  bucket = "downloads"
  acl    = "public-read"
  tags   = { data-classification = "public" }
}
