variable "encrypted" {
  type = bool
}

resource "aws_instance" "unknown" {
  root_block_device {
    encrypted = var.encrypted # want "undecided"
  }
  ebs_block_device { # want "undecided"
    device_name = "/dev/sdg"
    snapshot_id = "snap-0123456789abcdef0"
  }
}
