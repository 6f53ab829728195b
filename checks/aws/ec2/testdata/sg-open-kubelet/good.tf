resource "aws_security_group" "kubelet" {
  name        = "kubelet"
  description = "Clients of the kubelet API"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 10250
    to_port     = 10250
    cidr_blocks = ["10.20.0.0/24"]
  }
}
