resource "aws_autoscaling_group" "web" {
  max_size = 4
  min_size = 2

  tag {
    key                 = "team"
    value               = "shop"
    propagate_at_launch = true
  }
}
