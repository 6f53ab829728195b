resource "aws_security_group" "orders" {
  name        = "orders-sg"
  description = "orders security group" # want `description "orders security group" of security group "orders" says nothing`

  ingress {
    description = "test" # want `description "test" of the ingress rule for TCP port 443 says nothing`
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/16"]
  }
}
