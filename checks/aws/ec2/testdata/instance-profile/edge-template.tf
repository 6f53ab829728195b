resource "aws_launch_template" "web" {
  image_id = "ami-0abcdef1234567890"

  iam_instance_profile {
    name = "web"
  }
}

resource "aws_instance" "web" {
  launch_template {
    name = aws_launch_template.web.name
  }
}
