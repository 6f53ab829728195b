variable "name" {}

# Only the second of the two has none.
resource "aws_lb" "this" { # want `load balancer "this" has no web ACL`
  name = var.name
}

output "arn" {
  value = aws_lb.this.arn
}
