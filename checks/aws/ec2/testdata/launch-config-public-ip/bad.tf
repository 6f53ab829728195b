resource "aws_launch_configuration" "main" {
  image_id                    = "ami-0123456789abcdef0"
  instance_type               = "m6i.large"
  associate_public_ip_address = true # want "aws_launch_configuration.main gets a public IP"
}
