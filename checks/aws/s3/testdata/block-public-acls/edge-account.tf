# The account's own block covers all of its buckets.
resource "aws_s3_account_public_access_block" "all" {
  block_public_acls = true
}

resource "aws_s3_bucket_public_access_block" "shop" {
  bucket            = "shop"
  block_public_acls = false
}
