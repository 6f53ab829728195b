variable "type" {}
variable "drop" {}

resource "aws_alb" "some" { # want `undecided: load balancer "some"`
  load_balancer_type = var.type
}

resource "aws_lb" "other" {
  drop_invalid_header_fields = var.drop # want `undecided: load balancer "other"`
}
