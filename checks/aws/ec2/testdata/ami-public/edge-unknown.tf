variable "group" {
  type = string
}

resource "aws_ami_launch_permission" "unknown" {
  image_id = "ami-0abcdef1234567890"
  group    = var.group # want `undecided: launch permission "unknown"`
}
