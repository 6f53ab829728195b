variable "state" {}

resource "aws_ebs_snapshot_block_public_access" "new" {
  state = "block-new-sharing" # want `snapshots that are public already stay public`
}

resource "aws_ebs_snapshot_block_public_access" "unknown" {
  state = var.state # want `undecided: .*may be made public`
}
