resource "aws_ebs_snapshot_copy" "main" { # want `snapshot copy "main" names no customer managed key`
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "eu-west-1"
  encrypted          = true
}
