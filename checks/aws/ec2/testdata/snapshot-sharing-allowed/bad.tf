resource "aws_ebs_snapshot_block_public_access" "this" {
  state = "unblocked" # want `snapshots may be made public`
}
