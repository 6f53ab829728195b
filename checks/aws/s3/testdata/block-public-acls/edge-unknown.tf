variable "open" {
  type = bool
}

resource "aws_s3_bucket" "each" {
  for_each = toset(["a", "b"])
  bucket   = each.key
}

resource "aws_s3_bucket_public_access_block" "each" {
  for_each          = aws_s3_bucket.each
  bucket            = each.value.id
  block_public_acls = !var.open # want `undecided: .*bucket "each"` `undecided: .*bucket "each"`
}

resource "aws_s3_bucket_public_access_block" "none" {
  count             = 0
  bucket            = "none"
  block_public_acls = false
}
