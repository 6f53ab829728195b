variable "encrypted" {
  type = string
}

resource "aws_launch_template" "off" {
  block_device_mappings {
    device_name = "/dev/sdf"
    ebs {
      encrypted = "false" # want "block device /dev/sdf of aws_launch_template.off is not encrypted"
    }
  }
}

resource "aws_launch_template" "silent" {
  block_device_mappings {
    device_name = "/dev/sdf"
    ebs { # want "block device /dev/sdf of aws_launch_template.silent is not encrypted"
      volume_size = 20
    }
  }
  block_device_mappings {
    device_name  = "/dev/sdg"
    virtual_name = "ephemeral0"
  }
}

resource "aws_launch_template" "on" {
  block_device_mappings {
    device_name = "/dev/sdf"
    ebs {
      encrypted = true
    }
  }
}

resource "aws_launch_template" "unknown" {
  block_device_mappings {
    device_name = "/dev/sdf"
    ebs {
      encrypted = var.encrypted # want "undecided"
    }
  }
}

resource "aws_launch_template" "image" {
  image_id = "ami-0123456789abcdef0"
}
