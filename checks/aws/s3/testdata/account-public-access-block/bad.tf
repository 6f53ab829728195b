resource "aws_s3_account_public_access_block" "this" { # want `restrict_public_buckets is off for the account`
  block_public_acls   = true
  block_public_policy = false # want `block_public_policy is off for the account`
  ignore_public_acls  = true
}
