variable "encrypted" {
  type = bool
}

resource "aws_imagebuilder_image_recipe" "base" {
  name         = "base"
  version      = "1.0.0"
  parent_image = "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x"

  block_device_mapping {
    device_name = "/dev/xvda"
    ebs {
      encrypted = var.encrypted # want `undecided: a volume of recipe "base"`
    }
  }
  block_device_mapping {
    device_name = "/dev/xvdb"
    ebs { # want `undecided: a volume of recipe "base"`
      snapshot_id = "snap-0a1b2c3d"
    }
  }
}
