resource "aws_ami_launch_permission" "organization" {
  image_id         = "ami-0abcdef1234567890"
  organization_arn = "arn:aws:organizations::123456789012:organization/o-abcde12345"
}
