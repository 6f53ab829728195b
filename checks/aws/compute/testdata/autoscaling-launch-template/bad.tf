resource "aws_autoscaling_group" "web" { # want `group "web" does not use a launch template`
  max_size             = 4
  min_size             = 2
  launch_configuration = aws_launch_configuration.web.name
}

resource "aws_launch_configuration" "web" {
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.micro"
}
