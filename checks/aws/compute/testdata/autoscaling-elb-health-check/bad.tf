resource "aws_autoscaling_group" "web" { # want `group "web" does not use its load balancer's health checks`
  max_size          = 4
  min_size          = 2
  target_group_arns = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_group" "api" { # want `group "api" does not use its load balancer`
  max_size = 4
  min_size = 2

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_attachment" "api" {
  autoscaling_group_name = aws_autoscaling_group.api.name
  lb_target_group_arn    = aws_lb_target_group.web.arn
}

resource "aws_launch_template" "web" {
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.micro"
}

resource "aws_lb_target_group" "web" {
  port     = 8080
  protocol = "HTTP"
  vpc_id   = "vpc-0a1b2c3d"
}
