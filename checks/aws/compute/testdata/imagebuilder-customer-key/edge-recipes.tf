variable "key" {
  type = string
}

resource "aws_imagebuilder_image_recipe" "base" {
  name         = "base"
  version      = "1.0.0"
  parent_image = "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x"

  block_device_mapping {
    ebs {
      encrypted  = true
      kms_key_id = "alias/aws/ebs" # want `image recipe "base" has no customer-managed key`
    }
  }
  block_device_mapping {
    ebs {
      encrypted  = true
      kms_key_id = var.key # want `undecided: image recipe "base"`
    }
  }
}

# What has no image of EC2 needs no key for one.
resource "aws_imagebuilder_distribution_configuration" "containers" {
  name = "containers"

  distribution {
    region = "eu-west-1"
    container_distribution_configuration {
      target_repository {
        repository_name = "base"
        service         = "ECR"
      }
    }
  }
}
