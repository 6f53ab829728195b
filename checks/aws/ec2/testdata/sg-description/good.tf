resource "aws_security_group" "orders" {
  name        = "orders"
  description = "Nodes of the order service, reached by its load balancer"
}
