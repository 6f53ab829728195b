resource "aws_security_group" "orders" {
  name        = "orders-sg"
  description = "Nodes of the order service, reached by its load balancer"

  ingress {
    description = "Health checks of the load balancer"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/16"]
  }
}
