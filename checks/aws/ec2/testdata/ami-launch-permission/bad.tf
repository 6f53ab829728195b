resource "aws_ami_launch_permission" "partner" {
  image_id   = "ami-0abcdef1234567890"
  account_id = "210987654321" # want `image is shared with account 210987654321`
}
