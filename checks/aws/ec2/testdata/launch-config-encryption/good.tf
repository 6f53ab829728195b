resource "aws_launch_configuration" "main" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m6i.large"

  root_block_device {
    encrypted = true
  }
}
