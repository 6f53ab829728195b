variable "encrypted" {
  type = bool
}

# As the snapshot is, which may not be said a second time.
resource "aws_ami" "snapshot" {
  name             = "snapshot"
  root_device_name = "/dev/xvda"

  ebs_block_device {
    device_name = "/dev/xvda"
    snapshot_id = "snap-0a1b2c3d"
  }
}

resource "aws_ami" "unknown" {
  name             = "unknown"
  root_device_name = "/dev/xvda"

  ebs_block_device {
    device_name = "/dev/xvda"
    encrypted   = var.encrypted # want `undecided: block device /dev/xvda`
  }
}
