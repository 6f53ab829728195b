resource "aws_security_group" "kubelet" {
  name        = "kubelet"
  description = "Clients of the kubelet API"

  ingress {
    description = "Anyone"
    protocol    = "tcp"
    from_port   = 10250
    to_port     = 10250
    cidr_blocks = ["0.0.0.0/0"] # want "TCP port 10250 \\(the kubelet API\\) open to the internet"
  }
}
