resource "aws_launch_configuration" "main" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m6i.large"

  root_block_device {
    encrypted = false # want "root_block_device of aws_launch_configuration.main is not encrypted"
  }
}
