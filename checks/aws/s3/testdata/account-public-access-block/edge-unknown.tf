variable "block" {}

resource "aws_s3_account_public_access_block" "this" {
  block_public_acls       = var.block # want `undecided: .*block_public_acls is off`
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
