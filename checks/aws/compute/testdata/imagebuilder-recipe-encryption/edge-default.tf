# The account encrypts volumes by itself.
resource "aws_ebs_encryption_by_default" "this" {
  enabled = true
}

resource "aws_imagebuilder_image_recipe" "base" {
  name         = "base"
  version      = "1.0.0"
  parent_image = "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x"

  block_device_mapping {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 20
    }
  }
}
