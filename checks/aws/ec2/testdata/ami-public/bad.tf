resource "aws_ami_launch_permission" "all" {
  image_id = "ami-0abcdef1234567890"
  group    = "all" # want `launch permission "all" shares an image with everyone`
}
