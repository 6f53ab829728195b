resource "aws_autoscaling_group" "web" {
  max_size          = 4
  min_size          = 2
  health_check_type = "ELB"

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_attachment" "web" {
  autoscaling_group_name = aws_autoscaling_group.web.name
  lb_target_group_arn    = aws_lb_target_group.web.arn
}

resource "aws_lb_target_group" "web" {
  port     = 8080
  protocol = "HTTP"
  vpc_id   = "vpc-0a1b2c3d"

  health_check {
    path = "/health"
  }
}

resource "aws_launch_template" "web" {
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.micro"
}
