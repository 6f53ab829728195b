variable "health" {
  type = string
}

resource "aws_autoscaling_group" "web" {
  max_size          = 4
  min_size          = 2
  health_check_type = var.health # want `undecided: group "web"`
  load_balancers    = ["classic"]
}

# Behind nothing, EC2's own checks are all there is.
resource "aws_autoscaling_group" "worker" {
  max_size = 4
  min_size = 2
}

# One whose health check is not stated.
resource "aws_autoscaling_group" "old" {
  max_size          = 4
  min_size          = 2
  health_check_type = "ELB"
}

resource "aws_autoscaling_attachment" "old" {
  autoscaling_group_name = aws_autoscaling_group.old.name
  elb                    = aws_elb.old.id
}

resource "aws_elb" "old" { # want `aws_elb.old, which group members are attached to, does not say how it checks`
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

resource "aws_autoscaling_group" "apart" {
  max_size          = 4
  min_size          = 2
  health_check_type = "EC2" # want `group "apart" does not use its load balancer's health checks`
}

resource "aws_autoscaling_traffic_source_attachment" "apart" {
  autoscaling_group_name = aws_autoscaling_group.apart.id

  traffic_source {
    identifier = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef"
    type       = "elbv2"
  }
}

# VPC Lattice checks for itself.
resource "aws_autoscaling_group" "lattice" {
  max_size = 4
  min_size = 2

  traffic_source {
    identifier = "arn:aws:vpc-lattice:eu-west-1:123456789012:targetgroup/tg-0123456789abcdef0"
    type       = "vpc-lattice"
  }
}
