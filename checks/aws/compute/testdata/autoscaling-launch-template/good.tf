resource "aws_autoscaling_group" "web" {
  max_size = 4
  min_size = 2

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }
}

resource "aws_launch_template" "web" {
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.micro"
}
