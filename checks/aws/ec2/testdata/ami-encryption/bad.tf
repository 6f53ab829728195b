resource "aws_ami" "base" {
  name             = "base"
  root_device_name = "/dev/xvda"

  ebs_block_device { # want `block device /dev/xvda of aws_ami.base is not encrypted`
    device_name = "/dev/xvda"
    volume_size = 8
  }
}
