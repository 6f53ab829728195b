# A companion finds its bucket by any spelling.
locals {
  name = "by-local"
}

resource "aws_s3_bucket" "local" {
  bucket = local.name
}

resource "aws_s3_bucket_public_access_block" "local" {
  bucket = local.name
}

resource "aws_s3_bucket" "literal" {
  bucket = "by-literal"
}

resource "aws_s3_bucket_public_access_block" "literal" {
  bucket = "by-literal"
}

resource "aws_s3_bucket" "counted" {
  count  = 2
  bucket = "counted-${count.index}"
}

resource "aws_s3_bucket_public_access_block" "counted" {
  count  = 2
  bucket = aws_s3_bucket.counted[count.index].bucket
}

resource "aws_s3_bucket" "half" { # want `bucket "half" has no public access block`
  count  = 2
  bucket = "half-${count.index}"
}

resource "aws_s3_bucket_public_access_block" "half" {
  bucket = aws_s3_bucket.half[0].id
}

resource "aws_s3_bucket" "mapped" {
  for_each = { logs = "eu", data = "us" }
  bucket   = "${each.key}-${each.value}"
}

resource "aws_s3_bucket_public_access_block" "mapped" {
  for_each = aws_s3_bucket.mapped
  bucket   = each.value.id
}

resource "aws_s3_bucket" "absent" {
  count  = 0
  bucket = "absent"
}
