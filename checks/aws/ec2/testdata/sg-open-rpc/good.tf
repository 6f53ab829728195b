resource "aws_security_group" "rpc" {
  name        = "rpc"
  description = "Clients of Windows RPC"

  ingress {
    description = "The application's own network"
    protocol    = "tcp"
    from_port   = 135
    to_port     = 135
    cidr_blocks = ["10.20.0.0/24"]
  }
}
